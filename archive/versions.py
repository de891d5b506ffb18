"""The versions of a document: when each was there, and in which words it differs from the one before."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from archive.catalogue import rows
from extractors.changes import Change, changes
from extractors.records import NEEDS_OFFICE


def of_document(db: Database, id: str) -> list[dict[str, Any]]:
    """The first one first. `since` is when it was first fetched, `fetched_at` when its text was."""
    sql = f"""
        SELECT version.id, document.id AS document, n, fetched_at, version.read_at, version.title,
            text_sha256, extractor, quality, needs_ocr,
            reasons LIKE '%{NEEDS_OFFICE}%' AS needs_office, error, version.id = document.version AS current,
            coalesce((SELECT min(fetched_at) FROM capture WHERE capture.version = version.id), fetched_at)
            AS since
        FROM version JOIN document ON document.key = version.document
        JOIN capture ON capture.id = version.capture WHERE document.id = ? ORDER BY n"""
    return rows(db, sql, [id])


def changed(db: Database, id: str, n: int) -> list[Change]:
    """What version `n` changed in the text of the last one before it that has one; nothing where none has."""
    sql = """
        SELECT text FROM text JOIN version ON version.id = text.version
        JOIN document ON document.key = version.document
        WHERE document.id = ? AND n <= ? AND error IS NULL ORDER BY n DESC LIMIT 2"""
    texts = [row["text"] for row in rows(db, sql, [id, n])]
    return changes(texts[1], texts[0]) if len(texts) == 2 else []
