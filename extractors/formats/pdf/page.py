"""One page: its text, the cells of its tables, and how well it reads; by OCR where that reads better."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import Any

from pdfminer.layout import LTChar, LTComponent, LTImage

from extractors import child
from extractors.errors import Unreadable
from extractors.formats import cells, ocr, quality
from extractors.formats.misread import spelt
from extractors.formats.pdf import tables
from extractors.formats.pdf.clusters import clusters
from extractors.formats.pdf.glyphs import components, glyphs, rename
from extractors.formats.pdf.pages import NO_EDGES, Edges, edges
from extractors.formats.rows import Spans, settled
from extractors.thai.repair import repaired
from extractors.thai.text import normalize

BETTER = 0.3  # by that much OCR has to be, which spells plausibly what it misreads, and mixes up columns
NO_BETTER = "OCR reads it no better"
_TRIED = frozenset((NO_BETTER, ocr.FAILED, ocr.READ_BY_OCR))
_DRAWING = 60.0  # seconds; a page takes a third of one


@dataclass(frozen=True)
class Page:
    """One page's text, the cells of its tables in that text, and how well it reads."""

    text: str
    rows: Spans
    quality: float
    reasons: tuple[str, ...]
    edges: Edges = NO_EDGES
    doubts: int = 0  # glyphs without a name, spellings that cannot be, repairs: the fonts may know better

    @property
    def reads_well(self) -> bool:
        return self.quality >= quality.POOR

    @property
    def scanned(self) -> bool:
        return ocr.READ_BY_OCR in self.reasons

    @property
    def waits(self) -> bool:
        """Whether the page reads badly and there was no OCR to try."""
        return not self.reads_well and _TRIED.isdisjoint(self.reasons)


def read_page(page: Any, before: frozenset[str]) -> Page:
    """A page of pdfplumber's by its text layer; `before` are the edges of the page before it.

    Where anything about it is doubtful its fonts are asked which letter each
    glyph is, and believed where the page then reads better.
    """
    drawn = components(page)
    grids = tables.grids(page, drawn)
    found = _composed(page, drawn, grids, before)
    if found.doubts and page.pdf.rsrcmgr.mend():
        again = _composed(page, drawn, grids, before) if rename(drawn) else found
        if (again.quality, -again.doubts) > (found.quality, -found.doubts):
            return again
        page.pdf.rsrcmgr.undo()
    return found


def _composed(page: Any, drawn: list[LTComponent], grids: list[tables.Grid], before: frozenset[str]) -> Page:
    letters, nameless = clusters(glyphs(thing for thing in drawn if isinstance(thing, LTChar)))
    raw = tables.page_text(letters, page, grids, before)
    mended = repaired(raw)
    text, rows = settled(normalize(mended))
    score, reasons = quality.judged(text, nameless, _pictured(page, drawn))
    doubts = nameless + quality.broken(text) + len(reasons) + (mended != raw)
    return Page(text, rows, score, reasons, edges(letters, page.height), doubts)


def _pictured(page: Any, drawn: list[LTComponent]) -> float:
    """The share of the page that images cover."""
    area = sum(thing.width * thing.height for thing in drawn if isinstance(thing, LTImage))
    return min(1.0, area / max(1.0, float(page.width * page.height)))


def by_ocr(body: bytes, number: int, found: Page) -> Page:
    """The page of that number, from 0, as OCR reads it, where that reads better than its text layer."""
    try:
        picture = child.run([sys.executable, "-m", "extractors.drawing", str(number)], body, _DRAWING)
        said = cells.read(picture, ocr.COLUMNS if found.rows else ocr.ONE_COLUMN)
    except Unreadable:
        return replace(found, reasons=(*found.reasons, ocr.FAILED))
    if said is None:
        return found
    text, rows = settled(spelt(normalize(repaired(said))))
    score, reasons = quality.judged(text, pictured=1.0)
    if score < found.quality + BETTER:
        return replace(found, reasons=(*found.reasons, NO_BETTER))
    return Page(text, rows, score, (*reasons, ocr.READ_BY_OCR))
