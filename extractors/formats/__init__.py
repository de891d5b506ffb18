"""One reader a format. To add one: a module with `read(capture, site) -> Document`, and a line in READERS."""

from __future__ import annotations

from collections.abc import Callable

from extractors.records import Capture, Document, Site

READERS: dict[str, Callable[[Capture, Site], Document]] = {}


def media_type(capture: Capture) -> str:
    """The capture's media type, by its content first, then its header, then its name."""
    return "application/octet-stream"
