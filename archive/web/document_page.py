"""What a document page shows, read from the catalogue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from archive import given, officials, quality, versions
from archive.catalogue import one, rows
from archive.web import papers
from archive.web.language import LABELS, OFFICIAL, named
from archive.web.marked import Part, labelled, paragraphs
from extractors.changes import Change
from extractors.records import NEEDS_OFFICE


@dataclass(frozen=True)
class DocumentPage:
    row: dict[str, Any]
    lines: list[list[Part]]
    versions: list[dict[str, Any]]
    shown: dict[str, Any] | None  # the version whose text is shown
    changes: list[Change]  # what it has other than the version before
    events: list[dict[str, Any]]
    attachments: list[dict[str, Any]]
    given: dict[str, Any] | None  # by whom it was given by hand
    parent: dict[str, Any] | None
    official: list[papers.Line]  # of the current text
    pages: list[dict[str, Any]]  # of the version shown, of which there is something to say: archive.quality


DOCUMENT = f"""
    SELECT document.key, document.id, document.url, document.kind, document.parent, document.title,
        document.published, document.media_type, document.gone_at, document.version, site.name AS site,
        capture.fetched_at, version.needs_ocr, version.error,
        version.reasons LIKE '%{NEEDS_OFFICE}%' AS needs_office
    FROM document JOIN site ON site.id = document.site
    LEFT JOIN version ON version.id = document.version
    LEFT JOIN capture ON capture.id = version.capture
"""


def document_page(db: Database, id: str, version: int | None, language: str) -> DocumentPage | None:
    """The document with the text of that version, or of the current one; None where it is unknown."""
    row = one(db, f"{DOCUMENT} WHERE document.id = ?", [id])
    if row is None:
        return None
    kept = versions.of_document(db, id)[::-1]
    current = next((found for found in kept if found["current"]), None)
    shown = next((found for found in kept if found["n"] == version), current)
    text = one(db, "SELECT text FROM text WHERE version = ?", [shown["id"]]) if shown else None
    spans = _evidence(db, row["key"], language) if shown is current else []
    official = officials.load(db, row["key"]) if shown is current else None
    return DocumentPage(
        row=row,
        lines=paragraphs(labelled(text["text"], spans)) if text else [],
        versions=kept,
        shown=shown,
        changes=versions.changed(db, id, shown["n"]) if shown else [],
        events=rows(
            db,
            """SELECT event.id, event.title, event.start, event."end", event.date_edtf FROM event
            JOIN report ON report.event = event.key WHERE report.document = ? ORDER BY event.start""",
            [row["key"]],
        ),
        attachments=rows(db, f"{DOCUMENT} WHERE document.parent = ? ORDER BY document.key", [id]),
        given=given.said(db, id),
        parent=one(db, f"{DOCUMENT} WHERE document.id = ?", [row["parent"]]) if row["parent"] else None,
        official=papers.lines(official, language) if official else [],
        pages=quality.of_version(db, shown["id"]) if shown else [],
    )


def _evidence(db: Database, key: int, language: str) -> list[tuple[int, int, str]]:
    return [
        (row["start"], row["end"], named(language, labels, re.split(r"[\[.]", row["path"])[0]))
        for table, labels in (("evidence", LABELS), ("official_evidence", OFFICIAL))
        for row in rows(
            db, f'SELECT path, start, "end" FROM {table} WHERE document = ? ORDER BY start', [key]
        )
    ]
