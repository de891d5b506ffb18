"""Plain text, in whatever encoding."""

from __future__ import annotations

from extractors.errors import Unreadable
from extractors.formats.document import charset, document
from extractors.records import Capture, Document, Site
from extractors.thai.text import decode, normalize

LIMIT = 5_000_000  # bytes


def read(capture: Capture, site: Site) -> Document:
    """The text as it stands; what lies beyond 5 MB stays unread, and is named in `reasons`.

    Raises Unreadable where there is no letter in it.
    """
    text = normalize(decode(capture.body[:LIMIT], charset(capture)))
    if not any(map(str.isalnum, text)):
        raise Unreadable(capture.url, f"expected text, came {len(capture.body)} bytes without a letter")
    return document(capture, "text/plain", text, reasons=cut(capture))


def cut(capture: Capture) -> tuple[str, ...]:
    """The reason that a document gives of which only the beginning was read."""
    return ("longer than 5 MB, the rest is unread",) if len(capture.body) > LIMIT else ()
