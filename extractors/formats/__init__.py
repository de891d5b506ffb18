"""One reader a format. To add one: a module with `read(capture, site) -> Document`, and a line in READERS."""

from __future__ import annotations

from collections.abc import Callable

from extractors.formats import delimited, html, image, media, pdf, plain, zipped
from extractors.formats.media import media_type
from extractors.formats.office import docx, odf, old, pptx, rtf, xlsx
from extractors.records import Capture, Document, Site

READERS: dict[str, Callable[[Capture, Site], Document]] = {
    media.HTML: html.read,
    "application/xhtml+xml": html.read,
    media.PLAIN: plain.read,
    media.CSV: delimited.read,
    media.PDF: pdf.read,
    media.DOCX: docx.read,
    media.XLSX: xlsx.read,
    media.PPTX: pptx.read,
    media.ODT: odf.read,
    media.ODS: odf.read,
    media.ODP: odf.read,
    media.ZIP: zipped.read,
    media.RTF: rtf.read,
    media.DOC: old.read,
    media.XLS: old.read,
    media.PPT: old.read,
    "image/jpeg": image.read,
    "image/png": image.read,
    "image/gif": image.read,
    "image/webp": image.read,
}

__all__ = ["READERS", "media_type"]
