"""What pdfminer gives up, pypdfium2 may still read: it misplaces marks, and forgives more."""

from __future__ import annotations

import pypdfium2

from extractors.errors import Unreadable
from extractors.formats import quality
from extractors.formats.pdf.page import Page
from extractors.records import Capture
from extractors.thai.repair import repaired
from extractors.thai.text import normalize

DAMAGED = "a damaged file, read as far as it goes"


def opened(capture: Capture) -> pypdfium2.PdfDocument:
    """The file by pypdfium2, which is quick and tells encryption from damage. Raises Unreadable."""
    try:
        return pypdfium2.PdfDocument(capture.body)
    except pypdfium2.PdfiumError as error:
        raise unreadable(capture, str(error)) from None


def forgiven(pdf: pypdfium2.PdfDocument, number: int) -> Page:
    """The page of that number, from 0, by pypdfium2's own text; empty where that finds nothing either."""
    try:
        said = pdf[number].get_textpage().get_text_bounded()
    except pypdfium2.PdfiumError:
        said = ""
    text = normalize(repaired(said))
    score, reasons = quality.judged(text)
    return Page(text, (), score, (*reasons, DAMAGED))


def unreadable(capture: Capture, said: str) -> Unreadable:
    """The error for a file that does not open, with its status."""
    if "assword" in said:
        reason, status = "expected an open PDF, came one that asks for a password", "encrypted"
    elif b"%%EOF" not in capture.body[-2048:]:
        reason, status = f"expected a whole PDF, came {len(capture.body)} bytes without its end", "truncated"
    else:
        reason, status = f"expected a PDF, came one that does not open ({said})", "malformed"
    return Unreadable(capture.url, reason, status)
