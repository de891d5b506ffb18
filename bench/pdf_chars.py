"""What pypdfium2's characters would cost and give in place of pdfplumber's: `python -m bench.pdf_chars`.

The same way to text (clusters, lines, repair), without ruled tables, /ActualText and the mending of fonts,
which hang on pdfminer.
"""

from __future__ import annotations

from ctypes import byref, c_double
from types import SimpleNamespace

import pypdfium2
from pypdfium2 import raw

from bench.pdf import SET, classed, measured
from extractors.formats.pdf import tables
from extractors.formats.pdf.clusters import clusters
from extractors.formats.pdf.glyphs import Glyph
from extractors.formats.rows import settled
from extractors.thai.repair import repaired
from extractors.thai.text import normalize


def main() -> None:
    if not SET.exists():
        print(f"not measured: {SET} is not there")
        return
    print("| | files | CER % | worst | phrases % | CPU ms a page |\n|---|---|---|---|---|---|")
    for group, files in classed().items():
        if "OCR" in group:
            continue
        errors, recalls, times = zip(*(measured(name, {"": text})[""] for name in files), strict=True)
        mean = [sum(column) / len(files) for column in (errors, recalls, times)]
        figures = f"{mean[0]:.2f} | {max(errors):.1f} | {mean[1]:.1f} | {mean[2]:.0f}"
        print(f"| {group} | {len(files)} | {figures} |")


def text(body: bytes) -> str:
    with pypdfium2.PdfDocument(body) as pdf:
        return "\n".join(map(_text, pdf))


def _text(page: pypdfium2.PdfPage) -> str:
    letters, _ = clusters(_glyphs(page))
    size = SimpleNamespace(width=page.get_width(), height=page.get_height())
    return settled(normalize(repaired(tables.page_text(letters, size, [], frozenset()))))[0]


def _glyphs(page: pypdfium2.PdfPage) -> list[Glyph]:
    """The characters of pdfium's text page, without those that it makes up."""
    opened = page.get_textpage()
    left, base, box = c_double(), c_double(), raw.FS_RECTF()
    found = []
    for n in range(raw.FPDFText_CountChars(opened.raw)):
        if raw.FPDFText_IsGenerated(opened.raw, n) == 1:
            continue
        raw.FPDFText_GetCharOrigin(opened.raw, n, byref(left), byref(base))
        raw.FPDFText_GetLooseCharBox(opened.raw, n, byref(box))
        letter = chr(raw.FPDFText_GetUnicode(opened.raw, n) or 0xFFFD)
        size = raw.FPDFText_GetFontSize(opened.raw, n) or 10.0
        found.append(Glyph(letter, box.left, box.right, base.value, size, n))
    return found


if __name__ == "__main__":
    main()
