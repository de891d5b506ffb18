"""What is marked of a text: what was typed, whole, and nothing that only looks like a part of it.

To add a case: (query, text, what is marked) into MARKED.
"""

from __future__ import annotations

import pytest

from archive.search.query import understand
from archive.search.snippets import marks

MARKED = [
    (
        "กระทรวงเกษตรและสหกรณ์",
        "ศึกษาดูงานเกษตรกรรม รมว.กษ. ที่กระทรวงเกษตรและสหกรณ์",
        ["กษ", "กระทรวงเกษตรและสหกรณ์"],
    ),
    ("แพร่ 5 เม.ย. 67", "อำเภอเมืองแพร่ วันที่ ๕ เมษายน ๒๕๖๗", ["แพร่", "๕ เมษายน ๒๕๖๗"]),
    ("15", "15,040 คน 1.15 ล้าน วันที่ 15", ["15"]),
    ("5/63", "ได้ 5.63 ล้านไร่ ครั้งที่ ๕/๒๕๖๓", ["๕/๒๕๖๓"]),
    ("คณะกรรมการกักพืช", "คณะกรรมการบริหาร", ["คณะกรรมการ"]),
    ("ลมทะเลจันทน์", "ดร.ศศิพงศ์ ลมทะเลจันทร์", ["ลมทะเลจันทร์"]),  # a slip
    ("ผอ.เขต", "ผู้เข้าร่วมจากสำนักงานในเขต", ["เขต"]),
    ("art", "party of art", ["art"]),
    ("รถ", "รถรับส่งสามารถจอด", ["รถ"]),
    ("นอัง", "วันอังคาร", ["นอัง"]),  # a piece of words is marked where no word is
    ("เมล็ดพันธุ", "เมล็ดพันธุ์", ["เมล็ดพันธุ์"]),  # with the marks of its last letter
]


@pytest.mark.parametrize(("query", "text", "marked"), MARKED)
def test_marked(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marks(text, understand(query))] == marked
