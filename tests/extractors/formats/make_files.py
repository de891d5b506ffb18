"""Makes tests/extractors/formats/files/office of one invented programme, by the programs that offices use.

    python -m tests.extractors.formats.make_files    # needs soffice

python-docx, openpyxl and python-pptx write the newer formats, and LibreOffice
makes the others of those. The files are kept in git, so that only who changes
what they say needs this.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable
from datetime import date, time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pptx
from pptx.util import Cm

FILES = Path(__file__).parent / "files/office"

HEAD = ["กำหนดการ", "การอบรมเชิงปฏิบัติการทำน้ำหมักชีวภาพ", "วันศุกร์ที่ 24 มิถุนายน 2565 ณ ศาลาประชาคมบ้านหนองไผ่ล้อม"]
COLUMNS = ("เวลา", "กิจกรรม", "วิทยากร")
ROWS = [
    ("08.30 - 09.00 น.", "ลงทะเบียน", ""),
    ("09.00 - 10.30 น.", "บรรยาย เรื่อง เลือกวัตถุดิบให้น้ำหมัก", "นายบุญส่ง ไผ่ล้อมรั้ว"),
    ("10.30 - 12.00 น.", "ฝึกปฏิบัติ เรื่อง ทำน้ำหมักหนึ่งถัง", "นางสาวกัลยา ใบตองเขียว"),
]
FOOT = "หมายเหตุ โปรดนำถังมาเอง"
RUNNING_HEAD, RUNNING_FOOT = "เอกสารประกอบการอบรม", "โทร. ๐ ๔๐๐๐ ๐๐๐๐"
UNSEEN = "ความลับของผู้จัด"  # notes, hidden sheets and slides


def paper() -> bytes:
    file = docx.Document()
    file.sections[0].header.paragraphs[0].text = RUNNING_HEAD
    file.sections[0].footer.paragraphs[0].text = RUNNING_FOOT
    for line in HEAD:
        file.add_paragraph(line)
    table = file.add_table(0, 3, style="Table Grid")
    for row in (COLUMNS, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file.add_paragraph(FOOT)
    return _saved(file)


def book() -> bytes:
    """The day and the hours as values, which only their formats show as such."""
    file = openpyxl.Workbook()
    sheet = file.active
    sheet.title = "กำหนดการ"
    for line in HEAD[1:]:
        sheet.append([line])
    sheet.append(["วันที่", date(2022, 6, 24)])
    sheet["B3"].number_format = "[$-D07041E]d mmmm yyyy"
    sheet.append(["เริ่ม", "สิ้นสุด", *COLUMNS[1:]])
    for n, (start, stop) in enumerate([(time(8, 30), 9.0), (time(9, 0), 10.3), (time(10, 30), 12.0)]):
        sheet.append([start, stop, *ROWS[n][1:]])
        sheet.cell(5 + n, 1).number_format = "hh:mm"
        sheet.cell(5 + n, 2).number_format = "00.00"
    sheet.merge_cells("A1:D1")
    sheet.oddFooter.center.text = RUNNING_FOOT
    hidden = file.create_sheet("ภายใน")
    hidden.sheet_state = "hidden"
    hidden["A1"] = UNSEEN
    second = file.create_sheet("Sheet2")
    second["A1"] = FOOT
    return _saved(file)


def talk() -> bytes:
    file = pptx.Presentation()
    for layout in [layout for n, layout in enumerate(file.slide_layouts) if n not in (0, 5)]:
        file.slide_layouts.remove(layout)
    opening = file.slides.add_slide(file.slide_layouts[0])
    opening.shapes.title.text = HEAD[1]
    opening.placeholders[1].text = HEAD[2]
    opening.notes_slide.notes_text_frame.text = UNSEEN
    timetable = file.slides.add_slide(file.slide_layouts[1])
    timetable.shapes.title.text = HEAD[0]
    table = timetable.shapes.add_table(len(ROWS) + 1, 3, Cm(1), Cm(4), Cm(22), Cm(8)).table
    for y, row in enumerate((COLUMNS, *ROWS)):
        for x, text in enumerate(row):
            table.cell(y, x).text = text
    box = timetable.shapes.add_group_shape().shapes.add_textbox(Cm(1), Cm(15), Cm(10), Cm(1))
    box.text_frame.text = FOOT
    hidden = file.slides.add_slide(file.slide_layouts[1])
    hidden.shapes.title.text = UNSEEN
    hidden.element.set("show", "0")
    return _saved(file)


LINKED = "http://127.0.0.1:55555/picture.png"  # a test writes the port of its own server there


def paper_with_a_linked_picture() -> bytes:
    frame = '<draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm">'
    picture = (
        f'{frame}<draw:image xlink:href="{LINKED}" xlink:type="simple" xlink:show="embed"/></draw:frame>'
    )
    out = BytesIO()
    with ZipFile(BytesIO(converted(paper(), "docx", "odt"))) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            end = f"<text:p>{picture}</text:p></office:text>".encode()
            new.writestr(name, old.read(name).replace(b"</office:text>", end))
    return converted(out.getvalue(), "odt", "doc")


def _saved(file: Any) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def converted(body: bytes, source: str, target: str) -> bytes:
    """What LibreOffice makes of a file with the ending `source`, in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home, f"file.{source}")
        path.write_bytes(body)
        command = ["soffice", f"-env:UserInstallation=file://{home}/office", "--headless"]
        convert = [*command, "--convert-to", target, "--outdir", f"{home}/out", str(path)]
        environment = os.environ | {"HOME": home}
        subprocess.run(convert, check=True, env=environment, capture_output=True, timeout=300)
        return next(Path(home, "out").iterdir()).read_bytes()


AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"  # commas, quotes, UTF-8, as formatted

# To add one: what is written, its ending, and the endings of what LibreOffice makes of it.
MADE: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "docx": (paper, ("odt", "rtf", "doc")),
    "xlsx": (book, ("ods", AS_SHOWN, "xls")),
    "pptx": (talk, ("odp", "ppt")),
}

if __name__ == "__main__":
    FILES.mkdir(parents=True, exist_ok=True)
    (FILES / "linked.doc").write_bytes(paper_with_a_linked_picture())
    for ending, (write, others) in MADE.items():
        original = write()
        (FILES / f"programme.{ending}").write_bytes(original)
        for other in others:
            (FILES / f"programme.{other.partition(':')[0]}").write_bytes(converted(original, ending, other))
