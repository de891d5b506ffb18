"""Captures, and small PDFs written glyph by glyph, as the producers of broken ones write them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.records import Capture, Link, Site

SITE = Site("s", "สำนักงาน", "http://a.example/", "wordpress")

# A glyph: its text in the file's ToUnicode ("" for none), its left end, its base, and its width in ems.
Drawn = tuple[str, float, float, float]


def capture(
    body: bytes, kind: str | None = None, url: str = "http://a.example/1", link: Link | None = None
) -> Capture:
    headers = (("Content-Type", kind),) if kind else ()
    return Capture(url, "2024-01-01T00:00:00Z", 200, headers, body, link)


def run(text: str, left: float, base: float, width: float = 0.5, size: float = 16) -> list[Drawn]:
    """Text letter by letter; Thai marks have no width."""
    out: list[Drawn] = []
    for char in text:
        wide = 0.0 if char in "ัิีึืฺุู็่้๊๋์ํ๎" else width
        out.append((char, left, base, wide))
        left += wide * size
    return out


def pdf(
    pages: Sequence[Sequence[Drawn]], size: float = 16, lines: Sequence[tuple[int, int, int, int]] = ()
) -> bytes:
    """A PDF with those glyphs in that order, and those rulings on its pages."""
    codes: dict[tuple[str, float], int] = {}
    for page in pages:
        for text, _, _, width in page:
            codes.setdefault((text, width), len(codes) + 1)
    named = [f"<{code:04X}> <{text.encode('utf-16-be').hex()}>" for (text, _), code in codes.items() if text]
    cmap = "\n".join(
        (
            "/CIDInit /ProcSet findresource begin begincmap",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *(f"1 beginbfchar {line} endbfchar" for line in named),
            "endcmap end",
        )
    )
    widths = " ".join(f"{code} [{width * 1000:.0f}]" for (_, width), code in codes.items())
    kids = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
        " /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X"
        " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        f" /DW 500 /W [{widths}]"
        " /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000]"
        " /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 >> >>",
        _stream(cmap),
    ]
    for n, page in enumerate(pages):
        shown = [f"{x1} {y1} m {x2} {y2} l S" for x1, y1, x2, y2 in lines]
        for text, left, base, width in page:
            shown.append(f"BT /F {size} Tf 1 0 0 1 {left:.2f} {base:.2f} Tm <{codes[text, width]:04X}> Tj ET")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F 3 0 R >> >> /Contents {7 + 2 * n} 0 R >>"
        )
        objects.append(_stream("\n".join(shown)))
    return file(objects)


def _stream(content: str) -> str:
    return f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"


def file(objects: Sequence[str]) -> bytes:
    """A PDF file of those objects, numbered from 1, the first of which is its catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(places) + 1
    tail = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer << /Root 1 0 R /Size {count} >>\n"
    return bytes(out) + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode("latin-1")
