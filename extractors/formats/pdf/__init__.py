"""PDF: pages to text that reads as the page does, with the quality of the worst page.

pdfplumber parses; of what it makes of Thai only the places of the characters
are used (its own extract_text loses a fifth of the phrases of a letter). One
room a step: glyphs, clusters, lines, paragraphs, tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice

import pdfplumber
import pypdfium2
from pdfminer.pdfpage import PDFPage

from extractors.errors import PrachumError, Unreadable
from extractors.formats.document import document
from extractors.formats.pdf.damaged import forgiven, opened, unreadable
from extractors.formats.pdf.fonts import Fonts
from extractors.formats.pdf.page import Page, by_ocr, read_page
from extractors.formats.pdf.pages import blocks, joined
from extractors.records import Capture, Document, Site

LARGEST = 100_000_000  # bytes
MOST_PAGES = 500  # the rest of a longer file stays unread, and is named in `reasons`


def read(capture: Capture, site: Site) -> Document:
    """All pages, one below the other.

    Raises Unreadable (encrypted, malformed, truncated). To be called through
    `extractors.child`: a file of 900 bytes can ask for gigabytes.
    """
    if len(capture.body) > LARGEST:
        raise Unreadable(capture.url, f"expected a PDF of at most 100 MB, came {len(capture.body)} bytes")
    with opened(capture) as pdf:
        count = len(pdf)
        pages = _all_pages(capture, pdf)
    if not pages:
        raise Unreadable(capture.url, "expected a PDF with pages, came one without any")
    whole = joined([(blocks(page.text, page.rows), page.edges) for page in pages])
    reasons = list(dict.fromkeys(reason for page in pages for reason in page.reasons))
    if count > MOST_PAGES:
        reasons.append(f"{count} pages, of which the first {MOST_PAGES} are read")
    result = document(
        capture,
        "application/pdf",
        whole.text,
        whole.rows,
        quality=min(page.quality for page in pages),
        reasons=tuple(reasons),
        needs_ocr=any(page.waits for page in pages),
    )
    shift = len(result.text) - len(whole.text)
    ends = (*whole.pages[1:], len(whole.text))
    return replace(
        result,
        pages=tuple(offset + shift for offset in whole.pages),
        judged=tuple((page.quality, page.reasons) for page in pages),
        running=tuple((start + shift, end + shift) for start, end in whole.running),
        scanned=tuple(
            (start + shift, end + shift)
            for page, start, end in zip(pages, whole.pages, ends, strict=True)
            if page.scanned
        ),
    )


def _all_pages(capture: Capture, pdf: pypdfium2.PdfDocument) -> list[Page]:
    """The pages, from the one on at which pdfminer breaks down by pypdfium2."""
    pages: list[Page] = []
    broken = ""
    try:
        for page in _read_pages(capture, pdf):
            pages.append(page)
    except (MemoryError, PrachumError):
        raise
    except Exception as error:  # noqa: BLE001 - on a damaged file, pdfminer raises whatever comes to hand
        broken = str(error) or type(error).__name__
    rest = [forgiven(pdf, number) for number in range(len(pages), min(len(pdf), MOST_PAGES))]
    if rest and not any(page.text for page in (*pages, *rest)):
        raise unreadable(capture, broken or "its pages lead nowhere")
    return pages + rest


def _read_pages(capture: Capture, pdf: pypdfium2.PdfDocument) -> Iterator[Page]:
    plumber = pdfplumber.open(BytesIO(capture.body))
    plumber.rsrcmgr = Fonts()
    before: frozenset[str] = frozenset()
    # pdfplumber's own `pages`, and its `close` too, walk all of them: a hundred thousand take minutes.
    for number, leaf in enumerate(islice(PDFPage.create_pages(plumber.doc), MOST_PAGES)):
        page = pdfplumber.page.Page(plumber, leaf, number + 1)
        found = read_page(page, before)
        before = found.edges.heads | found.edges.feet
        page.close()  # keeps 3 MB otherwise
        if not found.text and found.reads_well and number < len(pdf):
            again = forgiven(pdf, number)  # pdfminer finds nothing behind a damaged stream
            found = again if again.text else found
        yield found if found.reads_well else by_ocr(capture.body, number, found)
