"""The words of the full-text indexes: put in by document, and cut anew once another segmenter is here.

A query is cut as the texts were, or it misses them. So the catalogue names
the segmenter of its words (meta: segmenter), and opening it with another one
cuts every text again.
"""

from __future__ import annotations

from sqlite_utils import Database

from archive.catalogue import one, rows, value, writing
from extractors.thai.words import SEGMENTER, segment


def put(db: Database, key: int, title: str, text: str) -> None:
    """The words of a document; no write, and no new index entry, where they are the same."""
    said = {"title": segment(title), "body": segment(text)}
    before = one(db, "SELECT title, body FROM words WHERE id = ?", [key])
    if before is None:
        db.execute("INSERT INTO words(id, title, body) VALUES (?, ?, ?)", [key, *said.values()])
        db.execute("INSERT OR IGNORE INTO meta(key, value) VALUES ('segmenter', ?)", [SEGMENTER])
    elif before != said:
        db.execute("UPDATE words SET title = ?, body = ? WHERE id = ?", [*said.values(), key])


def put_title(db: Database, key: int) -> None:
    """A document without text is found by the title that its listing gave it."""
    if not value(db, "SELECT 1 FROM words WHERE id = ?", [key]):
        put(db, key, value(db, "SELECT title FROM document WHERE key = ?", [key]) or "", "")


def is_current(db: Database) -> bool:
    """Whether the words, if there are any, were cut by the segmenter that cuts the queries."""
    made_by = value(db, "SELECT value FROM meta WHERE key = 'segmenter'")
    return made_by in (None, SEGMENTER)


def renew(db: Database) -> None:
    """Cuts every text again where another segmenter has cut them; all of them, or none.

    It takes a minute for 60,000 documents; searches go on meanwhile, with the words of before.
    """
    if is_current(db):
        return
    with writing(db):
        for row in rows(db, "SELECT id FROM words ORDER BY id"):
            said = one(db, _TEXT, [row["id"]])
            assert said is not None
            put(db, row["id"], said["title"] or "", said["text"] or "")
        db.execute("UPDATE meta SET value = ? WHERE key = 'segmenter'", [SEGMENTER])


# What `put` was given of a document: without text the listing's title, else the title of the version.
_TEXT = """
    SELECT iif(text.text IS NULL, document.title, version.title) AS title, text.text
    FROM document LEFT JOIN version ON version.id = document.version
    LEFT JOIN text ON text.version = version.id WHERE document.key = ?"""
