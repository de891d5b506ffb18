"""OpenDocument files of LibreOffice: texts, sheets (a page each) and slides (a page each)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from defusedxml import ElementTree

from extractors.errors import Unreadable
from extractors.formats import rows
from extractors.formats.document import document
from extractors.formats.media import media_type
from extractors.formats.office import package
from extractors.records import Capture, Document, Site

_DEEPEST = 5  # tables within each other
_WIDEST = 100  # cells that a row says to repeat; an empty one is repeated to the edge of the sheet


def _name(name: str) -> str:
    """An element or attribute in ElementTree's spelling: "text:p" -> "{urn:…:text:1.0}p"."""
    prefix, _, local = name.partition(":")
    family = "drawing" if prefix == "draw" else prefix
    return f"{{urn:oasis:names:tc:opendocument:xmlns:{family}:1.0}}{local}"


_PARAGRAPHS = (_name("text:p"), _name("text:h"))
_TABLE, _ROW, _CELL = _name("table:table"), _name("table:table-row"), _name("table:table-cell")
_BOXES = (_name("draw:text-box"), _name("draw:custom-shape"))
_DRAWN = _name("draw:")
_SIGNS = {_name("text:tab"): "\t", _name("text:line-break"): "\n"}
_BLANKS = _name("text:s")
_PASSED_OVER = {
    *map(_name, ("text:tracked-changes", "text:note", "office:annotation", "presentation:notes")),
    *map(_name, ("table:covered-table-cell", "office:forms", "text:ruby-text")),
}
_RUNNING = ("footer", "header", "date-time", "page-number")  # classes of what stands on every slide alike


def read(capture: Capture, site: Site) -> Document:
    """Body text and tables; heads and feet, notes, hidden sheets and slides stay out.

    Raises Unreadable (encrypted, truncated, malformed). To be called through `extractors.child`.
    """
    with package.opened(capture, "an OpenDocument file") as archive:
        if _is_encrypted(archive):
            reason = "expected an open OpenDocument file, came one with a password"
            raise Unreadable(capture.url, reason, "encrypted")
        content = ElementTree.fromstring(archive.read("content.xml"))
        parts = ["\n".join(_lines(part, 0)) for part in _parts(content)]
    text, places, pages = rows.stacked(parts)
    return document(capture, media_type(capture), text, places, pages=pages if _is_paged(content) else ())


def _is_encrypted(archive: ZipFile) -> bool:
    manifest = "META-INF/manifest.xml"
    return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)


def _parts(content: Element) -> Iterator[Element]:
    """The body of a text; the sheets or slides that are shown."""
    hidden = {style.get(_name("style:name")) for style in content.iter(_name("style:style")) if _hides(style)}
    for body in content.iterfind(f"{_name('office:body')}/*"):
        if body.tag == _name("office:text"):
            yield body
            continue
        for part in body:
            styled = part.get(_name("table:style-name")) or part.get(_name("draw:style-name"))
            if part.tag in (_TABLE, _name("draw:page")) and styled not in hidden:
                yield part


def _hides(style: Element) -> bool:
    return any(
        properties.get(_name("table:display")) == "false"
        or properties.get(_name("presentation:visibility")) == "hidden"
        for properties in style
    )


def _is_paged(content: Element) -> bool:
    return content.find(f"{_name('office:body')}/{_name('office:text')}") is None


def _lines(part: Element, depth: int) -> Iterator[str]:
    """The lines of a body, a slide, a cell or a box; `depth` counts the tables around it."""
    if part.tag == _TABLE:
        named = part.get(_name("table:name")) or ""
        yield from () if rows.is_unnamed(named) else (rows.unmarked(named),)
        yield from _rows(part, depth)
        return
    for block in _topmost(part, (*_PARAGRAPHS, _TABLE)):
        if block.tag == _TABLE:
            yield from _rows(block, depth) if depth < _DEEPEST else ()
            continue
        yield rows.unmarked("".join(_words(block)))
        for box in _topmost(block, _BOXES):
            yield from _lines(box, depth)


def _rows(table: Element, depth: int) -> Iterator[str]:
    for row in _topmost(table, (_ROW,)):
        if row.get(_name("table:visibility"), "visible") == "visible":
            yield rows.of_cells(list(_cells(row, depth)), marks=depth == 0)


def _cells(row: Element, depth: int) -> Iterator[str]:
    for cell in _topmost(row, (_CELL,)):
        said = "\n".join(_lines(cell, depth + 1))
        repeated = int(cell.get(_name("table:number-columns-repeated"), "1"))
        yield from [said] * min(repeated, _WIDEST)


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == _BLANKS:
            yield " "
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _PASSED_OVER and not child.tag.startswith(_DRAWN):
            yield from _words(child)
        yield child.tail or ""


def _topmost(part: Element, tags: tuple[str, ...]) -> Iterator[Any]:
    """Elements of those tags below `part`, none within another."""
    for child in part:
        if child.tag in tags:
            yield child
        elif child.tag not in _PASSED_OVER and child.get(_name("presentation:class")) not in _RUNNING:
            yield from _topmost(child, tags)
