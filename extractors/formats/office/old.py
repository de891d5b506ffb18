"""Old .doc, .xls and .ppt: LibreOffice, where it is installed, makes newer files of them; else they wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from extractors import child
from extractors.errors import Unreadable
from extractors.formats.document import document
from extractors.formats.media import DOC, PPT, XLS, media_type
from extractors.formats.office import docx, pptx, xlsx
from extractors.records import NEEDS_OFFICE, Capture, Document, Site

_SECONDS = 60.0  # a file takes two or three

# The old format: its ending, that of the newer one, and the reader of that. To add one: a line here.
_NEWER: dict[str, tuple[str, str, Callable[[Capture, Site], Document]]] = {
    DOC: ("doc", "docx", docx.read),
    XLS: ("xls", "xlsx", xlsx.read),
    PPT: ("ppt", "pptx", pptx.read),
}


def read(capture: Capture, site: Site) -> Document:
    """What the reader of the newer format says; no text, and NEEDS_OFFICE, without LibreOffice.

    Raises Unreadable (malformed, timeout; a password counts as malformed). To be called through
    `extractors.child`.
    """
    kind = media_type(capture)
    old, new, newer = _NEWER[kind]
    try:
        body = child.converted(capture.body, old, new, _SECONDS)
    except FileNotFoundError:
        return document(capture, kind, "", quality=0.0, reasons=(NEEDS_OFFICE,))
    except Unreadable as error:
        raise Unreadable(capture.url, error.reason, error.status) from None
    return replace(newer(replace(capture, body=body), site), media_type=kind)
