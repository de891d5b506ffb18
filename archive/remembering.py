"""Texts that took a program to read, kept where it is missing: no reread takes away what an earlier one read.

Text is derived, and mostly costs nothing to make again; not that of a scan
without Tesseract, nor that of an old .doc without LibreOffice.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from sqlite_utils import Database

from archive.catalogue import one, rows
from extractors.formats.ocr import FAILED, READ_BY_OCR
from extractors.formats.rows import Spans
from extractors.official import read_official
from extractors.records import KEPT, NEEDS_OFFICE, Capture, Document
from extractors.thai.text import language

# `falls_short` of a version.
FELL_SHORT = f"(needs_ocr OR reasons LIKE '%{NEEDS_OFFICE}%' OR reasons LIKE '%{FAILED}%')"

Judged = tuple[tuple[float, tuple[str, ...]], ...]


def falls_short(document: Document) -> bool:
    """Whether a program that it takes to read the document was missing, or failed."""
    return document.needs_ocr or not {NEEDS_OFFICE, FAILED}.isdisjoint(document.reasons)


def is_bare(document: Document) -> bool:
    """Whether it has no word besides its title."""
    return document.text.strip() == (document.title or "")


def remembered(db: Database, capture: Capture, document: Document) -> Document:
    """The document as that very capture was read before, where a program read more of it than now.

    Its reasons then have KEPT. What the archive does not store of a reading
    (which lines are heads and feet) is not in it.
    """
    if not falls_short(document):
        return document
    sql = """
        SELECT version.id, version.title, quality, reasons, pages, text FROM version
        JOIN capture ON capture.version = version.id JOIN text ON text.version = version.id
        WHERE capture.record_id = ? AND version.error IS NULL"""
    before = one(db, sql, [capture.record_id])
    if before is None:
        return document
    reasons, judged = tuple(json.loads(before["reasons"])), _judged(db, before["id"])
    if not _had_more(reasons, judged, document):
        return document
    pages = tuple(json.loads(before["pages"]))
    kept = replace(
        document,
        title=before["title"],
        text=before["text"],
        language=language(before["text"]),
        quality=before["quality"],
        reasons=_with_kept(reasons),
        pages=pages,
        judged=tuple((quality, _with_kept(why)) for quality, why in judged or ((1.0, ()),)),
        scanned=_scanned(before["text"], before["title"] or "", pages, judged, reasons),
        rows=_rows(before["text"]),
        running=(),
        needs_ocr=False,
        official=None,
    )
    return replace(kept, official=read_official(kept))


def _had_more(reasons: tuple[str, ...], judged: Judged, now: Document) -> bool:
    """Whether a reading of those reasons and pages read what is not read now."""
    if NEEDS_OFFICE in now.reasons:
        return NEEDS_OFFICE not in reasons
    before = sum(READ_BY_OCR in why for _, why in judged) or READ_BY_OCR in reasons
    return before > sum(READ_BY_OCR in why for _, why in now.judged)


def _with_kept(reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*reasons, KEPT)))


def _judged(db: Database, version: int) -> Judged:
    found = rows(db, "SELECT quality, reasons FROM page WHERE version = ? ORDER BY n", [version])
    return tuple((row["quality"], tuple(json.loads(row["reasons"]))) for row in found)


def _scanned(
    text: str, title: str, pages: Sequence[int], judged: Judged, reasons: Sequence[str]
) -> tuple[tuple[int, int], ...]:
    """What OCR read: the pages that say so, or else all below the title, which a listing gave."""
    if len(pages) == len(judged) > 0:
        ends = (*pages[1:], len(text))
        found = zip(judged, pages, ends, strict=True)
        return tuple((start, end) for (_, why), start, end in found if READ_BY_OCR in why)
    begin = len(title) if text.startswith(title) else 0
    return ((begin, len(text)),) if READ_BY_OCR in reasons else ()


def _rows(text: str) -> Spans:
    """Its table rows: lines with tabs, which no other line has (extractors/formats/rows.py).

    >>> _rows("กำหนดการ\\n09.00 น.\\tพิธีเปิด")
    (((9, 17), (18, 26)),)
    """
    found = []
    for line in re.finditer(r"^.*\t.*$", text, re.M):
        cells = re.finditer(r"(?:^|\t)([^\t]*)", line[0])
        found.append(tuple((line.start() + cell.start(1), line.start() + cell.end(1)) for cell in cells))
    return tuple(found)
