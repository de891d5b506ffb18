"""Letters to lines, and lines to the text of a page, in the order in which the page was written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.formats.pdf.glyphs import UNKNOWN, Glyph
from extractors.thai.text import SARA_AM, mark_order

Line = list[Glyph]

# All measures are in ems.
_NEW_BASE = 0.25  # another line: the base differs by that
_BACK = 0.3  # another line: the pen jumps back by that
_FAR = 6.0  # another line: a column further right
_REAL = 0.05  # a blank that has a width is meant as one
_GAP_WITH_BLANKS = 0.35  # a gap that is a blank, on a line that has real blanks
_GAP = 0.17  # the same, on a line that has none
_SHORT = 4  # letters; a shorter line does not show its letter spacing
_MESSY = 0.25  # share of lines out of order from which the stream is not trusted


def in_lines(letters: Sequence[Glyph], width: float) -> list[Line]:
    """The lines in the order of the stream, or by place where the stream is out of order.

    Stream order beats order by place wherever it was compared: what sorts by
    height interleaves two columns, and the wrapped cells of a table.
    """
    flow = flow_lines(letters)
    if len(flow) < 4 or _disorder(flow) < _MESSY:
        return flow
    return _by_columns(_placed_lines(letters), width)


def flow_lines(letters: Sequence[Glyph]) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    for letter in letters:
        if line and _breaks(line[-1], letter):
            lines.append(line)
            line = []
        line.append(letter)
    lines.append(line)
    return [line for line in lines if not all(letter.blank for letter in line)]


def _breaks(last: Glyph, letter: Glyph) -> bool:
    size = max(last.size, letter.size)
    return (
        abs(letter.base - last.base) > _NEW_BASE * size
        or letter.left < last.left - _BACK * size
        or letter.left - last.right > _FAR * size
    )


def _disorder(lines: list[Line]) -> float:
    """The share of steps from line to line that go up, or just to the next letter."""
    wrong = 0
    for line, following in pairwise(lines):
        first, last = following[0], line[-1]
        up = first.base > line[0].base + 3 * first.size
        level = abs(line[0].base - first.base) < _NEW_BASE * first.size
        wrong += up or (level and 0 <= first.left - last.right < 0.3 * first.size)
    return wrong / len(lines)


def _placed_lines(letters: Sequence[Glyph]) -> list[Line]:
    lines: list[Line] = []
    for letter in sorted(letters, key=lambda glyph: -glyph.base):
        if lines and lines[-1][0].base - letter.base <= _NEW_BASE * max(letter.size, lines[-1][0].size):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=lambda glyph: (glyph.left, glyph.number)) for line in lines]


def _by_columns(lines: list[Line], width: float) -> list[Line]:
    """Left column before right column, between the lines that go across both."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return lines
    ordered: list[Line] = []
    right: list[Line] = []
    for line in lines:
        sides = [letter for letter in line if letter.left < gutter], [x for x in line if x.left >= gutter]
        across = any(x.left < gutter - 1 and x.right > gutter + 1 and not x.blank for x in line)
        if across or (sides[0] and sides[1] and sides[1][0].left - sides[0][-1].right < 0.6 * line[0].size):
            ordered += [*right, line]
            right = []
            continue
        ordered += [sides[0]] if sides[0] else []
        right += [sides[1]] if sides[1] else []
    return ordered + right


def _gutter(lines: list[Line], width: float) -> float | None:
    """Where a strip near the middle of the page is free, with text on both sides of it."""
    boxes = [[(part[0].left, part[-1].right, len(part)) for part in _parts(line)] for line in lines]
    best: tuple[int, float] | None = None
    for x in range(int(width * 0.3), int(width * 0.7), 3):
        free = [row for row in boxes if not any(left < x + 4 and right > x - 4 for left, right, _ in row)]
        both = [row for row in free if row and row[0][1] <= x <= row[-1][0]]
        if len(both) < max(6, 0.4 * len(boxes)):
            continue
        before = sum(n for row in both for _, right, n in row if right <= x) / len(both)
        after = sum(n for row in both for left, _, n in row if left >= x) / len(both)
        if min(before, after) >= 12 and (best is None or len(free) > best[0]):
            best = len(free), x
    return best[1] if best else None


def _parts(line: Line) -> list[Line]:
    """The line's pieces that stand more than .9 em apart."""
    parts: list[Line] = []
    for letter in line:
        if letter.blank:
            continue
        if parts and letter.left - parts[-1][-1].right <= 0.9 * letter.size:
            parts[-1].append(letter)
        else:
            parts.append([letter])
    return parts


def text(line: Line, tracking: float = 0.0) -> str:
    """One line, with its blanks: those drawn, and the gaps that are wide enough to be one.

    `tracking` is the letter spacing, in points, of a line too short to show its own.
    """
    real = any(letter.blank and letter.width > _REAL * letter.size for letter in line)
    threshold = _GAP_WITH_BLANKS if real else _GAP
    letters = [letter for letter in line if not letter.blank]
    spacing = 1.5 * (letter_spacing(letters) if len(letters) > _SHORT else tracking)
    out: list[str] = []
    last: Glyph | None = None
    blank = False
    for letter in line:
        if letter.blank:
            blank = blank or letter.width > _REAL * letter.size
            continue
        gap = letter.left - last.right if last else 0.0
        if last and (blank or gap > threshold * letter.size + spacing):
            out.append(" ")
        out.append(_with_marks(letter))
        last, blank = letter, False
    return "".join(out)


def _with_marks(letter: Glyph) -> str:
    marks = "".join(char for char in letter.marks if char not in (" ", UNKNOWN))
    if SARA_AM in marks:
        marks = marks.replace(SARA_AM, "") + SARA_AM
    return letter.text + (mark_order(marks) if len(marks) > 1 else marks)


def letter_spacing(letters: Line) -> float:
    """What the line is tracked by, in points: the median gap, if most gaps are small."""
    gaps = [max(0.0, b.left - a.right) for a, b in pairwise(letters)]
    small = [gap for gap in gaps if gap < 0.8 * letters[0].size]
    if len(small) < max(3, 0.5 * len(gaps)):
        return 0.0
    return min(median(small), 0.5 * letters[0].size)
