"""One reader a format. To add one: a module with `read(capture, site) -> Document`, and a line in READERS.

A reader is loaded when it is first used: all of them take 30 MB and a second, and most nights bring web
pages alone.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from extractors.formats import media
from extractors.formats.media import media_type
from extractors.records import Capture, Document, Site

Reader = Callable[[Capture, Site], Document]

# media type -> module of this package
READERS = {
    media.HTML: "html",
    "application/xhtml+xml": "html",
    media.PLAIN: "plain",
    media.CSV: "delimited",
    media.PDF: "pdf",
    media.DOCX: "office.docx",
    media.XLSX: "office.xlsx",
    media.PPTX: "office.pptx",
    media.ODT: "office.odf",
    media.ODS: "office.odf",
    media.ODP: "office.odf",
    media.ZIP: "zipped",
    media.RTF: "office.rtf",
    media.DOC: "office.old",
    media.XLS: "office.old",
    media.PPT: "office.old",
    "image/jpeg": "image",
    "image/png": "image",
    "image/gif": "image",
    "image/webp": "image",
}

__all__ = ["READERS", "load_all", "media_type", "reader"]


def reader(found: str) -> Reader:
    """What reads that media type, one of READERS."""
    read: Reader = import_module(f"{__name__}.{READERS[found]}").read
    return read


def load_all() -> None:
    """For a process that forks: what it has loaded, its children need not."""
    for found in READERS:
        reader(found)
