"""Pictures: a scanned page, a poster. Without OCR on this machine they are kept and wait for it."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from extractors.errors import Unreadable
from extractors.formats import cells, ocr, quality
from extractors.formats.document import document
from extractors.formats.media import media_type
from extractors.formats.misread import spelt
from extractors.formats.rows import settled
from extractors.records import Capture, Document, Site
from extractors.thai.repair import repaired
from extractors.thai.text import normalize

_KNOWN = ("image/jpeg", "image/png")  # to every Tesseract; of the others only to some


def read(capture: Capture, site: Site) -> Document:
    """What OCR reads on the picture; nothing, and `needs_ocr`, where there is none."""
    kind = media_type(capture)
    picture = capture.body if kind in _KNOWN else _as_png(capture)
    try:
        said = cells.read(picture, ocr.COLUMNS)
    except Unreadable:
        return document(capture, kind, "", quality=0.0, reasons=("no text", ocr.FAILED))
    if said is None:
        return document(capture, kind, "", quality=0.0, reasons=("no text",), needs_ocr=True)
    text, rows = settled(spelt(normalize(repaired(said))))
    score, reasons = quality.judged(text, pictured=1.0)
    scanned = ((0, len(text)),) if text else ()
    return document(
        capture, kind, text, rows, scanned=scanned, quality=score, reasons=(*reasons, ocr.READ_BY_OCR)
    )


def _as_png(capture: Capture) -> bytes:
    """The picture, the first one where it moves, on white. Raises Unreadable."""
    png = BytesIO()
    try:
        with Image.open(BytesIO(capture.body)) as opened:
            drawn = opened.convert("RGBA")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable(capture.url, f"expected a picture, came one that does not open ({error})") from None
    white = Image.new("RGBA", drawn.size, "white")
    Image.alpha_composite(white, drawn).convert("L").save(png, "PNG", compress_level=1)
    return png.getvalue()
