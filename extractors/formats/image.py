"""Pictures: a scanned page, a poster. Without OCR on this machine they are kept and wait for it."""

from __future__ import annotations

from extractors.errors import Unreadable
from extractors.formats import ocr, quality
from extractors.formats.document import document
from extractors.formats.media import media_type
from extractors.formats.misread import spelt
from extractors.records import Capture, Document, Site
from extractors.thai.repair import repaired
from extractors.thai.text import normalize


def read(capture: Capture, site: Site) -> Document:
    """What OCR reads on the picture; nothing, and `needs_ocr`, where there is none."""
    kind = media_type(capture)
    try:
        said = ocr.recognised(capture.body, ocr.COLUMNS)
    except Unreadable:
        return document(capture, kind, "", quality=0.0, reasons=("no text", ocr.FAILED))
    if said is None:
        return document(capture, kind, "", quality=0.0, reasons=("no text",), needs_ocr=True)
    text = spelt(normalize(repaired(said.text)))
    score, reasons = quality.judged(text, pictured=1.0)
    scanned = ((0, len(text)),) if text else ()
    return document(capture, kind, text, scanned=scanned, quality=score, reasons=(*reasons, ocr.READ_BY_OCR))
