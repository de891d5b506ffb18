"""Whether two archives hold the same, times of fetching, record ids and offsets aside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlite_utils import Database

from archive.catalogue import rows
from archive.store import Archive

# What must be the same, each as a query that gives the same rows in equal
# archives. To add one: a line here, without keys, moments and places on the disk.
SAME = {
    "document": """
        SELECT document.id, site, url, kind, parent, document.title, published, media_type, language,
            modified, gone_at IS NOT NULL AS gone, n AS version
        FROM document LEFT JOIN version ON version.id = document.version""",
    "version": """
        SELECT of.id, n, version.title, text_sha256, extractor, quality, reasons, pages, needs_ocr,
            error IS NOT NULL AS failed
        FROM document AS of JOIN version ON version.document = of.key""",
    "text": """
        SELECT of.id, n, text FROM text JOIN version ON version.id = text.version
        JOIN document AS of ON of.key = version.document""",
    "page": """
        SELECT of.id, version.n, page.n AS page, page.quality, page.reasons FROM page
        JOIN version ON version.id = page.version JOIN document AS of ON of.key = version.document""",
    "pointer": """
        SELECT document.id, n, target, pointer.url, pointer.title, elsewhere
        FROM pointer JOIN document ON document.key = pointer.document""",
    "official": """
        SELECT document.id, facts FROM official JOIN document ON document.key = official.document""",
    "official_evidence": """
        SELECT document.id, path, page, start, "end", rule, confidence
        FROM official_evidence JOIN document ON document.key = official_evidence.document""",
    "alias": "SELECT id, document FROM alias",
    "words": "SELECT document.id, words.title, body FROM words JOIN document ON key = words.id",
    "event": "SELECT id, facts FROM event",
    "report": """
        SELECT event.id AS event, document.id AS document FROM report
        JOIN event ON event.key = event JOIN document ON document.key = document""",
    "evidence": """
        SELECT event.id AS event, path, document.id AS document, page, evidence.start, evidence."end", rule,
            confidence
        FROM evidence JOIN event ON event.key = event JOIN document ON document.key = document""",
    "person": "SELECT name FROM person",
    "venue": "SELECT name FROM venue",
    "organization": "SELECT name, code FROM organization",
    "correction": "SELECT event, path, old, new, who, at, why, undone_at FROM correction",
    "merge": "SELECT event, into_event, who, at, why, undone_at FROM merge",
    "takedown": "SELECT document, who, at, why, undone_at FROM takedown",
    "payload": "SELECT DISTINCT document, sha256 FROM capture WHERE document IS NOT NULL",
}
SHOWN = 200  # letters of a row


def differences(a: Path, b: Path) -> list[str]:
    """A line for each thing that only one of the two data folders holds; none where they are equal."""
    lines = []
    with Archive(a, readonly=True) as first, Archive(b, readonly=True) as second:
        for name, sql in SAME.items():
            left, right = _held(first.db, sql), _held(second.db, sql)
            lines += [f"{name} only in {a}: {_said(row)}" for row in sorted(left - right, key=repr)]
            lines += [f"{name} only in {b}: {_said(row)}" for row in sorted(right - left, key=repr)]
    return lines


def _held(db: Database, sql: str) -> set[tuple[Any, ...]]:
    return {tuple(row.items()) for row in rows(db, sql)}


def _said(row: tuple[Any, ...]) -> str:
    line = ", ".join(f"{name} {held!r}" for name, held in row)
    return line if len(line) <= SHOWN else line[:SHOWN] + "…"
