"""Names without an honorific. Every person here is invented.

Add a case: to NAMES the text with the names that it holds, to NONE a text whose
words stand where a name might and are none.
"""

from __future__ import annotations

import pytest

from extractors.thai.unmarked import find_unmarked

ONE, TWO, THREE = "ธนากร วงศ์สมมติ", "พิมพ์ชนก ทรัพย์ตัวอย่าง", "กิตติศักดิ์ รัตนจำลอง"
NAMES = [
    # After the words that announce somebody, on the same line and on the one below.
    (f"วิทยากรโดย {ONE}", [ONE]),
    (f"ดำเนินรายการ : {ONE}\nสถานที่ : หอประชุม", [ONE]),
    (f"ร่วมเสวนาโดย\n{ONE} นักวิชาการอิสระ\n{TWO} เครือข่ายตัวอย่าง", [ONE, TWO]),
    (f"ได้แก่ {ONE}, {TWO} และ{THREE}", [ONE, TWO, THREE]),
    # After a short title.
    (f"ท่าน ผอ.{ONE} เดินทางมาเปิดการอบรม", [ONE]),
    (f"โดย ศน.{TWO} ศึกษานิเทศก์ชำนาญการ", [TWO]),
    # With a surname that the king gave.
    ("วิทยากร : พิมพ์ชนก ทรัพย์ตัวอย่าง ณ อยุธยา\n", ["พิมพ์ชนก ทรัพย์ตัวอย่าง ณ อยุธยา"]),
]
NONE = [
    "โดย คณะกรรมการ สถานศึกษา",
    "ได้แก่ ขนมลา ขนมบ้า",
    "วิทยากร ทีมงาน มืออาชีพ",
    "โดย จังหวัดตัวอย่าง อำเภอเมือง",
    "อันดับ ได้แก่ เครื่องสำอาง",
    f"อาคาร{ONE} ชั้น 2",
    # Two of them are no list of names, nor is a line of two words a name.
    "ได้แก่ แมวลาย สีส้ม, หมาจร สีดำ",
    f"{ONE} รองนายก อบจ.ตัวอย่าง เปิดการอบรม",
    "พิมพ์ อีเมล",
    "วันเสาร์ วันอาทิตย์",
    "",
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert [name.value(text) for name in find_unmarked(text, ())] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_name(text: str) -> None:
    assert list(find_unmarked(text, ())) == []


def test_no_name_over_another() -> None:
    text = f"วิทยากรโดย นาย{ONE}"
    taken = range(text.index("นาย"), len(text))
    assert list(find_unmarked(text, taken)) == []
