"""Whether a blank stood where a line was broken."""

from __future__ import annotations

import pytest

from extractors.formats.pdf.breaks import unbroken


@pytest.mark.parametrize(
    ("text", "next_text"),
    [
        ("บรรยายพิเศษ เรื่อง", "การดูแลป่าชายเลน"),
        ("วิทยากร ดร.สมมติ ตั้งใจดี", "และ น.ส.ตัวอย่าง ใจงาม"),
        ("ณ ห้องประชุมใหญ่", "ชั้น ๗ อาคารเรียนรวม"),
        ("รองศาสตราจารย์", "ดร.สมมติ ตั้งใจดี"),
        ("กลุ่มที่ ๑ ดิน กลุ่มที่ ๒ น้ำ", "กลุ่มที่ ๓ ป่า"),
        ("ช่วงที่ 1 เสวนา", "ช่วงที่ 2 ถามตอบ"),
        ("นางสาวตัวอย่าง ใจงาม", "ผู้อำนวยการโรงเรียน"),
    ],
)
def test_a_blank_where_nearly_all_writers_put_one(text: str, next_text: str) -> None:
    assert not unbroken(text, next_text)


@pytest.mark.parametrize(
    ("text", "next_text"),
    [
        ("การบริหาร", "จัดการน้ำ"),
        ("เล่า เรื่อง", "ราวของชุมชน"),
        ("ทั้งหมดเป็นเรื่อง", "การศึกษา"),
        ("ศาสตราจารย์", "สมมติ ตั้งใจดี"),
        ("กลุ่มที่ ๑ และ", "กลุ่มที่ ๒"),
        ("กลุ่มที่ ๑ ดิน", "กลุ่มที่ ๔ ป่า"),
        ("ติดต่อ example@", "school.ac.th"),
        ("อบรมผู้ปกครองและ", "นักเรียน"),
    ],
)
def test_none_between_words(text: str, next_text: str) -> None:
    assert unbroken(text, next_text)
