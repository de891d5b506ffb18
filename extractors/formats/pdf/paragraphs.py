"""Lines to paragraphs: a line that was broken only because it was full goes on in the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.formats.pdf import lines as room
from extractors.formats.pdf.lines import Line
from extractors.thai.words import words

_MOST = 1000  # lines; more are no page but an attack, and stay as they are
# All measures are in ems.
_LEADING = 2.6  # lines further apart than that are two paragraphs
_INDENT = 1.0  # a line further right than that begins a paragraph
_SURELY_FULL = 1.2  # no word fits into what is left


def flowing(lines: Sequence[Line], right: float | None = None) -> str:
    """The text of the lines, wrapped ones joined; `right` is the edge to fill, where a cell gives it."""
    texts = [room.text(line) for line in lines]
    if len(lines) > _MOST:
        return "\n".join(texts)
    out: list[str] = []
    for n, line in enumerate(lines):
        before = lines[n - 1] if n else None
        if before is not None and _goes_on(
            before, line, texts[n], _edge(lines, before) if right is None else right
        ):
            out.append(
                " " if _blank_between(before, line) or not _thai(texts[n - 1][-1:] + texts[n][:1]) else ""
            )
        elif n:
            out.append("\n")
        out.append(texts[n])
    return "".join(out)


def _goes_on(line: Line, following: Line, text: str, right: float) -> bool:
    """Whether the next line's first word was moved there because it no longer fitted."""
    first, last, size = following[0], line[-1], max(line[0].size, following[0].size)
    drop = line[0].base - first.base
    if not 0.5 * size < drop < _LEADING * size or abs(line[0].size - first.size) > 0.15 * size:
        return False
    if not _aligned(line, following):
        return False
    left = right - _end(line)
    if left < _SURELY_FULL * size or last.text == "-":
        return True
    share = len(_first_word(text)) / max(1, len(text))
    return left < share * (_end(following) - first.left)


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
    return next(iter(words(run[:40])), run)


def _edge(lines: Sequence[Line], line: Line) -> float:
    """The right edge of the column in which the line stands; headings across several columns do not count.

    Infinite where fewer than three lines show it: then no line is known to be full.
    """
    left, right = line[0].left, _end(line)
    beside = [
        other for other in lines if min(_end(other), right) - max(other[0].left, left) > 0.5 * (right - left)
    ]
    if len(beside) < 3:
        return float("inf")
    widths = sorted(_end(other) - other[0].left for other in beside)
    usual = 1.5 * widths[3 * len(widths) // 4]
    return max(_end(other) for other in beside if _end(other) - other[0].left <= usual)


def _end(line: Line) -> float:
    return max(letter.right for letter in line[-3:] if not letter.blank or letter is line[-3:][0])


def _blank_between(line: Line, following: Line) -> bool:
    return line[-1].blank or following[0].blank


def _thai(pair: str) -> bool:
    return all("\u0e00" <= char <= "\u0e7f" for char in pair)
