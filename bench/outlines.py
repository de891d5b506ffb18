"""Makes extractors/formats/pdf/outlines.tsv: `python -m bench.outlines FILE…`.

FILE is a TrueType font, or a PDF whose fonts kept their map of Unicode (those
of WeasyPrint, Chromium and Word do). To teach Prachum a font that it meets
torn from its names, say Angsana New: run it with that font; what the table
knows already stays in it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools import agl
from fontTools.ttLib import TTFont
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from extractors.formats.pdf import fonts
from extractors.formats.pdf.outlines import outlines, signature
from extractors.thai.text import PRIVATE

TABLE = Path(fonts.__file__).with_name("outlines.tsv")
KEPT = {*map(chr, range(0x21, 0x7F)), *map(chr, range(0x0E01, 0x0E5C)), *"–—‘’“”…•"}


def faces(file: Path) -> Iterator[TTFont]:
    if file.suffix.lower() != ".pdf":
        yield TTFont(file)
        return
    document = PDFDocument(PDFParser(BytesIO(file.read_bytes())))
    for number in {number for table in document.xrefs for number in table.get_objids()}:
        found = resolve1(document.getobj(number))
        if isinstance(found, dict) and "FontFile2" in found:
            yield TTFont(BytesIO(resolve1(found["FontFile2"]).get_data()))


def letters(face: TTFont) -> dict[int, set[str]]:
    """Glyph number -> its letters: by the map, by its name, and as a form of another glyph."""
    named: dict[str, set[str]] = {}
    for code, glyph in (face.getBestCmap() or {}).items() if "cmap" in face else ():
        if code not in fonts.UNSURE:
            named.setdefault(glyph, set()).add(PRIVATE.get(code, chr(code)))
    for glyph in face.getGlyphOrder():
        if glyph not in named and (said := agl.toUnicode(glyph)):
            named[glyph] = {PRIVATE.get(ord(said), said)} if len(said) == 1 else set()
    for glyph, form in forms(face):
        named.setdefault(form, set()).update(named.get(glyph, ()) if not named.get(form) else ())
    return {face.getGlyphID(glyph): said & KEPT for glyph, said in named.items() if said & KEPT}


def forms(face: TTFont) -> Iterator[tuple[str, str]]:
    """Glyph and the glyph that stands for it beside others, as the font's substitutions tell."""
    lookups = face["GSUB"].table.LookupList if "GSUB" in face else None
    for lookup in lookups.Lookup if lookups else ():
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 1:
                yield from table.mapping.items()


def main(names: list[str]) -> int:
    known: dict[str, set[str]] = {}
    if TABLE.exists():
        for line in TABLE.read_text("utf-8").splitlines():
            said, _, signatures = line.partition("\t")
            for mark in signatures.split():
                known.setdefault(mark, set()).update(said)
    for name in names:
        for face in faces(Path(name)):
            said = letters(face)
            for number, outline in outlines(face, said).items():
                if outline:
                    known.setdefault(signature(outline), set()).update(said[number])
    lines: dict[str, list[str]] = {}
    for mark, said in known.items():
        lines.setdefault("".join(sorted(said)), []).append(mark)
    TABLE.write_text("".join(f"{said}\t{' '.join(sorted(lines[said]))}\n" for said in sorted(lines)), "utf-8")
    print(f"{len(known)} outlines of {len(lines)} letters or sets of letters")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
