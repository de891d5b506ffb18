"""A question as it is put to a person: what of it asks, and is in no text that answers."""

from __future__ import annotations

import re

# Who, where, when, what, how; บ้าง makes it plural. ใคร่, to wish, is no who.
_WORDS = (
    r"(?:ใคร(?!่)(?:เป็น|คือ)?|ที่ไหน|เมื่อ(?:ไร|ไหร่|ใด)|(?:วัน|ปี|เดือน|ห้อง|จังหวัด)(?:ไหน|อะไร)"
    r"|(?:คือ|ชื่อ)?อะไร|อย่างไร|ยังไง|กี่โมง)(?:บ้าง)?"
)
# It stands before what is sought, จัดที่ไหน or ชื่ออะไร behind it.
_ASKS = re.compile(
    rf"(?<!\S){_WORDS}|(?:(?<![ก-๎])(?:จัด|อยู่|มี|กับ)(?:กัน|ขึ้น)?)?{_WORDS}(?!\S)|(?<!\S)บ้าง(?!\S)"
    r"|^(?:who|where|when|what|which)\b(?:\s(?:is|are|was|were|did|spoke|speaks|held|on|about|the|at|in)\b)*",
    re.IGNORECASE,
)
# Of whom is asked what they spoke on: ใครบรรยายเรื่อง….
_SPOKE = re.compile(r"(?<!\S)(บรรยาย|พูด|สอน|อภิปราย|วิทยากร)(?:เรื่อง|เกี่ยวกับ|หัวข้อ|ใน)+")
_ON = re.compile(r"(?<!\S)(?:เรื่อง|เกี่ยวกับ|หัวข้อ)(?!\S)|(?:เกี่ยวกับ|ในเรื่อง|ในหัวข้อ)(?!\S)")


def sought(text: str) -> str:
    """What is sought, without the words that ask; all of it where they are all that there is.

    >>> sought("ใครบรรยายเรื่อง lesson study"), sought("รับมอบวัคซีนที่ไหน"), sought("อบรม slc จัดเมื่อไร")
    ('บรรยาย lesson study', 'รับมอบวัคซีน', 'อบรม slc')
    >>> sought("who spoke on lesson study"), sought("ที่ไหน"), sought("เรื่องเล่าเร้าพลัง")
    ('lesson study', 'ที่ไหน', 'เรื่องเล่าเร้าพลัง')
    """
    rest = _ASKS.sub(" ", text).strip()
    rest = _ON.sub(" ", _SPOKE.sub(r"\1 ", rest))
    return " ".join(rest.split()) or text
