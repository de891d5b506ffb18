"""One reader a format. To add one: a module with `read(capture, site) -> Document`, and a line in READERS."""

from __future__ import annotations

from collections.abc import Callable

from extractors.formats import docx, html, image, media, pdf, plain
from extractors.formats.media import media_type
from extractors.records import Capture, Document, Site

READERS: dict[str, Callable[[Capture, Site], Document]] = {
    media.HTML: html.read,
    "application/xhtml+xml": html.read,
    media.PLAIN: plain.read,
    "text/csv": plain.read,
    media.PDF: pdf.read,
    media.DOCX: docx.read,
    "image/jpeg": image.read,
    "image/png": image.read,
}

__all__ = ["READERS", "media_type"]
