"""Marks back on their letters: what a Thai PDF draws apart is read as one."""

from __future__ import annotations

from collections import defaultdict
from math import floor

from extractors.formats.pdf.glyphs import UNKNOWN, Glyph, is_mark, split_marks
from extractors.thai.text import MARKS, NIKHAHIT, SARA_AA, SARA_AM, TONES

# The Latin letters under which Distiller left the shifted tones of the PSL, DB and UPC fonts.
LATIN_MARKS = {"\u00c9": "่", "\u00ca": "้", "\u00cb": "๊", "\u00cc": "๋", "\u00cd": "์"}
_MOST_MARKS = 4  # on a letter; a hostile page piles up more
# All measures below are in ems of the glyph's font.
_SAME = 0.08  # two equal glyphs nearer than that are one, struck twice to look bold
_THIN = 0.05  # a blank thinner than that is a mark without a name


def clusters(drawn: list[Glyph]) -> tuple[list[Glyph], int]:
    """The letters of a page with their marks, in stream order, and the number of glyphs without a name.

    Word and Distiller place a mark at or beyond the left of the next letter,
    old drivers draw all marks after the line: sorting by place, as PDF
    libraries do, puts them on the wrong letter.
    """
    thai = sum("\u0e00" <= glyph.text <= "\u0e7f" for glyph in drawn)
    letters: list[Glyph] = []
    marks: list[tuple[Glyph, Glyph | None]] = []  # with the letter drawn before
    for glyph in _once(drawn):
        split_marks(glyph)
        if thai > 20 and glyph.text in LATIN_MARKS and glyph.width < 0.12 * glyph.size:
            glyph.text = LATIN_MARKS[glyph.text]
        if _is_mark(glyph):
            marks.append((glyph, letters[-1] if letters else None))
        else:
            letters.append(glyph)
    _attach(marks, letters)
    letters = _with_am(letters)
    return letters, sum(glyph.text.count(UNKNOWN) + (UNKNOWN in glyph.marks) for glyph in letters)


def _is_mark(glyph: Glyph) -> bool:
    text = glyph.text
    if is_mark(text):
        return len(text) == 1 or glyph.width < 0.3 * glyph.size
    if text in (" ", UNKNOWN, SARA_AM):
        return glyph.width < _THIN * glyph.size
    return len(text) > 1 and is_mark(text.replace(SARA_AM, "")) and glyph.width < 0.3 * glyph.size


def _once(drawn: list[Glyph]) -> list[Glyph]:
    """Without the second, third and fourth strike of bold made by hand."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    kept = []
    for glyph in drawn:
        if glyph.text.isspace():
            kept.append(glyph)
            continue
        cell = 2 * _SAME * glyph.size or 1.0
        x, y = glyph.left / cell, glyph.base / cell
        column, row = floor(x), floor(y)
        beside, above = (1 if x - column > 0.5 else -1), (1 if y - row > 0.5 else -1)
        for cell_beside in (
            (glyph.text, column, row),
            (glyph.text, column + beside, row),
            (glyph.text, column, row + above),
            (glyph.text, column + beside, row + above),
        ):
            if cell_beside in seen and _together(glyph, seen[cell_beside]):
                break
        else:
            seen[glyph.text, column, row] = glyph
            kept.append(glyph)
    return kept


def _together(glyph: Glyph, other: Glyph) -> bool:
    near = _SAME * glyph.size
    return abs(other.left - glyph.left) < near and abs(other.base - glyph.base) < near


def _with_am(letters: list[Glyph]) -> list[Glyph]:
    """Sara am in one piece: fonts draw its two halves apart, and name one of them wrongly or not at all."""
    joined: list[Glyph] = []
    for letter in letters:
        last = joined[-1] if joined else None
        if last is not None and _halves(last, letter):
            tones = "".join(char for char in last.marks if char in TONES)
            last.marks = tones + SARA_AM
            last.right = letter.right
        else:
            joined.append(letter)
    return joined


def _halves(last: Glyph, letter: Glyph) -> bool:
    if (
        not -0.3 * letter.size < letter.left - last.right < 0.5 * letter.size
        or abs(letter.base - last.base) > 0.1
    ):
        return False
    if letter.text == SARA_AA:
        return _lost_am(last)
    return letter.text == UNKNOWN and (SARA_AM in last.marks or SARA_AM in last.text)


def _attach(marks: list[tuple[Glyph, Glyph | None]], letters: list[Glyph]) -> None:
    """Put each mark on its letter; those that have none stay as letters, if there are letters on their line.

    Chromium leaves the mark of a word on the page that has no room for the word.
    """
    lines: defaultdict[int, list[Glyph]] = defaultdict(list)
    for letter in letters if marks else ():
        if not letter.blank:
            lines[round(letter.base)].append(letter)
    for mark, before in marks:
        owner = _owner(mark, before, lines)
        if owner is not None and len(owner.marks) < 2 * _MOST_MARKS:
            owner.marks += mark.text
        elif owner is None and mark.text not in (" ", UNKNOWN) and any(lines.get(y) for y in _heights(mark)):
            letters.append(mark)


def _owner(mark: Glyph, before: Glyph | None, lines: dict[int, list[Glyph]]) -> Glyph | None:
    """The letter drawn before, where the mark is at its right end; else the nearest on the line."""
    if before is not None and not _carries(before, mark):
        before = None
    distance = abs(mark.left - before.right) if before else float("inf")
    if distance <= 0.35 * mark.size:
        return before
    found, nearest = None, float("inf")
    for height in _heights(mark):
        for letter in lines.get(height, ()):
            apart = abs(mark.left - letter.right)
            if apart < nearest and _carries(letter, mark):
                found, nearest = letter, apart
    return found if found is not None and nearest < distance - 0.1 * mark.size else before


def _heights(mark: Glyph) -> range:
    """The lines on which the letter of the mark may stand."""
    reach = 0.35 * mark.size
    return range(round(mark.base - reach), round(mark.base + reach) + 1)


def _carries(letter: Glyph, mark: Glyph) -> bool:
    last = letter.text[-1]
    return (
        ("ก" <= last <= "ฮ")
        and abs(letter.base - mark.base) < 0.35 * max(mark.size, letter.size)
        and -0.75 * mark.size <= mark.left - letter.right <= 0.3 * mark.size
    )


def _lost_am(letter: Glyph) -> bool:
    """Whether the sara aa behind this letter is half of a sara am, whose other half is among its marks."""
    named = any(char in MARKS for char in letter.marks)
    return (
        SARA_AM in letter.marks
        or NIKHAHIT in letter.marks
        or " " in letter.marks
        or (UNKNOWN in letter.marks and not named)
    )
