"""PDF: pages to text that reads as the page does, with the quality of the worst page.

pdfplumber parses; of what it makes of Thai only the places of the characters
are used (its own extract_text loses a fifth of the phrases of a letter). One
room a step: glyphs, clusters, lines, paragraphs, tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import Any

import pdfplumber
import pypdfium2
from pdfminer.layout import LTChar, LTComponent, LTImage
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from extractors.errors import Unreadable
from extractors.formats import ocr, quality
from extractors.formats.document import document
from extractors.formats.pdf import tables
from extractors.formats.pdf.clusters import clusters
from extractors.formats.pdf.fonts import Fonts
from extractors.formats.pdf.glyphs import components, glyphs, rename
from extractors.formats.pdf.pages import NO_EDGES, Edges, blocks, edges, joined
from extractors.formats.rows import Spans, settled
from extractors.records import Capture, Document, Site
from extractors.thai.repair import repaired
from extractors.thai.text import normalize

LARGEST = 100_000_000  # bytes
MOST_PAGES = 500  # the rest of a longer file stays unread, and is named in `reasons`
BETTER = 0.3  # by that much OCR has to be, which spells plausibly what it misreads, and mixes up columns
NO_BETTER = "OCR reads it no better"
DAMAGED = "a damaged file, read as far as it goes"


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
    def waits(self) -> bool:
        """Whether the page reads badly and no OCR has tried."""
        return self.quality < quality.POOR and not {NO_BETTER, ocr.READ_BY_OCR} & set(self.reasons)


def read(capture: Capture, site: Site) -> Document:
    """All pages, one below the other.

    Raises Unreadable (encrypted, malformed, truncated). To be called through
    `extractors.child`: a file of 900 bytes can ask for gigabytes.
    """
    if len(capture.body) > LARGEST:
        raise Unreadable(capture.url, f"expected a PDF of at most 100 MB, came {len(capture.body)} bytes")
    count = _page_count(capture)
    try:
        pages = list(_read_pages(capture, count))
    except (PdfminerException, MalformedPDFException, PSException, RecursionError) as error:
        if any(isinstance(inner, MemoryError) for inner in error.args):
            raise MemoryError from error
        pages = list(_forgiving(capture.body))
        if not any(page.text for page in pages):
            raise Unreadable(capture.url, *_why(capture.body, str(error) or type(error).__name__)) from None
    whole = joined([(blocks(page.text, page.rows), page.edges) for page in pages])
    reasons = list(dict.fromkeys(reason for page in pages for reason in page.reasons))
    if count > MOST_PAGES:
        reasons.append(f"{count} pages, of which the first {MOST_PAGES} are read")
    worst = min((page.quality for page in pages), default=0.0)
    result = document(
        capture,
        "application/pdf",
        whole.text,
        whole.rows,
        quality=worst,
        reasons=tuple(reasons),
        needs_ocr=any(page.waits for page in pages),
    )
    shift = len(result.text) - len(whole.text)
    return replace(
        result,
        pages=tuple(offset + shift for offset in whole.pages),
        judged=tuple((page.quality, page.reasons) for page in pages),
        running=tuple((start + shift, end + shift) for start, end in whole.running),
    )


def _page_count(capture: Capture) -> int:
    """By pypdfium2, which is quick and forgiving, and tells encryption from damage."""
    try:
        with pypdfium2.PdfDocument(capture.body) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(capture.url, *_why(capture.body, str(error))) from None


def _why(body: bytes, said: str) -> tuple[str, str]:
    """Reason and status of a file that does not open."""
    if "assword" in said:
        return "expected an open PDF, came one that asks for a password", "encrypted"
    if b"%%EOF" not in body[-2048:]:
        return f"expected a whole PDF, came {len(body)} bytes without its end", "truncated"
    return f"expected a PDF, came one that does not open ({said})", "malformed"


def _read_pages(capture: Capture, count: int) -> Iterator[Page]:
    # Without `pages`, pdfminer would walk all the pages of a file of a hundred thousand.
    with pdfplumber.open(BytesIO(capture.body), pages=list(range(1, min(count, MOST_PAGES) + 1))) as pdf:
        pdf.rsrcmgr = Fonts()
        before: frozenset[str] = frozenset()
        for number, page in enumerate(pdf.pages):
            drawn = list(components(page.layout))
            found = read_page(page, drawn, before)
            if found.doubts and pdf.rsrcmgr.mend():
                found = _mended(page, drawn, found, before)
            before = found.edges.heads | found.edges.feet
            page.close()  # keeps 3 MB otherwise
            yield found if found.quality >= quality.POOR else _by_ocr(capture, number, found)


def _mended(page: Any, drawn: list[LTComponent], found: Page, before: frozenset[str]) -> Page:
    """The page as its fonts name their glyphs, where that reads better than what the file says of them."""
    rename(drawn)
    again = read_page(page, drawn, before)
    if (again.quality, -again.doubts) > (found.quality, -found.doubts):
        return again
    page.pdf.rsrcmgr.undo()
    return found


def _forgiving(body: bytes) -> Iterator[Page]:
    """The pages by pypdfium2's own text: it misplaces marks, and reads files that pdfminer does not."""
    with pypdfium2.PdfDocument(body) as pdf:
        for page in islice(pdf, MOST_PAGES):
            text = normalize(repaired(page.get_textpage().get_text_bounded()))
            score, reasons = quality.judged(text)
            yield Page(text, (), score, (*reasons, DAMAGED))


def read_page(page: Any, drawn: list[LTComponent], before: frozenset[str] = frozenset()) -> Page:
    """A page of pdfplumber's, and all that it draws, as text, rows and quality.

    `before` are the edges of the page before it.
    """
    letters, nameless = clusters(glyphs(thing for thing in drawn if isinstance(thing, LTChar)))
    raw = tables.page_text(letters, page, tables.grids(page, drawn), before)
    mended = repaired(raw)
    text, rows = settled(normalize(mended))
    score, reasons = quality.judged(text, nameless, _pictured(page, drawn))
    doubts = nameless + quality.broken(text) + len(reasons) + (mended != raw)
    return Page(text, rows, score, reasons, edges(letters, page.height), doubts)


def _by_ocr(capture: Capture, number: int, found: Page) -> Page:
    """The page as OCR reads it, where that reads better than its text layer."""
    layout = ocr.COLUMNS if found.rows else ocr.ONE_COLUMN
    said = ocr.recognised(_picture(capture.body, number), layout)
    if said is None:
        return found
    text = normalize(repaired(said))
    score, reasons = quality.judged(text, pictured=1.0)
    if score < found.quality + BETTER:
        return replace(found, reasons=(*found.reasons, NO_BETTER))
    return Page(text, (), score, (*reasons, ocr.READ_BY_OCR))


def _picture(body: bytes, number: int) -> bytes:
    """The page at 300 dpi, or less where that would be more than 4,500 pixels on a side, in grey."""
    with pypdfium2.PdfDocument(body) as pdf:
        page = pdf[number]
        scale = min(300 / 72, 4500 / max(page.get_size()))
        png = BytesIO()
        page.render(scale=scale, grayscale=True).to_pil().save(png, "PNG")
        return png.getvalue()


def _pictured(page: Any, drawn: list[Any]) -> float:
    """The share of the page that images cover."""
    area = sum(thing.width * thing.height for thing in drawn if isinstance(thing, LTImage))
    return min(1.0, area / max(1.0, float(page.width * page.height)))
