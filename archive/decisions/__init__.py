"""People's word in decisions.jsonl: one JSON object a line, on the disk before its row is in the catalogue.

The catalogue notes up to which byte of the file its rows go (`meta`,
"decisions"), so that a line whose writer was killed before it came to the row
is taken up by the next opening, and `prachum rebuild` takes up all of them.
Nothing is ever struck from the file: a decision is undone by another one.
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

from archive.catalogue import room, value, writing
from archive.decisions import corrections, merges, takedowns
from extractors.errors import BadInput

NAME = "decisions.jsonl"

# What each kind of line does. To add one: a function in the module of its subject and a line here.
EFFECTS: dict[str, Callable[[Database, dict[str, Any]], None]] = {
    "correction": corrections.correct,
    "withdrawal": corrections.withdraw,
    "merge": merges.merge,
    "split": merges.split,
    "takedown": takedowns.take_down,
    "lift": takedowns.lift,
}


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
