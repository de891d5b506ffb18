"""The drawn glyphs of a page in the order of its content stream, with /ActualText in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import pdfplumber.page
from pdfminer.layout import LTChar, LTComponent, LTContainer
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.utils import decode_text

from extractors.thai.text import MARKS, NIKHAHIT, PRIVATE, SARA_AM

UNKNOWN = "\ufffd"  # a glyph is drawn here, and the file does not say which

# Fonts that went through Distiller lost the names of their shifted tones; the
# glyph numbers of the PSL, DB and UPC families are these.
_BY_NUMBER = {201: "่", 202: "้", 203: "๊", 204: "๋", 205: "์"}
_NUMBER = re.compile(r"\(cid:(\d+)\)")
_SWALLOWED = re.compile(f"[ก-ฮ][{MARKS}]+")
_CLUSTER = re.compile(f"[ก-ฮ][{MARKS}{SARA_AM}]*|.[{MARKS}]*", re.S)
_CODE = 3  # where, of what pdfminer says of a glyph behind its font, its number in that font stands
_ACTUAL = "\0actual"  # begins the tag under which pdfplumber carries a replacement text


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


class _Device(pdfplumber.page.PDFPageAggregatorWithMarkedContent):
    """Carries what pdfminer drops: /ActualText, and by which font and number each glyph was drawn.

    LibreOffice and Chromium rely on /ActualText for sara am and shifted
    marks. It travels as the tag of each glyph of its span, numbered, since
    two spans may say the same. Font and number tell a glyph's letter anew
    when the font has got better names, without reading the page again.
    """

    spans = 0

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        super().begin_tag(tag, props)
        said = props.get("ActualText") if isinstance(props, dict) else None
        if isinstance(said, bytes):
            self.spans += 1
            self.cur_tag = f"{_ACTUAL}{self.spans}:{decode_text(said)}"
        self.open_tags = [*getattr(self, "open_tags", ()), self.cur_tag]

    def end_tag(self) -> None:
        super().end_tag()
        self.open_tags = getattr(self, "open_tags", [])[:-1]
        self.cur_tag = self.open_tags[-1] if self.open_tags else None

    def render_char(self, matrix: Any, font: PDFFont, *rest: Any) -> float:
        advance = float(super().render_char(matrix, font, *rest))
        drawn: Any = self.cur_item._objs[-1]
        drawn.drawn_by = font, rest[_CODE]
        return advance


pdfplumber.page.PDFPageAggregatorWithMarkedContent = _Device  # type: ignore[misc]


def rename(drawn: Iterable[Any]) -> None:
    """Give each glyph the letter that its font says by now."""
    for char in drawn:
        if isinstance(char, LTChar):
            font, code = char.drawn_by  # type: ignore[attr-defined]
            try:
                char._text = font.to_unichr(code)
            except PDFUnicodeNotDefined:
                char._text = f"(cid:{code})"


def components(container: LTContainer[Any]) -> Iterator[LTComponent]:
    """Everything drawn on the page, that in forms too."""
    for thing in container:
        if isinstance(thing, LTContainer):
            yield from components(thing)
        else:
            yield thing


def glyphs(drawn: Iterable[LTChar]) -> list[Glyph]:
    """The page's glyphs; those that do not stand in the page's main direction are left out."""
    drawn = list(drawn)
    turned = sum(_turned(char) for char in drawn) > len(drawn) / 2
    placed = [(char, _placed(char, n, turned)) for n, char in enumerate(drawn) if _turned(char) == turned]
    found: list[Glyph] = []
    for tag, span in groupby(placed, key=lambda pair: _replacement(pair[0])):
        letters = [glyph for _, glyph in span]
        found.extend(letters if tag is None else _replaced(letters, tag.partition(":")[2]))
    return found


def _turned(char: LTChar) -> bool:
    """A table across a page stands on its side without the file saying that the page is turned."""
    return not char.upright


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


def _replacement(char: LTChar) -> str | None:
    tag = getattr(char, "tag", None)
    return tag if isinstance(tag, str) and tag.startswith(_ACTUAL) else None


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


def is_am(text: str) -> bool:
    return text in (NIKHAHIT, SARA_AM)
