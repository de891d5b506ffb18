"""Who is named in full, and of whom nothing is said that we know: takes part all the same, or does not."""

from __future__ import annotations

import re

from extractors.fields.mentions import Mention
from extractors.thai import honorifics, months

# What is said in somebody's words, and of whom it is said.
_SPOKEN_OF = re.compile(r"ว่า(?![ก-๎])|ว่า |ย้ำ|“|(?:ของ|โดย|ให้|แก่|แด่|ถึง|ต่อ|จาก|กับ|หรือ|ตาม|ซึ่ง|ที่|รัฐบาล)\Z")
_ASKED = re.compile(r"สอบถาม|ติดต่อ|โทร|ภาพ|ข่าว|เรียบเรียง|รายงาน|โพสต์|บันทึก|ลงชื่อ|หมายเหตุ|ห้อง|อาคาร|หอ")
_LECTURES = re.compile("บรรยาย|ปาฐกถา|เสวนา")
_APPOINTS = re.compile(r"แต่ง\s?ตั้ง|โยกย้าย|ดำรงตำแหน่ง|บัญชีรายชื่อ")
# Who made the picture or the text, who put it on the page that day, and who gave how much.
_CREDIT = re.compile(
    r"[^\n]{0,40}[:/]\s?(?:สรุป|เรียบเรียง|ภาพ|ถ่าย|ข่าว|รายงาน|ข้อมูล)|\s?จำนวน\s?[\d๐-๙]"
    rf"|[ \t]*\n+[ \t]*[\d๐-๙]{{1,2}}\s?(?:{months.FULL}|{months.ABBREVIATED})\s?[\d๐-๙]{{4}}[ \t]*\n"
)
SPOKEN = 300  # code points before a mention in which a quotation may begin
NEAR = 500  # and in which somebody may be appointed


def role(text: str, first: Mention, mention: Mention) -> str | None:
    """The part of such a mention in the list that `first` begins; None for those that have none.

    Not whom somebody speaks of or appoints, whom to ask, and who signs below a letter.
    """
    line = text.rfind("\n", 0, first.start) + 1
    signs = first is mention and text[line : line + 30].lstrip().startswith("(")
    before = text[max(line, first.start - SPOKEN) : first.start].rstrip(" ")
    if mention.name.surname is None or signs or before.endswith("ขอบ"):
        return None
    if _SPOKEN_OF.search(before) or _ASKED.search(before) or _appointed(text, first.start):
        return None
    if _CREDIT.match(text, mention.end) or honorifics.royal(text, mention.start):
        return None
    return "speaker" if _LECTURES.search(text, line, first.start) else "participant"


def _appointed(text: str, start: int) -> bool:
    """Whether the text, or what stands before `start`, is of appointments."""
    return bool(_APPOINTS.search(text, 0, NEAR) or _APPOINTS.search(text, max(0, start - NEAR), start))
