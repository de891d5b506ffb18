"""How well each page of a document reads, and why not better: "show me what reads badly"."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from archive.catalogue import rows
from extractors.formats.quality import POOR
from extractors.records import KEPT, NEEDS_OFFICE, Document

# What `คุณภาพ:` may ask for -> a test of `page`, the pages of a document's current version.
# To add one: a line here, and its names in archive.search.fields.QUALITIES.
TESTS = {
    "poor": f"page.quality < {POOR}",
    "waiting": f"""(page.quality < {POOR} AND version.needs_ocr
        OR page.reasons LIKE '%{NEEDS_OFFICE}%' OR page.reasons LIKE '%{KEPT}%')""",
    "ocr": "page.reasons LIKE '%read by OCR%'",
    "damaged": "page.reasons LIKE '%damaged%'",
}


def put(db: Database, version: int, document: Document) -> None:
    """The pages of a version as they were judged; a picture, and what else has no pages, is one."""
    judged = document.judged
    if not judged and document.quality is not None:
        judged = ((document.quality, document.reasons),)
    found = [
        (version, n, quality, json.dumps(reasons, ensure_ascii=False))
        for n, (quality, reasons) in enumerate(judged, 1)
    ]
    sql = "SELECT version, n, quality, reasons FROM page WHERE version = ? ORDER BY n"
    if [tuple(row.values()) for row in rows(db, sql, [version])] != found:
        db.execute("DELETE FROM page WHERE version = ?", [version])
        db.conn.executemany("INSERT INTO page(version, n, quality, reasons) VALUES (?, ?, ?, ?)", found)


def of_version(db: Database, version: int | None) -> list[dict[str, Any]]:
    """The pages about which there is something to say: n, quality, reasons; `poor` where one reads badly."""
    sql = "SELECT n, quality, reasons FROM page WHERE version = ? AND reasons <> '[]' ORDER BY n"
    return [
        {**row, "reasons": json.loads(row["reasons"]), "poor": row["quality"] < POOR}
        for row in rows(db, sql, [version])
    ]


def condition(test: str) -> str:
    """That the document of a hit has a page of which the test holds."""
    return f"""EXISTS (SELECT 1 FROM page JOIN version ON version.id = page.version
        WHERE page.version = (SELECT version FROM document WHERE key = hit.document) AND {test})"""


def poor(db: Database) -> int:
    """How many documents have a page that reads badly."""
    sql = f"""SELECT count(DISTINCT document.key) FROM page JOIN document ON document.version = page.version
        WHERE page.quality < {POOR}"""
    return int(db.execute(sql).fetchone()[0])
