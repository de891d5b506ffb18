"""Which letter a glyph is, as the PDF's own font shows it, where the file's table lies or is silent.

WeasyPrint names the second of two marks after nothing, and sara aa after the
sara am of which it was the half; Ghostscript loses /ActualText, and every
name on the way through PostScript; Excel names low tones blanks. The font
itself still has its character map, or at least its outlines, which nothing on
the way from the designer to the file has changed by a point.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, resolve1, stream_value

from extractors.formats.pdf.glyphs import UNKNOWN
from extractors.formats.pdf.outlines import Outline, outlines, signature
from extractors.thai.text import MARKS, PRIVATE

_MOST_GLYPHS = 2000  # of a font; more are a whole font of Chinese
logging.getLogger("fontTools").setLevel(logging.ERROR)  # it remarks on dates in the fonts' heads

UNSURE = range(0xF71B, 0xF71E)  # private code points under which each foundry has another letter

Names = dict[int, str]  # glyph or character number -> the letters it may be, the likeliest first


class Fonts(PDFResourceManager):
    """The fonts of one file, which are read as the file names their glyphs until `mend` is called."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[int, tuple[PDFFont, Mapping[str, Any]]] = {}
        self._tried: set[int] = set()
        self._before: list[tuple[PDFFont, dict[str, Any]]] = []

    def get_font(self, objid: object, spec: Mapping[str, Any]) -> PDFFont:
        font = super().get_font(objid, spec)
        if "FontDescriptor" in spec:
            self._seen.setdefault(id(font), (font, spec))
        return font

    def mend(self) -> bool:
        """Name the glyphs of the fonts met since the last time by the fonts themselves.

        Whether that changes any name; `undo` gives the old ones back.
        """
        fresh = [number for number in self._seen if number not in self._tried]
        self._tried.update(fresh)
        self._before = []
        for font, spec in (self._seen[number] for number in fresh):
            if better := _better(font, spec):
                self._before.append((font, dict(vars(font))))
                _rename(font, spec, better)
        return bool(self._before)

    def undo(self) -> None:
        for font, before in self._before:
            vars(font).update(before)


def _better(font: PDFFont, spec: Mapping[str, Any]) -> Names:
    """The names that the font's program gives and the file does not."""
    program = resolve1(dict_value(spec["FontDescriptor"]).get("FontFile2"))
    if not isinstance(program, PDFStream):
        return {}
    try:
        letters = _letters(font, spec, program.get_data())
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - on a damaged font, fontTools raises whatever comes to hand
        return {}
    return {code: said for code, said in letters.items() if (_name(font, code) or UNKNOWN) not in said}


def _rename(font: Any, spec: Mapping[str, Any], better: Names) -> None:
    if isinstance(font, PDFSimpleFont) and font.unicode_map is not None and "Encoding" not in spec:
        font.cid2unicode = {}  # the file has a table and no encoding: what is not in the table has no name
    font.unicode_map = _Mended(font.unicode_map, better)


class _Mended:
    """A font's table of names, with better ones before it."""

    def __init__(self, named: Any, better: Names) -> None:
        self._named = named
        self._better = better

    def get_unichr(self, code: int) -> str:
        if said := self._better.get(code):
            return said[0]
        if self._named is None:
            raise KeyError(code)
        return str(self._named.get_unichr(code))


def _name(font: PDFFont, code: int) -> str:
    """The letter that the file says; empty where it says none."""
    try:
        said = font.to_unichr(code)
    except PDFUnicodeNotDefined:
        return ""
    return PRIVATE.get(ord(said), said) if len(said) == 1 else said


def _letters(font: PDFFont, spec: Mapping[str, Any], program: bytes) -> Names:
    """By character number, the letters that the font's map, its outlines, or like outlines in it show."""
    face = TTFont(BytesIO(program), lazy=True)
    if face["maxp"].numGlyphs > 65_535:
        return {}
    glyphs = dict(_glyphs(font, spec, face))
    own = mapped(face)
    # The outlines of those that the map names cost most of the time and tell nothing; but marks have twins.
    unclear = sorted({glyph for glyph in glyphs.values() if own.get(glyph, MARKS)[0] in MARKS})
    drawn = outlines(face, unclear[:_MOST_GLYPHS])
    known = own | {
        glyph: _table()[mark] for glyph, outline in drawn.items() if (mark := signature(outline)) in _table()
    }
    named = {glyph: name for code, glyph in glyphs.items() if (name := _name(font, code))} | known
    known |= {glyph: letter for glyph, letter in _twins(drawn, named).items() if glyph not in known}
    # Nothing drawn is a blank only where the file does not say otherwise: OCR hides its text in such glyphs.
    known |= {glyph: " " for glyph, outline in drawn.items() if not outline and glyph not in named}
    return {code: known[glyph] for code, glyph in glyphs.items() if glyph in known}


def _glyphs(font: PDFFont, spec: Mapping[str, Any], face: TTFont) -> Iterator[tuple[int, int]]:
    """Character number and glyph number of all glyphs that the file can draw in that font."""
    if isinstance(font, PDFCIDFont):
        given = resolve1(spec.get("CIDToGIDMap"))
        if isinstance(given, PDFStream):
            places = stream_value(given).get_data()
            for code in range(len(places) // 2):
                if glyph := int.from_bytes(places[2 * code : 2 * code + 2], "big"):
                    yield code, glyph
        else:
            yield from ((glyph, glyph) for glyph in range(min(face["maxp"].numGlyphs, 65_535)))
        return
    tables = {(table.platformID, table.platEncID): table.cmap for table in face["cmap"].tables}
    symbols, plain, unicode = tables.get((3, 0), {}), tables.get((1, 0), {}), tables.get((3, 1), {})
    for code in range(256):
        letter = _name(font, code)[:1]
        mapped = unicode.get(ord(letter)) if letter else None
        if name := symbols.get(0xF000 + code) or symbols.get(code) or plain.get(code) or mapped:
            yield code, face.getGlyphID(name)


def mapped(face: TTFont) -> Names:
    """The Thai letters that the font's own map of Unicode names."""
    names: Names = {}
    for code, glyph in (face.getBestCmap() or {}).items() if "cmap" in face else ():
        letter = PRIVATE.get(code, chr(code))
        if "\u0e01" <= letter <= "\u0e5b" and code not in UNSURE:
            number = face.getGlyphID(glyph)
            names[number] = names.get(number, "") + letter
    return names


def _twins(drawn: Mapping[int, Outline], named: Names) -> Names:
    """Marks without a name that are a named one in another place: fonts draw a tone up to three times."""
    nameless = [glyph for glyph, outline in drawn.items() if outline and named.get(glyph, " ").isspace()]
    if not nameless:
        return {}
    shapes = {
        _shape(drawn[glyph]): name[0]
        for glyph, name in named.items()
        if name[0] in MARKS and drawn.get(glyph)
    }
    return {glyph: shapes[shape] for glyph in nameless if (shape := _shape(drawn[glyph])) in shapes}


def _shape(outline: Outline) -> Outline:
    left, foot = min(x for x, _ in outline), min(y for _, y in outline)
    return tuple((x - left, y - foot) for x, y in outline)


@cache
def _table() -> dict[str, str]:
    """Signature of an outline -> the letters that fonts of Thai offices draw so."""
    table = {}
    for line in files("extractors.formats.pdf").joinpath("outlines.tsv").read_text("utf-8").splitlines():
        letters, _, signatures = line.partition("\t")
        table.update(dict.fromkeys(signatures.split(), letters))
    return table
