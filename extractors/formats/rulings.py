"""The ruled table of a scanned page, found by the lines that are drawn around its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import atan2, degrees
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells
from PIL import Image

from extractors.formats.digits import threshold

_STEP = 16  # pixels that must all be ink: no Thai letter has so straight a stroke beside another
_SHORTEST = 160  # pixels; what is shorter is no ruling
_THICKEST = 12  # pixels; what is thicker is a bar or a picture
_DARKEST = 0.2  # share of a picture that is rulings; more is a photograph
_MOST = 60  # rulings of a direction; more are a drawing or an attack
_NEAR = 15  # pixels by which rulings miss each other
_FEWEST = 4  # cells of a table

Box = tuple[int, int, int, int]  # left, top, right, bottom
Ruling = tuple[int, int, int, int]  # left, its height, right, its height


def leveled(picture: Image.Image) -> Image.Image:
    """The grey picture turned so that its longest ruling is level; as it is where there is none."""
    longest = max(_pieces(picture), key=lambda piece: piece[2] - piece[0], default=None)
    if longest is None:
        return picture
    left, start, right, end = longest
    return picture.rotate(degrees(atan2(end - start, right - left)), Image.Resampling.BICUBIC, fillcolor=255)


def _pieces(picture: Image.Image) -> Iterator[Ruling]:
    """The horizontal rulings; none where much of the picture is dark."""
    width, height = picture.width // _STEP, picture.height
    dark = threshold(picture)
    ink = picture.point([255 if level <= dark else 0 for level in range(256)])
    full = ink.resize((width, height), Image.Resampling.BOX, box=(0, 0, width * _STEP, height))
    solid = bytearray(level >= 250 for level in full.tobytes())
    if sum(solid) > _DARKEST * len(solid):
        return
    for found in _connected(solid, width):
        left, right = min(found)[0], max(found)[0]
        if (right - left + 1) * _STEP >= _SHORTEST and len(found) <= (right - left + 1) * _THICKEST:
            ends = [[row for column, row in found if column == side] for side in (left, right)]
            a, b = (round(sum(rows) / len(rows)) for rows in ends)
            yield left * _STEP, a, (right + 1) * _STEP, b


def _connected(solid: bytearray, width: int) -> Iterator[list[tuple[int, int]]]:
    """Each run of solid places that touch, or almost do, as (column, row); it is taken out of `solid`."""
    height = len(solid) // width if width else 0
    start = solid.find(1)
    while start >= 0:
        solid[start] = 0
        todo, found = [start], []
        while todo:
            row, column = divmod(todo.pop(), width)
            found.append((column, row))
            for y in range(max(0, row - 2), min(height, row + 3)):
                for place in range(y * width + max(0, column - 2), y * width + min(width, column + 3)):
                    if solid[place]:
                        solid[place] = 0
                        todo.append(place)
        yield found
        start = solid.find(1, start)


def grid(picture: Image.Image) -> list[list[Box]]:
    """The largest table of a level picture, as rows of cells; none where its lines make none."""
    flat = list(_pieces(picture))
    upright = list(_pieces(picture.transpose(Image.Transpose.TRANSPOSE)))
    if not 2 <= len(flat) <= _MOST or not 2 <= len(upright) <= _MOST:
        return []
    ys = _snapped([(a + b) // 2 for _, a, _, b in flat])
    xs = _snapped([(a + b) // 2 for _, a, _, b in upright])
    edges: list[dict[str, Any]] = [
        {"orientation": "h", "x0": left, "x1": right, "top": y, "bottom": y}
        for (left, _, right, _), y in zip(flat, ys, strict=True)
    ] + [
        {"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": foot}
        for (top, _, foot, _), x in zip(upright, xs, strict=True)
    ]
    crossings = edges_to_intersections(edges, _NEAR + _STEP, _NEAR + _STEP)
    tables = cells_to_tables(intersections_to_cells(crossings))
    cells = max(tables, key=len, default=[])
    if len(cells) < _FEWEST:
        return []
    boxes = [(int(left), int(top), int(right), int(foot)) for left, top, right, foot in cells]
    return [sorted(box for box in boxes if box[1] == top) for top in sorted({box[1] for box in boxes})]


def _snapped(places: Sequence[int]) -> list[int]:
    """Each place moved onto the first one near it."""
    kept: list[int] = []
    for place in places:
        near = next((other for other in kept if abs(other - place) <= _NEAR), None)
        if near is None:
            kept.append(place)
    return [next(other for other in kept if abs(other - place) <= _NEAR) for place in places]
