"""Makes tests/world/files/ of papers.py: a letter and a programme by LibreOffice, a scan, a Word file.

    pip install fontpkg-sarabun    # in an environment of its own; the fonts are not in the repository
    python -m tests.world.make_files DIRECTORY-OF-SARABUN-TTF

LibreOffice shapes Thai marks as offices' own PDFs have them. The files are
kept in git, so that only who changes papers.py needs this.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from tests.world import papers
from tests.world.records import FILES

FONT = "Sarabun"
TWIPS_A_CM = 567
SCAN_DPI = 200
SCAN_SKEW = 0.6  # degrees, of a sheet laid on the glass by hand


def letter() -> Any:
    paper = _paper()
    for line in papers.LETTER_HEAD:
        _line(paper, line)
    _line(paper, papers.LETTER_DAY, indent_cm=8)
    for n, line in enumerate(papers.LETTER_BODY):
        _line(paper, line, first_cm=2.5 if n >= 3 else 0)
    for line in papers.LETTER_END:
        _line(paper, line, align="center", indent_cm=5)
    for line in papers.LETTER_FOOT:
        _line(paper, line)
    return paper


def programme() -> Any:
    paper = _paper()
    for line in papers.PROGRAMME_HEAD:
        _line(paper, line, align="center", bold=True)
    for day, rows in papers.PROGRAMME_DAYS.items():
        _line(paper, day, bold=True)
        _table(paper, [papers.PROGRAMME_COLUMNS, *rows], widths_cm=(3.8, 6, 6.2))
    _line(paper, papers.PROGRAMME_FOOT)
    return paper


def announcement() -> Any:
    paper = _paper(size=18)
    for line in papers.SCAN_HEAD:
        _line(paper, line, align="center", bold=True)
    for line in papers.SCAN_BODY:
        _line(paper, line, first_cm=2)
    for line in papers.SCAN_END:
        _line(paper, line, align="center", indent_cm=5)
    return paper


def infographic() -> Any:
    paper = _paper(size=36)
    for n, line in enumerate(papers.INFOGRAPHIC):
        _line(paper, line, align="center", bold=n == 0)
    return paper


def minutes() -> Any:
    paper = _paper()
    for line in papers.MINUTES_HEAD:
        _line(paper, line, align="center", bold=True)
    _line(paper, "ผู้มาประชุม")
    _table(paper, [("ลำดับ", "ชื่อ", "ตำแหน่ง"), *_numbered(papers.MINUTES_PEOPLE)], widths_cm=(1.6, 6, 6))
    for line in papers.MINUTES_BODY:
        _line(paper, line)
    return paper


def _numbered(people: list[tuple[str, str]]) -> list[tuple[str, ...]]:
    return [(str(n), *person) for n, person in enumerate(people, start=1)]


def as_docx(paper: Any, fonts: Path) -> bytes:
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def as_pdf(paper: Any, fonts: Path) -> bytes:
    """The paper as LibreOffice prints it, in a home of its own, with no fonts but those of `fonts`."""
    with tempfile.TemporaryDirectory() as home:
        source = Path(home, "paper.docx")
        source.write_bytes(as_docx(paper, fonts))
        config = Path(home, "fonts.conf")
        config.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{home}/cache</cachedir></fontconfig>")
        command = ["soffice", f"-env:UserInstallation=file://{home}/office", "--headless"]
        environment = os.environ | {"HOME": home, "FONTCONFIG_FILE": str(config)}
        convert = [*command, "--convert-to", "pdf", "--outdir", home, str(source)]
        subprocess.run(convert, check=True, env=environment, capture_output=True, timeout=300)
        return source.with_suffix(".pdf").read_bytes()


def as_scan(paper: Any, fonts: Path) -> bytes:
    """The printed paper as a scanner gives it: one skewed image in black and white, and no text."""
    from PIL import Image

    picture = _picture(paper, fonts, SCAN_DPI)
    skewed = picture.rotate(SCAN_SKEW, Image.Resampling.BICUBIC, fillcolor=255)
    out = BytesIO()
    skewed.point(lambda grey: 255 if grey > 150 else 0, "1").save(out, "PDF", resolution=SCAN_DPI)
    return out.getvalue()


def as_jpeg(paper: Any, fonts: Path) -> bytes:
    """The upper half of the paper, dark on a tint, as a designer exports it."""
    from PIL import ImageOps

    picture = _picture(paper, fonts, dpi=100)
    half = picture.crop((0, 0, picture.width, picture.height // 2))
    out = BytesIO()
    ImageOps.colorize(half, "#123a5a", "#e3f2ea").save(out, "JPEG", quality=60)
    return out.getvalue()


def as_photo(paper: Any, fonts: Path) -> bytes:
    """What the camera of a busy teacher gives: a blur without a face or a letter; of the paper, nothing."""
    from PIL import Image

    out = BytesIO()
    Image.radial_gradient("L").resize((320, 240)).convert("RGB").save(out, "JPEG", quality=60)
    return out.getvalue()


def _picture(paper: Any, fonts: Path, dpi: int) -> Any:
    import pypdfium2

    page = pypdfium2.PdfDocument(as_pdf(paper, fonts))[0]
    return page.render(scale=dpi / 72, grayscale=True).to_pil()


# To add one: the file's name, what draws its paper, what makes a file of the paper.
PAPERS: dict[str, tuple[Callable[[], Any], Callable[[Any, Path], bytes]]] = {
    "letter.pdf": (letter, as_pdf),
    "programme.pdf": (programme, as_pdf),
    "scan.pdf": (announcement, as_scan),
    "minutes.docx": (minutes, as_docx),
    "infographic.jpg": (infographic, as_jpeg),
    "photo.jpg": (infographic, as_photo),
}


def _paper(size: int = 16) -> Any:
    """An empty A4 sheet whose Latin and Thai letters are both Sarabun."""
    from docx import Document
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    paper = Document()
    paper.core_properties.author = ""
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(size * 0.8)
    style.paragraph_format.space_after = Pt(4)
    properties = style.element.get_or_add_rPr()
    properties.rFonts.set(
        qn("w:cs"), FONT
    )  # Thai is a "complex script" to Word, with a font and size of its own
    size_of_thai = properties.makeelement(qn("w:szCs"), {qn("w:val"): str(round(size * 1.6))})
    language = properties.makeelement(qn("w:lang"), {qn("w:val"): "th-TH", qn("w:bidi"): "th-TH"})
    properties.extend([size_of_thai, language])
    return paper


def _line(
    paper: Any,
    text: str,
    *,
    align: str = "left",
    bold: bool = False,
    indent_cm: float = 0,
    first_cm: float = 0,
) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    paragraph = paper.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH[align.upper()]
    paragraph.paragraph_format.left_indent = Cm(indent_cm)
    paragraph.paragraph_format.first_line_indent = Cm(first_cm)
    _write(paragraph, text, bold)


def _table(paper: Any, rows: list[tuple[str, ...]], widths_cm: tuple[float, ...]) -> None:
    """A ruled table whose first row is its bold heading."""
    from docx.shared import Cm

    table = paper.add_table(len(rows), len(widths_cm), style="Table Grid")
    for column, width in zip(table.columns, widths_cm, strict=True):
        column.width = Cm(width)
    for n, row in enumerate(rows):
        for cell, text, width in zip(table.rows[n].cells, row, widths_cm, strict=True):
            cell.width = Cm(width)
            _write(cell.paragraphs[0], text, bold=n == 0)


def _write(paragraph: Any, text: str, bold: bool) -> None:
    run = paragraph.add_run(text)
    run.font.bold = run.font.cs_bold = bold


def main(fonts: Path) -> None:
    FILES.mkdir(exist_ok=True)
    for name, (draw, make) in PAPERS.items():
        body = make(draw(), fonts.resolve())
        (FILES / name).write_bytes(body)
        print(f"{name}: {len(body):,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
