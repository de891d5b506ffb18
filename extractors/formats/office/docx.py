"""Word documents: paragraphs and table rows in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from extractors.formats import rows
from extractors.formats.document import document
from extractors.formats.media import DOCX
from extractors.formats.office import package
from extractors.records import Capture, Document, Site
from extractors.thai.text import normalize

_DEEPEST = 5  # tables within each other

_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:txbxContent"))
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# A deletion that is still shown; and what an older Word is to draw in place of a text box: the box once more.
_DELETED = (qn("w:del"), qn("w:moveFrom"))
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(capture: Capture, site: Site) -> Document:
    """Body text, text boxes behind their paragraph, and tables; heads, feet and notes stay out.

    Raises Unreadable (encrypted, truncated, malformed). To be called through `extractors.child`.
    """
    with package.opened(capture, "a Word file") as archive:
        body = docx.Document(package.plain(archive, capture.body)).element.body
        text, places = rows.settled(normalize("\n".join(_lines(body, 0))))
    return document(capture, DOCX, text, places)


def _lines(part: Any, depth: int) -> Iterator[str]:
    """The lines of a body, a cell or a box; `depth` counts the tables around it.

    The elements themselves, since python-docx's paragraphs leave out what stands in form fields and
    insertions, and its `row.cells` give a merged cell once a column.
    """
    for block in _topmost(part, (_PARAGRAPH, _TABLE)):
        if block.tag == _PARAGRAPH:
            yield rows.unmarked("".join(_words(block)))
            for box in _topmost(block, (_BOX,)):
                yield from _lines(box, depth)
        elif depth < _DEEPEST:
            yield from _rows(block, depth)


def _rows(table: Any, depth: int) -> Iterator[str]:
    for row in _topmost(table, (_ROW,)):
        cells = ["\n".join(_lines(cell, depth + 1)) for cell in _topmost(row, (_CELL,))]
        yield rows.marked(cells) if len(cells) > 1 and depth == 0 else "\n".join(cells)


def _words(paragraph: Any) -> Iterator[str]:
    for part in _topmost(paragraph, (qn("w:t"), *_SIGNS, _BOX)):
        yield _SIGNS.get(part.tag) or (part.text or "" if part.tag != _BOX else "")


def _topmost(part: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """Elements of those tags below `part`, none within another; lxml opens no file nested over 256 deep."""
    for child in part:
        if child.tag in tags:
            yield child
        elif child.tag not in (*_DELETED, _AGAIN):
            yield from _topmost(child, tags)
