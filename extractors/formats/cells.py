"""A scanned page with a ruled table, column by column: Tesseract reads across cells and loses the rows."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

from PIL import Image

from extractors.formats import ocr, rows
from extractors.formats.digits import Word
from extractors.formats.pdf.wrapped import unwrapped
from extractors.formats.rulings import Box, grid, leveled

_LARGEST = 40_000_000  # pixels
_MOST = 8  # columns, each of which takes a run of Tesseract
_INSIDE = 7  # pixels from the middle of a ruling to where a cell is free of it
_MARGIN = 24  # pixels of white around what is read
_SMALLER = 0.8  # so drawn Tesseract reads short cells better, as it does pages (extractors/drawing.py)


def read(picture: bytes, layout: int) -> str | None:
    """The text of a scanned page, not yet normalised: a ruled table by its cells, all else in that layout.

    None where no OCR is installed. Raises Unreadable as `ocr.recognised` does.
    """
    if (said := recognised(picture)) is not None:
        return said
    found = ocr.recognised(picture, layout)
    if found is None:
        return None
    return unwrapped(found.text, found.words) if layout == ocr.ONE_COLUMN else found.text


def recognised(picture: bytes) -> str | None:
    """The text with its rows marked, not yet normalised; None where there is no ruled table, or no OCR.

    Raises Unreadable as `ocr.recognised` does.
    """
    try:
        with Image.open(BytesIO(picture)) as opened:
            if opened.width * opened.height > _LARGEST:
                return None
            level = leveled(opened.convert("L"))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None  # Tesseract opens more than Pillow does
    table = grid(level)
    columns = {(cell[0], cell[2]) for row in table for cell in row}
    if not 2 <= len(columns) <= _MOST:
        return None
    said: dict[Box, str] = {}
    for left, right in columns:
        column = [cell for row in table for cell in row if (cell[0], cell[2]) == (left, right)]
        texts = _column(level, column)
        if texts is None:
            return None
        said |= texts
    top, foot = table[0][0][1], max(cell[3] for cell in table[-1])
    above = _outside(level, (0, 0, level.width, top - _INSIDE))
    below = _outside(level, (0, foot + _INSIDE, level.width, level.height))
    marked = [rows.marked([said[cell] for cell in row]) for row in table]
    return "\n".join([above, *marked, below])


def _column(page: Image.Image, cells: Sequence[Box]) -> dict[Box, str] | None:
    """The text of each cell of a column, which is read as one; None where no OCR is installed."""
    left, top = cells[0][0] - _MARGIN, cells[0][1] - _MARGIN
    column = Image.new("L", (cells[0][2] + _MARGIN - left, cells[-1][3] + _MARGIN - top), 255)
    for cell in cells:
        inside = (cell[0] + _INSIDE, cell[1] + _INSIDE, cell[2] - _INSIDE, cell[3] - _INSIDE)
        column.paste(page.crop(inside), (inside[0] - left, inside[1] - top))
    size = round(column.width * _SMALLER), round(column.height * _SMALLER)
    found = ocr.recognised(_png(column.resize(size, Image.Resampling.LANCZOS)), ocr.ONE_BLOCK, ocr.THAI)
    if found is None:
        return None
    lines: dict[Box, list[tuple[str, list[Word]]]] = {cell: [] for cell in cells}
    for text, words in _lines(found):
        middle = (min(word.box[1] for word in words) + max(word.box[3] for word in words)) / 2
        height = middle / _SMALLER + top
        cell = min(cells, key=lambda cell: max(cell[1] - height, height - cell[3]))
        lines[cell].append((text, words))
    wide = (_MARGIN * _SMALLER, (column.width - _MARGIN) * _SMALLER)
    return {
        cell: unwrapped(
            "\n".join(text for text, _ in own), [word for _, words in own for word in words], wide
        )
        for cell, own in lines.items()
    }


def _lines(found: ocr.Recognised) -> list[tuple[str, list[Word]]]:
    """Each line with its words; what Tesseract's two outputs do not tell alike is taken from the words."""
    texts = [line for line in found.text.splitlines() if line.strip()]
    words = [list(line) for _, line in groupby(found.words, key=lambda word: word.line)]
    if len(texts) != len(words):
        texts = ["".join(word.text for word in line) for line in words]
    return list(zip(texts, words, strict=True))


def _outside(page: Image.Image, box: Box) -> str:
    if box[3] - box[1] <= _MARGIN:
        return ""
    found = ocr.recognised(_png(page.crop(box)), ocr.ONE_COLUMN)
    return unwrapped(found.text, found.words) if found else ""


def _png(picture: Image.Image) -> bytes:
    png = BytesIO()
    picture.save(png, "PNG", compress_level=1)
    return png.getvalue()
