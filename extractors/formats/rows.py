"""Table rows on their way through the normaliser: marked in the text first, offsets afterwards.

A reader writes a row as ROW cell CELL cell CELL … END. The marks are
noncharacters of Unicode, which no document holds once `unmarked` has seen it
and which no step of the normaliser touches, so that rows can be found in the
text when nothing changes it any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractors.thai.text import normalize

ROW, CELL, END = "\ufdd0", "\ufdd1", "\ufdd2"

Spans = tuple[tuple[tuple[int, int], ...], ...]  # of each row, of each cell: [start, end) in the text

_MARKS = dict.fromkeys(map(ord, (ROW, CELL, END)))
_UNNAMED = re.compile(r"(?:(?:Sheet|Table|แผ่นงาน|ชีต|ชีท|ตาราง)\s?[\d๐-๙]*)?", re.I)
_ROW = re.compile(f"{ROW}([^{ROW}{END}]*){END}")


def unmarked(text: str) -> str:
    """Text of the document without anything that could be taken for a mark."""
    return text.translate(_MARKS)


def marked(cells: Iterable[str]) -> str:
    return f"{ROW}{''.join(cell + CELL for cell in cells)}{END}"


def of_cells(cells: Sequence[str], marks: bool = True) -> str:
    """A row without the empty cells at its end; what stands alone in its row is a line of text."""
    last = max((n for n, cell in enumerate(cells, 1) if cell.strip()), default=0)
    filled = [cell for cell in cells[:last] if cell.strip()]
    return marked(cells[:last]) if marks and len(filled) > 1 else "\n".join(filled)


def is_unnamed(sheet: str) -> bool:
    """Whether a sheet or table has the name that its program gave it.

    >>> is_unnamed("แผ่นงาน1"), is_unnamed("Table2"), is_unnamed("21 มี.ค. 67")
    (True, True, False)
    """
    return _UNNAMED.fullmatch(sheet.strip()) is not None


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


def stacked(parts: Iterable[str]) -> tuple[str, Spans, tuple[int, ...]]:
    """Pages, marked and not yet regular, one below the other: the text, its rows, where each page begins.

    >>> stacked(["หน้าแรก", "", marked(["เวลา", "เรื่อง"])])
    ('หน้าแรก\\nเวลา\\tเรื่อง', (((8, 12), (13, 19)),), (0, 8, 8))
    """
    whole: list[str] = []
    spans: list[tuple[tuple[int, int], ...]] = []
    pages: list[int] = []
    offset = 0
    for part in parts:
        text, rows = settled(normalize(part))
        pages.append(offset)
        spans += [tuple((start + offset, end + offset) for start, end in row) for row in rows]
        if text:
            whole.append(text)
            offset += len(text) + 1
    return "\n".join(whole), tuple(spans), tuple(pages)


def _places(cells: list[str], offset: int) -> tuple[tuple[int, int], ...]:
    places = []
    for cell in cells:
        places.append((offset, offset + len(cell)))
        offset += len(cell) + 1
    return tuple(places)
