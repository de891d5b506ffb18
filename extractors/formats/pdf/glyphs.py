"""The drawn glyphs of a page in the order of its content stream, with /ActualText in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTComponent, LTContainer
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.utils import decode_text
from pdfplumber.page import Page

from extractors.thai.text import MARKS, PRIVATE, SARA_AM

UNKNOWN = "\ufffd"  # a glyph is drawn here, and the file does not say which

# Fonts that went through Distiller lost the names of their shifted tones; the
# glyph numbers of the PSL, DB and UPC families are these.
_BY_NUMBER = {201: "่", 202: "้", 203: "๊", 204: "๋", 205: "์"}
_NUMBER = re.compile(r"\(cid:(\d+)\)")
_SWALLOWED = re.compile(f"[ก-ฮ][{MARKS}]+")
_CLUSTER = re.compile(f"[ก-ฮ][{MARKS}{SARA_AM}]*|.[{MARKS}]*", re.S)
_CODE = 3  # where, of what pdfminer says of a glyph behind its font, its number in that font stands

Replacement = tuple[int, str]  # the number of a span of /ActualText on its page, and what it says


class Glyph:
    """A letter with its place; `base` is the height of its line, in points from the page's foot."""

    __slots__ = ("base", "left", "marks", "number", "right", "size", "text")

    def __init__(self, text: str, left: float, right: float, base: float, size: float, number: int) -> None:
        self.text = text
        self.left = left
        self.right = right
        self.base = base
        self.size = size
        self.number = number  # in the stream
        self.marks = ""  # the marks that stand on it, as found

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def blank(self) -> bool:
        return self.text.isspace()


class _Device(PDFPageAggregator):
    """Carries what pdfminer drops: /ActualText, and by which font and number each glyph was drawn.

    LibreOffice and Chromium rely on /ActualText for sara am and shifted
    marks. It travels with each glyph of its span, numbered, since two spans
    may say the same. Font and number tell a glyph's letter anew
    when the font has got better names, without reading the page again.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.spans = 0
        self.tags: list[Replacement | None] = [None]  # of the spans that are open, the innermost last

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        said = props.get("ActualText") if isinstance(props, dict) else None
        self.spans += 1
        self.tags.append((self.spans, decode_text(said)) if isinstance(said, bytes) else None)

    def end_tag(self) -> None:
        if len(self.tags) > 1:
            self.tags.pop()

    def render_char(self, matrix: Any, font: PDFFont, *rest: Any) -> float:
        advance = super().render_char(matrix, font, *rest)
        drawn: Any = self.cur_item._objs[-1]
        drawn.drawn_by = font, rest[_CODE]
        drawn.replaced = self.tags[-1]
        return advance


def components(page: Page) -> list[LTComponent]:
    """Everything that is drawn on the page, in forms too, in the order of its content stream."""
    device = _Device(page.pdf.rsrcmgr, page.page_number)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    return list(_within(device.get_result()))


def _within(container: LTContainer[Any]) -> Iterator[LTComponent]:
    for thing in container:
        if isinstance(thing, LTContainer):
            yield from _within(thing)
        else:
            yield thing


def rename(drawn: Iterable[Any]) -> bool:
    """Give each glyph the letter that its font says by now; whether that is another one anywhere."""
    changed = False
    for char in drawn:
        if isinstance(char, LTChar):
            font, code = char.drawn_by  # type: ignore[attr-defined]
            try:
                text = font.to_unichr(code)
            except PDFUnicodeNotDefined:
                text = f"(cid:{code})"
            changed = changed or text != char._text
            char._text = text
    return changed


def glyphs(drawn: Iterable[Any]) -> list[Glyph]:
    """The page's glyphs; those that do not stand in the page's main direction are left out.

    A table across a page stands on its side without the file saying that the page is turned.
    """
    drawn = list(drawn)
    turned = sum(not char.upright for char in drawn) > len(drawn) / 2
    placed = [(char, _placed(char, n, turned)) for n, char in enumerate(drawn) if char.upright != turned]
    found: list[Glyph] = []
    for said, span in groupby(placed, key=lambda pair: pair[0].replaced):
        letters = [glyph for _, glyph in span]
        found.extend(letters if said is None else _replaced(letters, said[1]))
    return found


def _placed(char: LTChar, number: int, turned: bool) -> Glyph:
    text = _letter(char.get_text())
    if not turned:
        return Glyph(text, char.x0, char.x1, char.matrix[5], char.size or 10.0, number)
    up = char.matrix[1] > 0  # reads from the foot of the page to its head
    left, right = (char.y0, char.y1) if up else (-char.y1, -char.y0)
    base = -char.matrix[4] if up else char.matrix[4]
    return Glyph(text, left, right, base, char.width or 10.0, number)


def _letter(text: str) -> str:
    if len(text) == 1:
        return PRIVATE.get(ord(text), text)
    if match := _NUMBER.fullmatch(text):
        return _BY_NUMBER.get(int(match[1]), UNKNOWN)
    return text or UNKNOWN


def _replaced(span: list[Glyph], said: str) -> list[Glyph]:
    """The span's replacement text once, cut into letters with their marks that share the span's width.

    InDesign writes U+FFFD into some; where nothing else is left, the glyphs speak for themselves.
    So they do where all are marks, and the letter that the text begins with is drawn elsewhere
    (Chromium, at the break of a line).
    """
    said = "".join(" " if char == "\t" else char for char in said if char != UNKNOWN and char >= "\t")
    clusters = _CLUSTER.findall(said)
    if not clusters or (said[0] not in MARKS and all(glyph.width == 0 for glyph in span)):
        return [glyph for glyph in span if glyph.text != "\0"]
    if len(clusters) == len(span) == 1:
        span[0].text = clusters[0]
        return span
    left, right = min(glyph.left for glyph in span), max(glyph.right for glyph in span)
    size, first = max(glyph.size for glyph in span), span[0]
    step = (right - left) / len(clusters)
    return [
        Glyph(text, left + n * step, left + (n + 1) * step, first.base, size, first.number)
        for n, text in enumerate(clusters)
    ]


def split_marks(glyph: Glyph) -> None:
    """A glyph that is drawn as consonant and marks at once becomes a consonant with marks."""
    if len(glyph.text) > 1 and not glyph.marks and _SWALLOWED.fullmatch(glyph.text):
        glyph.text, glyph.marks = glyph.text[0], glyph.text[1:]


def is_mark(text: str) -> bool:
    return all(char in MARKS for char in text)
