"""Takedowns: a document that nobody is shown any more, and that no later night brings back.

Its captures stay in the WARC files of this folder; nothing that is shown,
found, exported or handed over has them (withheld.py).
"""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive import events
from archive.catalogue import rows, value
from archive.clock import now
from archive.decisions.merges import merged_into
from archive.decisions.rereading import read_again, read_all_again
from extractors.errors import BadInput


def decide(db: Database, document: str, who: str, why: str) -> dict[str, Any]:
    """The decision to take a document down. Raises BadInput where there is none of that id."""
    if not value(db, "SELECT 1 FROM capture WHERE document = ? LIMIT 1", [document]):
        raise BadInput(document, "there is no document of that id; `prachum show` of an event names its own")
    return {"decision": "takedown", "document": document, "who": who, "at": now(), "why": why}


def decide_lift(db: Database, document: str, who: str, why: str) -> dict[str, Any]:
    """The decision to let a document be shown again. Raises BadInput where it was not taken down itself."""
    if not value(db, "SELECT 1 FROM taken_down WHERE document = ?", [document]):
        raise BadInput(document, "was not taken down; a file of a page comes back with its page")
    return {"decision": "lift", "document": document, "who": who, "at": now(), "why": why}


def is_taken_down(db: Database, document: str) -> bool:
    """Whether the document, or the page that it hangs on, was taken down."""
    sql = """
        SELECT 1 FROM taken_down WHERE document = ?1 OR document IN
        (SELECT parent FROM capture WHERE document = ?1 UNION SELECT parent FROM document WHERE id = ?1)"""
    return bool(value(db, sql, [document]))


def take_down(db: Database, said: dict[str, Any]) -> None:
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
    for page in merged_into(db, said["document"]):  # each tells of its own event again
        read_again(db, page)


def lift(db: Database, said: dict[str, Any]) -> None:
    db.execute(
        "UPDATE takedown SET undone_at = ?, undone_by = ?, undone_why = ? "
        "WHERE document = ? AND undone_at IS NULL",
        [said["at"], said["who"], said["why"], said["document"]],
    )
    read_all_again(db, said["document"])


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
