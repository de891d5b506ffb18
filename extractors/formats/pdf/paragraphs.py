"""Lines to paragraphs: a line that was broken only because it was full goes on in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.formats.pdf import lines as room
from extractors.formats.pdf.breaks import unbroken
from extractors.formats.pdf.lines import Line
from extractors.thai.words import words

Reach = tuple[float, float]  # where a line begins and ends

_MOST = 1000  # lines; more are no page but an attack, and stay as they are
_LISTED = re.compile(r"[-–•*▪] ?|[\d๐-๙]{1,2}[.)] ")  # begins a line of its own
_LATIN = re.compile("[!-~]+")
# All measures are in ems.
_LEADING = 2.6  # lines further apart than that are two paragraphs
_INDENT = 1.0  # a line further right than that begins a paragraph
_NARROW = 10.0  # shorter lines than that are a list, not a wrapped text
_SURELY_FULL = 1.2  # no word fits into what is left
_PADDING = 0.8  # a cell keeps free, and a blank takes, before the next word


def flowing(
    lines: Sequence[Line], cell: tuple[float, float] | None = None, apart: frozenset[str] = frozenset()
) -> str:
    """The text of the lines, wrapped ones joined but for those that are `apart`.

    `cell` is the left and right edge, where there is one.
    """
    tracking = room.letter_spacing([letter for letter in max(lines, key=len) if not letter.blank])
    return joined(lines, [room.text(line, tracking) for line in lines], cell, apart)


def joined(
    lines: Sequence[Line],
    texts: Sequence[str],
    cell: tuple[float, float] | None = None,
    apart: frozenset[str] = frozenset(),
) -> str:
    """`flowing` of lines whose texts are known."""
    if len(lines) > _MOST:
        return "\n".join(texts)
    out: list[str] = []
    reaches = [(line[0].left, _end(line)) for line in lines]
    for n, line in enumerate(lines):
        free = _free(lines, reaches, n - 1, cell) if n else 0.0
        alone = n and not apart.isdisjoint(texts[n - 1 : n + 1])
        if n and not alone and _goes_on(lines[n - 1], line, texts[n], free, cell is not None):
            blank = lines[n - 1][-1].blank or line[0].blank or not unbroken(texts[n - 1], texts[n])
            out.append(" " if blank else "")
        elif n:
            out.append("\n")
        out.append(texts[n])
    return "".join(out)


def _goes_on(line: Line, following: Line, text: str, free: float, in_cell: bool) -> bool:
    """Whether the next line's first word was moved there because it no longer fitted into what was free."""
    first, size = following[0], max(line[0].size, following[0].size)
    drop = line[0].base - first.base
    if not 0.5 * size < drop < _LEADING * size or abs(line[0].size - first.size) > 0.15 * size:
        return False
    if not in_cell and (_end(line) - line[0].left < _NARROW * size or not _aligned(line, following)):
        return False
    share = len(_first_word(text)) / max(1, len(text))
    needed = share * (_end(following) - first.left) + (_PADDING * size if in_cell else 0.0)
    return _LISTED.match(text) is None and free < max(_SURELY_FULL * size, needed)


def _free(
    lines: Sequence[Line], reaches: Sequence[Reach], number: int, cell: tuple[float, float] | None
) -> float:
    """The width that the line leaves free; in a cell, whose text may be centred, on both sides of it."""
    left, right = reaches[number]
    size = lines[number][0].size
    if cell is None:
        return _edge(reaches, left, right, size) - right
    margin = min(max(0.0, start - cell[0]) for start, _ in reaches)
    return cell[1] - cell[0] - 2 * min(margin, 0.6 * size) - (right - left)


def _aligned(line: Line, following: Line) -> bool:
    """Flush left, or hanging under the beginning of a word; not centred, not indented anew."""
    first, size = following[0], line[0].size
    if first.left <= line[0].left + _INDENT * size:
        middle = (line[0].left + _end(line)) / 2 - (first.left + _end(following)) / 2
        return abs(middle) > 0.3 * size or abs(first.left - line[0].left) < 0.3 * size
    starts = (b.left for a, b in pairwise(line) if a.blank or b.left - a.right > 0.5 * size)
    return any(abs(start - first.left) < 0.3 * size for start in starts)


def _first_word(text: str) -> str:
    run = text.split(" ", 1)[0]
    latin = _LATIN.match(run)
    return latin[0] if latin else next(iter(words(run[:40])), run)


def _edge(reaches: Sequence[Reach], left: float, right: float, size: float) -> float:
    """The right edge of the column in which a line stands from left to right.

    Infinite where fewer than three lines show it, or the line goes beyond it,
    as a heading across two columns does: then no line is known to be full.
    """
    half = 0.5 * (right - left)
    beside = [(start, end) for start, end in reaches if min(end, right) - max(start, left) > half]
    if len(beside) < 3:
        return float("inf")
    flush = _flush([end for _, end in beside], 0.15 * size)
    if flush is not None:
        return flush if right < flush + 0.5 * size else float("inf")
    widths = sorted(end - start for start, end in beside)
    usual = 1.5 * widths[3 * len(widths) // 4]
    return max(end for start, end in beside if end - start <= usual)


def _flush(ends: list[float], near: float) -> float | None:
    """Where justified text ends: the rightmost place at which a third of the lines end, three at least."""
    ends = sorted(ends, reverse=True)
    least = max(3, len(ends) // 3)
    return next((a for a, b in zip(ends, ends[least - 1 :], strict=False) if a - b <= near), None)


def _end(line: Line) -> float:
    first, *rest = line[-3:]
    return max([first.right, *(letter.right for letter in rest if not letter.blank)])
