"""Pages to one text: running heads are read once, and a table row that a page break split is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from extractors.formats.pdf import lines as room
from extractors.formats.pdf.breaks import unbroken
from extractors.formats.pdf.glyphs import Glyph
from extractors.formats.rows import Spans
from extractors.thai.repair import repaired
from extractors.thai.text import normalize

Block = str | tuple[str, ...]  # a line, or the cells of a row

_EDGE = 0.1  # of the page's height: where running heads and feet stand
_NUMBER = re.compile(
    r"(?:หน้า(?:ที่)?|page)?[\s\-–—(\[]*[\d๐-๙]{1,4}(?:\s?(?:/|of|จาก)\s?[\d๐-๙]{1,4})?[\s\-–—)\]]*", re.I
)
_BEGINS_WITH_NUMBER = re.compile(r"[\d๐-๙]")


@dataclass(frozen=True)
class Edges:
    """The lines at the head and at the foot of a page, as drawn, which may run along all pages."""

    heads: frozenset[str] = frozenset()
    feet: frozenset[str] = frozenset()


NO_EDGES = Edges()


@dataclass
class Text:
    """The text of a file as its pages come: text, table rows, page offsets, and where running lines stand."""

    text: str = ""
    rows: Spans = ()
    pages: tuple[int, ...] = ()
    running: tuple[tuple[int, int], ...] = field(default=())


def edges(letters: Sequence[Glyph], height: float) -> Edges:
    heads = room.flow_lines([letter for letter in letters if letter.base > (1 - _EDGE) * height])
    feet = room.flow_lines([letter for letter in letters if letter.base < _EDGE * height])
    return Edges(frozenset(map(room.text, heads)), frozenset(map(room.text, feet)))


def blocks(text: str, rows: Spans) -> list[Block]:
    """The text as lines and rows of cells."""
    found: list[Block] = []
    place = 0
    for row in rows:
        found += text[place : row[0][0]].split("\n")[:-1]
        found.append(tuple(text[start:end] for start, end in row))
        place = row[-1][1] + 1
    return found + (text[place:].split("\n") if text[place:] else [])


def joined(pages: Sequence[tuple[list[Block], Edges]]) -> Text:
    """The pages below each other."""
    running = [_running(pages, number) for number in range(len(pages))]
    kept = [
        [block for block in page if block not in repeated]
        for (page, _), (repeated, _) in zip(pages, running, strict=True)
    ]
    _mend_rows(kept)
    return _composed(kept, [shown for _, shown in running])


def _running(pages: Sequence[tuple[list[Block], Edges]], number: int) -> tuple[set[str], set[str]]:
    """Of the lines that run along the pages, those that another page tells, and those that stay on this one.

    A head stays on the first page that has it, a foot on the last; page numbers stay on none.
    """
    own = pages[number][1]
    before = [edges for _, edges in pages[max(0, number - 2) : number]]  # two: left and right pages differ
    after = [edges for _, edges in pages[number + 1 : number + 3]]
    heads = own.heads & {line for page in before for line in page.heads}
    feet = own.feet & {line for page in after for line in page.feet}
    stays = own.heads & {line for page in after for line in page.heads}
    stays |= own.feet & {line for page in before for line in page.feet}
    numbers = {
        line
        for side in ("heads", "feet")
        for line in getattr(own, side)
        if _NUMBER.fullmatch(line) and any(_numbered(getattr(page, side)) for page in (*before, *after))
    }
    gone = heads | feet | numbers
    return _as_read(gone), _as_read(stays - gone)


def _as_read(lines: Set[str]) -> set[str]:
    return {normalize(repaired(line)) for line in lines}


def _numbered(lines: frozenset[str]) -> bool:
    return any(_NUMBER.fullmatch(line) for line in lines)


def _mend_rows(pages: list[list[Block]]) -> None:
    """Give the rest of a row, at the head of a page, to the row at the foot of the page before."""
    for n in range(1, len(pages)):
        above, page = pages[n - 1], pages[n]
        if above and page and page[0] == next((block for block in above if isinstance(block, tuple)), None):
            del page[0]  # the table's heading, told again
        if above and page and _goes_on(above, page[0]):
            last, rest = above[-1], page.pop(0)
            above[-1] = tuple(_whole(a, b) for a, b in zip(last, rest, strict=True))


def _goes_on(above: Sequence[Block], first: Block) -> bool:
    """Whether that row is the rest of the last one: it has no time or number, which other rows begin with."""
    last = above[-1]
    if not isinstance(first, tuple) or not isinstance(last, tuple) or len(first) != len(last):
        return False
    if not first[0]:
        return True
    rows = [block for block in above if isinstance(block, tuple)]
    numbered = sum(bool(_BEGINS_WITH_NUMBER.match(row[0])) for row in rows)
    return numbered > len(rows) / 2 and not _BEGINS_WITH_NUMBER.match(first[0])


def _whole(cell: str, rest: str) -> str:
    blank = "" if not cell or not rest or unbroken(cell, rest) else " "
    return cell + blank + rest


def _composed(pages: Sequence[Sequence[Block]], running: Sequence[set[str]]) -> Text:
    whole = Text()
    parts: list[str] = []
    rows: list[tuple[tuple[int, int], ...]] = []
    offsets: list[int] = []
    marked: list[tuple[int, int]] = []
    offset = 0
    for page, shown in zip(pages, running, strict=True):
        offsets.append(offset)
        for block in page:
            if isinstance(block, tuple):
                rows.append(tuple(_places(block, offset)))
            elif block in shown:
                marked.append((offset, offset + len(block)))
            parts.append("\t".join(block) if isinstance(block, tuple) else block)
            offset += len(parts[-1]) + 1
    whole.text = "\n".join(parts)
    whole.rows, whole.pages, whole.running = tuple(rows), tuple(offsets), tuple(marked)
    return whole


def _places(cells: Sequence[str], offset: int) -> Iterator[tuple[int, int]]:
    for cell in cells:
        yield offset, offset + len(cell)
        offset += len(cell) + 1
