"""Lines that OCR read in one column, joined where one was broken only because it was full."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from extractors.formats.digits import Word
from extractors.formats.pdf.glyphs import Glyph
from extractors.formats.pdf.paragraphs import joined

_EM = 1.1  # of a Thai font, in heights of a line from its highest mark to its lowest


def unwrapped(text: str, words: Sequence[Word], cell: tuple[float, float] | None = None) -> str:
    """The text in paragraphs; as it is where its lines are not those of the words.

    `cell` is the left and right edge of the cell of a table in which it stands.
    """
    texts = [line for line in text.splitlines() if line.strip()]
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    if not lines or len(texts) != len(lines):
        return text
    high = median(max(word.box[3] for word in line) - min(word.box[1] for word in line) for line in lines)
    size = _EM * high
    return joined([_as_glyphs(line, size) for line in lines], texts, cell)


def _as_glyphs(line: Sequence[Word], size: float) -> list[Glyph]:
    """The line as a page of a PDF would have it, whose heights go up from the foot."""
    base = -median(word.box[3] for word in line)
    return [Glyph(word.text, word.box[0], word.box[2], base, size, n) for n, word in enumerate(line)]
