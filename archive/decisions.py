"""People's word in decisions.jsonl: one JSON object a line, on the disk before its row is in the catalogue.

The catalogue notes up to which byte of the file its rows go (`meta`,
"decisions"), so that a line whose writer was killed before it came to the row
is taken up by the next opening, and `prachum rebuild` takes up all of them.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sqlite_utils import Database

from archive import corrections, events
from archive.catalogue import room, rows, value, writing
from archive.clock import now
from extractors.errors import BadInput
from extractors.records import Event

NAME = "decisions.jsonl"


def append(db: Database, folder: Path, decision: dict[str, Any]) -> None:
    """Writes the decision down for good, then lets it take effect."""
    with _opened(folder) as file:
        _apply_rest(db, file)
        line = json.dumps(decision, ensure_ascii=False).encode() + b"\n"
        end = file.seek(0, os.SEEK_END)
        try:
            with room(folder / NAME):
                file.write(line)
                os.fsync(file.fileno())
        except BaseException:
            os.ftruncate(file.fileno(), end)
            raise
        _apply_rest(db, file)


def catch_up(db: Database, folder: Path) -> None:
    """Rows for the lines that have none. Raises BadInput where the file lacks what the catalogue has seen."""
    path = folder / NAME
    if path.exists() and path.stat().st_size != _applied(db):
        with _opened(folder) as file:
            _apply_rest(db, file)


def takedown(document: str, who: str, why: str) -> dict[str, Any]:
    """The decision to take a document down."""
    return {"decision": "takedown", "document": document, "who": who, "at": now(), "why": why}


def taken_down(db: Database, document: str) -> bool:
    """Whether the document, or the page that it hangs on, was taken down."""
    sql = """
        SELECT 1 FROM takedown WHERE document = ?1 OR document IN
        (SELECT parent FROM capture WHERE document = ?1 UNION SELECT parent FROM document WHERE id = ?1)"""
    return bool(value(db, sql, [document]))


def corrected(db: Database, id: str, event: Event | None) -> Event | None:
    """The event as read, with people's word over it."""
    return corrections.apply(db, id, event)


def _correct(db: Database, said: dict[str, Any]) -> None:
    texts = [json.dumps(said[name], ensure_ascii=False) for name in ("old", "new", "pinned")]
    db.execute(
        "INSERT INTO correction(event, path, old, new, pinned, who, at, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [said["event"], said["path"], *texts, said["who"], said["at"], said["why"]],
    )
    event = events.load(db, said["event"])
    if event is not None:
        told = events.documents(db, said["event"])
        events.write(db, said["event"], corrections.pin(event, said["path"], said["pinned"]), told)


def _merge(db: Database, said: dict[str, Any]) -> None:
    db.execute(
        "INSERT INTO merge(event, into_event, who, at, why) VALUES (?, ?, ?, ?, ?)",
        [said["event"], said["into"], said["who"], said["at"], said["why"]],
    )


def _split(db: Database, said: dict[str, Any]) -> None:
    """Undoes a merge."""
    db.execute(
        "UPDATE merge SET undone_at = ? WHERE event = ? AND undone_at IS NULL", [said["at"], said["event"]]
    )


def _take_down(db: Database, said: dict[str, Any]) -> None:
    db.execute(
        "INSERT OR IGNORE INTO takedown(document, who, at, why) VALUES (?, ?, ?, ?)",
        [said["document"], said["who"], said["at"], said["why"]],
    )
    family = rows(db, "SELECT key, id, kind FROM document WHERE id = ?1 OR parent = ?1", [said["document"]])
    parent = value(db, "SELECT parent FROM document WHERE id = ?", [said["document"]])
    events.write(db, said["document"], None, ())
    for document in family:
        _remove(db, document["key"])
    if parent is not None:  # the page's event is read anew, without what is gone
        events.write(db, parent, None, ())
        db.execute("UPDATE capture SET read_at = NULL WHERE document = ? AND version IS NOT NULL", [parent])
    db.execute(
        "UPDATE capture SET read_at = ?1 WHERE read_at IS NULL AND (document = ?2 OR parent = ?2)",
        [now(), said["document"]],
    )


def _remove(db: Database, document: int) -> None:
    """A document's texts, versions and evidence."""
    db.execute("UPDATE document SET version = NULL WHERE key = ?", [document])
    versions = "(SELECT id FROM version WHERE document = ?)"
    db.execute(f"UPDATE capture SET version = NULL WHERE version IN {versions}", [document])
    for table in ("text", "page"):
        db.execute(f"DELETE FROM {table} WHERE version IN {versions}", [document])
    for table, column in (
        ("version", "document"),
        ("evidence", "document"),
        ("report", "document"),
        ("words", "id"),
        ("pointer", "document"),
        ("official_evidence", "document"),
        ("official", "document"),
        ("document", "key"),
    ):
        db.execute(f"DELETE FROM {table} WHERE {column} = ?", [document])


# What each kind of line does. To add one: a function above and a line here.
EFFECTS: dict[str, Callable[[Database, dict[str, Any]], None]] = {
    "correction": _correct,
    "merge": _merge,
    "split": _split,
    "takedown": _take_down,
}


@contextmanager
def _opened(folder: Path) -> Iterator[IO[bytes]]:
    """The file, locked against other writers, its last line whole."""
    with open(folder / NAME, "a+b", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        _mend(file)
        yield file


def _mend(file: IO[bytes]) -> None:
    """Cuts off a last line that was not written whole: nobody was told that it is kept."""
    file.seek(0)
    text = file.read()
    tail = text.rpartition(b"\n")[2]
    if not tail:
        return
    try:
        json.loads(tail)
        file.write(b"\n")  # an editor left the line without its end
    except ValueError:
        os.ftruncate(file.fileno(), len(text) - len(tail))


def _apply_rest(db: Database, file: IO[bytes]) -> None:
    with writing(db):
        start = _applied(db)
        size = file.seek(0, os.SEEK_END)
        if size < start:
            raise BadInput(
                file.name, "is shorter than the catalogue knows it; restore it, or `prachum rebuild`"
            )
        file.seek(start)
        for line in file.read().splitlines():
            _effect(db, line, file.name)
        db.execute(
            "INSERT OR REPLACE INTO meta(key, value) VALUES ('decisions', ?)",
            [str(size)],
        )


def _effect(db: Database, line: bytes, name: str) -> None:
    try:
        said = json.loads(line)
        effect = EFFECTS[said["decision"]]
    except (ValueError, KeyError, TypeError):
        raise BadInput(
            name, f"expected one decision a line, came {line[:60]!r}; mend or remove the line"
        ) from None
    effect(db, said)


def _applied(db: Database) -> int:
    """The byte of the file up to which the catalogue has its rows."""
    return int(value(db, "SELECT value FROM meta WHERE key = 'decisions'") or 0)
