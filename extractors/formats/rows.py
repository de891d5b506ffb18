"""Table rows on their way through the normaliser: marked in the text first, offsets afterwards.

A reader writes a row as ROW cell CELL cell CELL … END. The marks are
noncharacters of Unicode, which no document holds once `unmarked` has seen it
and which no step of the normaliser touches, so that rows can be found in the
text when nothing changes it any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ROW, CELL, END = "\ufdd0", "\ufdd1", "\ufdd2"

Spans = tuple[tuple[tuple[int, int], ...], ...]  # of each row, of each cell: [start, end) in the text

_MARKS = dict.fromkeys(map(ord, (ROW, CELL, END)))
_ROW = re.compile(f"{ROW}([^{ROW}{END}]*){END}")


def unmarked(text: str) -> str:
    """Text of the document without anything that could be taken for a mark."""
    return text.translate(_MARKS)


def marked(cells: Iterable[str]) -> str:
    return f"{ROW}{''.join(cell + CELL for cell in cells)}{END}"


def settled(text: str) -> tuple[str, Spans]:
    """The text with a row a line, its cells parted by tabs, and the places of the cells; empty rows go.

    >>> settled("กำหนดการ" + marked(["09.00 น.", "พิธีเปิด"]))
    ('กำหนดการ\\n09.00 น.\\tพิธีเปิด', (((9, 17), (18, 26)),))
    """
    lines: list[str] = []
    rows: list[tuple[tuple[int, int], ...]] = []
    offset = 0
    for number, part in enumerate(_ROW.split(text)):
        cells = [cell.strip() for cell in part.split(CELL)[:-1]] if number % 2 else []
        line = "\t".join(cells) if number % 2 else part.strip(" \n")
        if not line.strip():
            continue
        if len(cells) > 1:
            rows.append(_places(cells, offset))
        lines.append(unmarked(line))
        offset += len(lines[-1]) + 1
    return "\n".join(lines), tuple(rows)


def _places(cells: list[str], offset: int) -> tuple[tuple[int, int], ...]:
    places = []
    for cell in cells:
        places.append((offset, offset + len(cell)))
        offset += len(cell) + 1
    return tuple(places)
