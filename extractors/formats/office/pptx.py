"""PowerPoint files: a page a slide, its texts in the order in which a screen reader reads them aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER

from extractors.formats import rows
from extractors.formats.document import document
from extractors.formats.media import PPTX
from extractors.formats.office import package
from extractors.records import Capture, Document, Site

# What stands on every slide alike.
_RUNNING = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER, PP_PLACEHOLDER.SLIDE_NUMBER)


def read(capture: Capture, site: Site) -> Document:
    """Text and tables of the slides that are shown; the speaker's notes stay out.

    Raises Unreadable (encrypted, truncated, malformed). To be called through `extractors.child`.
    """
    with package.opened(capture, "a PowerPoint file") as archive:
        slides = [
            "\n".join(_lines(slide.shapes))
            for slide in pptx.Presentation(package.plain(archive, capture.body)).slides
            if slide.element.get("show") != "0"
        ]
    text, places, pages = rows.stacked(slides)
    return document(capture, PPTX, text, places, pages=pages)


def _lines(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.is_placeholder and shape.placeholder_format.type in _RUNNING:
            continue
        if hasattr(shape, "shapes"):  # a group
            yield from _lines(shape.shapes)
        elif shape.has_text_frame:
            yield rows.unmarked(shape.text_frame.text)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield rows.of_cells([rows.unmarked(cell.text) for cell in row.cells if not cell.is_spanned])
