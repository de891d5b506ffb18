"""Ruled tables: pdfplumber finds the grid, the letters go into its cells in stream order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.layout import LTComponent, LTCurve, LTLine, LTRect

from extractors.formats import rows
from extractors.formats.pdf.glyphs import Glyph
from extractors.formats.pdf.lines import flow_lines, in_lines
from extractors.formats.pdf.paragraphs import flowing

_FEWEST, _MOST = 4, 4000  # rulings: less make no table, more are a drawing or an attack
_LONG_CELL = 1500  # letters; a frame around a text is no table

Cell = tuple[float, float, float, float]  # left, top, right, bottom in pdfplumber's measure
Grid = list[list[Cell]]


def grids(page: Any, drawn: Sequence[LTComponent]) -> list[Grid]:
    """The tables of the page, as rows of cells."""
    kinds = {LTLine: "line", LTRect: "rect", LTCurve: "curve"}
    ruled = [thing for thing in drawn if type(thing) in kinds]
    if not _FEWEST <= len(ruled) <= _MOST:
        return []
    # Letters are left out of what pdfplumber sees: turning each into a dict takes longer than all the rest.
    page._objects = {name: [] for name in kinds.values()}
    for thing in ruled:
        page._objects[kinds[type(thing)]].append(page.process_object(thing))
    found = [[[cell for cell in row.cells if cell] for row in table.rows] for table in page.find_tables()]
    return [grid for grid in found if sum(len(row) > 1 for row in grid) > 1]


def page_text(letters: Sequence[Glyph], page: Any, grids: list[Grid], apart: frozenset[str]) -> str:
    """The text of the page with its table rows marked, each table where its first letter is drawn.

    `apart` are lines that no other goes on in.
    """
    places = list(_places(letters, page, grids))
    tables: dict[int, dict[tuple[int, int], list[Glyph]]] = {}
    for letter, place in zip(letters, places, strict=True):
        if place is not None:
            tables.setdefault(place[0], {}).setdefault(place[1:], []).append(letter)
    framed = {n for n, cells in tables.items() if max(map(len, cells.values())) > _LONG_CELL}
    pieces: list[str] = []
    pending: list[Glyph] = []
    for letter, place in zip(letters, places, strict=True):
        if place is None or place[0] in framed:
            pending.append(letter)
        elif place[0] in tables:
            pieces += [_running(pending, page.width, apart), _table(grids[place[0]], tables.pop(place[0]))]
            pending = []
    return "\n".join(piece for piece in (*pieces, _running(pending, page.width, apart)) if piece)


def _running(letters: list[Glyph], width: float, apart: frozenset[str]) -> str:
    return flowing(in_lines(letters, width), apart=apart) if letters else ""


def _places(letters: Sequence[Glyph], page: Any, grids: list[Grid]) -> Iterator[tuple[int, int, int] | None]:
    """Table, row and column of each letter; None outside of all tables."""
    cells = [
        (left - 1, top, right + 1, bottom, (n, r, c))
        for n, grid in enumerate(grids)
        for r, row in enumerate(grid)
        for c, (left, top, right, bottom) in enumerate(row)
    ]
    height, beside = None, cells  # the cells beside the line on which the last letter stood
    for letter in letters:
        x = (letter.left + letter.right) / 2 + page.mediabox[0]
        y = page.height - letter.base - 0.25 * letter.size + page.mediabox[1]
        if y != height:
            height, beside = y, [cell for cell in cells if cell[1] <= y <= cell[3]]
        yield next((place for left, _, right, _, place in beside if left <= x <= right), None)


def _table(grid: Grid, cells: dict[tuple[int, int], list[Glyph]]) -> str:
    marked = []
    for r, row in enumerate(grid):
        texts = [
            flowing(flow_lines(cells[r, c]), (cell[0], cell[2])) if (r, c) in cells else ""
            for c, cell in enumerate(row)
        ]
        if any(texts):
            marked.append(rows.marked(texts) if len(texts) > 1 else texts[0])
    return "\n".join(marked)
