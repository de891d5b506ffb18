"""One reader a format. To add one: a module with `read(capture, site) -> Document`, and a line in READERS.

A reader is loaded when it is first used: all of them take 30 MB and a second, and most nights bring web
pages alone.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from extractors.formats import media
from extractors.formats.media import media_type
from extractors.records import Capture, Document, Link, Site

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
    media.MAIL: "mail",
    media.RTF: "office.rtf",
    media.DOC: "office.old",
    media.XLS: "office.old",
    media.PPT: "office.old",
    "image/jpeg": "image",
    "image/png": "image",
    "image/gif": "image",
    "image/webp": "image",
}

# Of those, what holds documents; the module has `members` and `member` besides.
PACKED = (media.ZIP, media.MAIL)

__all__ = ["READERS", "load_all", "media_type", "member", "members", "reader"]


def reader(found: str) -> Reader:
    """What reads that media type, one of READERS."""
    read: Reader = import_module(f"{__name__}.{READERS[found]}").read
    return read


def members(capture: Capture) -> list[Link]:
    """A link for each document that the capture holds: a zip archive, a mail; none for every other.

    Raises Unreadable where it is damaged.
    """
    found = media_type(capture)
    if found not in PACKED:
        return []
    links: list[Link] = import_module(f"{__name__}.{READERS[found]}").members(capture)
    return links


def member(capture: Capture, link: Link) -> Capture:
    """One of those documents, as a capture of its own. Raises Unreadable where it cannot be had."""
    held: Capture = import_module(f"{__name__}.{READERS[media_type(capture)]}").member(capture, link)
    return held


def load_all() -> None:
    """For a process that forks: what it has loaded, its children need not."""
    for found in READERS:
        reader(found)
