"""Timetables, as lines and as rows of a table."""

from __future__ import annotations

import pytest

from extractors.fields import agenda
from extractors.read import as_event
from extractors.records import AgendaItem, Document


def items(text: str) -> tuple[AgendaItem, ...]:
    document = Document("d", "", "text/html", text)
    return as_event(agenda.find(document, {}), dict.fromkeys(agenda.find(document, {}), document)).agenda


LINES = """กำหนดการ
๐๘.๓๐ – ๐๙.๐๐ น. ลงทะเบียน
09.00 - 09.30 น. กล่าวต้อนรับ โดย นายสมมติ ตั้งใจดี ประธานกรรมการ
เวลา 09:30-12:00 น. เสวนา เรื่อง นกน้ำกับนาข้าว
• นางตัวอย่าง ริมน้ำงาม ศึกษานิเทศก์
• นายทดสอบ ลมโชยดี ครูชำนาญการ
13.00 น. ปิดการประชุม

หมายเหตุ กำหนดการอาจเปลี่ยนแปลง"""


def test_lines_that_begin_with_a_time() -> None:
    assert items(LINES) == (
        AgendaItem("ลงทะเบียน", "08:30", "09:00"),
        AgendaItem("กล่าวต้อนรับ", "09:00", "09:30", ("สมมติ ตั้งใจดี",)),
        AgendaItem("เสวนา เรื่อง นกน้ำกับนาข้าว", "09:30", "12:00", ("ตัวอย่าง ริมน้ำงาม", "ทดสอบ ลมโชยดี")),
        AgendaItem("ปิดการประชุม", "13:00", None),
    )


def test_rows_of_a_table() -> None:
    text = "เวลา\tเรื่อง\tวิทยากร\n09.00 - 10.30 น.\tบรรยาย เรื่อง นกน้ำ\tนายสมมติ ตั้งใจดี\n10.30 - 12.00 น.\tพัก\t-"
    assert items(text) == (
        AgendaItem("บรรยาย เรื่อง นกน้ำ", "09:00", "10:30", ("สมมติ ตั้งใจดี",)),
        AgendaItem("พัก", "10:30", "12:00"),
    )


@pytest.mark.parametrize("number", ["", "1\t"])
@pytest.mark.parametrize("clock", ["", " น."])
def test_beginning_and_end_in_columns_of_their_own(number: str, clock: str) -> None:
    rows = (("๐๘.๓๐", "๐๙.๐๐", "ลงทะเบียน\t-"), ("๐๙.๐๐", "๑๐.๓๐", "บรรยาย\tนายสมมติ ตั้งใจดี"))
    text = "\n".join(f"{number}{first}{clock}\t{last}{clock}\t{rest}" for first, last, rest in rows)
    assert items(f"เริ่ม\tถึง\tกิจกรรม\tวิทยากร\n{text}") == (
        AgendaItem("ลงทะเบียน", "08:30", "09:00"),
        AgendaItem("บรรยาย", "09:00", "10:30", ("สมมติ ตั้งใจดี",)),
    )


def test_numbered_rows() -> None:
    text = "1\t09.00 - 10.30 น.\tพิธีเปิด\n2\t10.30 - 12.00 น.\tเสวนา"
    assert [(item.start, item.title) for item in items(text)] == [("09:00", "พิธีเปิด"), ("10:30", "เสวนา")]


def test_a_time_on_a_line_of_its_own_before_the_room_and_the_title() -> None:
    text = "08.30 - 09.00 น.\nลงทะเบียน\n09.00 - 10.00 น.\nห้องประชุมชงโค ชั้น 2\nปาฐกถา เรื่อง นกน้ำ\nนายสมมติ ตั้งใจดี"
    assert items(text) == (
        AgendaItem("ลงทะเบียน", "08:30", "09:00"),
        AgendaItem("ปาฐกถา เรื่อง นกน้ำ", "09:00", "10:00", ("สมมติ ตั้งใจดี",)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09.00 - 10.00 น. พิธีเปิด",  # one line is no timetable
        "วันที่ 4 มีนาคม 2567 เวลา 09.00 น. ประชุมครู\nเวลา 13.00 น. เดินทางกลับ",  # one of them in a sentence
        "95.00-100\nAA\n85.00-94.99\nA",  # marks, no times
    ],
)
def test_no_timetable(text: str) -> None:
    assert items(text) == ()


def test_every_title_stands_at_its_evidence() -> None:
    for path, found in agenda.find(Document("d", "", "text/html", LINES), {}).items():
        if path.endswith(".title"):
            assert " ".join(LINES[found.start : found.end].split()) == found.value


def test_a_list_without_end_is_cut() -> None:
    text = "09.00 - 10.00 น. พิธีเปิด\n" * 5_000
    assert len(items(text)) == agenda.MOST


def test_whose_time_it_is_names_no_item() -> None:
    text = "09.00 น. (เวลาท้องถิ่นกรุงโตเกียว) พิธีเปิด\n- เวลา 10.30 น. (ตามเวลาประเทศไทย) เสวนา"
    assert [(item.start, item.title) for item in items(text)] == [("09:00", "พิธีเปิด"), ("10:30", "เสวนา")]
