"""What stands directly before an event's name, and how much it shows that a name begins there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.thai.text import PICTURE


@dataclass(frozen=True)
class _Sign:
    """What stands before a name, and what it is worth."""

    rule: str
    worth: float
    before: re.Pattern[str]


# Whether it matches is all that is asked. So what may stand before a word is left out, and what must not
# is looked back at from behind it: `re` finds fast what begins with a word.
def _sign(rule: str, worth: float, before: str) -> _Sign:
    return _Sign(rule, worth, re.compile(rf"(?:{before})[\s“”\"‘'(]*\Z"))


# rule -> the share of such names that are right, over sets that nobody had tuned to.
RIGHT = {
    "minutes": 0.95,
    "told-after": 0.88,
    "invited": 0.95,
    "opened": 0.88,
    "within": 0.7,
    "line": 0.95,
    "chair": 0.89,
    "moved": 0.9,
    "of": 0.9,
    "held": 0.82,
    "joined": 0.8,
    "ran": 0.7,
    "clause": 0.5,
    "after": 0.5,
    "called": 0.7,
    "not-this": 0.4,
}
# What stands directly before the name, the first that fits. To add one: the
# rule's name (it is kept with the evidence), its worth in the sum, the words.
SIGNS = (
    _sign("minutes", 4.5, r"(?:(?:\n|\A)\s*(?:รายงาน|ระเบียบวาระ|วาระ|บันทึก|(?:สรุป)?ผล(?=\Z)))"),
    # the press is told of it when it is over
    _sign(
        "told-after",
        5.0,
        r"(?:กล่าว|เปิดเผย|เผย|แถลง|ให้สัมภาษณ์)\s?(?:ภาย)?หลัง(?:จาก)?(?:เสร็จสิ้น|การ|เป็นประธาน|ร่วม|เข้าร่วม|ใน)*",
    ),
    _sign("joined", 4.0, "ต้อนรับ(?:คณะ)?ผู้เข้า(?:ร่วม|รับ)"),
    # before, after, for, about another event; the minutes, the result, the budget of one
    _sign("not-this", -4.0, "(?:จัด(?:ขึ้น)?|สนับสนุน|ดำเนินการ)โดย"),  # an office: งานส่งเสริมวิจัย
    _sign(
        "not-this",
        -4.0,
        "ก่อน(?:เข้าร่วม)?|เตรียม(?:การ|ความพร้อม|พร้อม)(?:ใน|การ|จัด|สำหรับ|เข้าร่วม|สู่)*|ผล(?:จาก)?|ตาม|มติ(?<!สมมติ)(?:ที่)?"
        "|วาระ|งบ|ญัตติขอเปิด|ผู้(?:เข้า)?ร่วม|ผู้รับผิดชอบ|หัวหน้า|ความเป็นมาของ|ถึง|เจ้าของ|คณะกรรมการจัด",
    ),
    _sign("not-this", -4.0, "(?:ความสามารถ|ศักยภาพ|ได้เปรียบ)(?:ทาง|ใน)(?:การ)?"),
    # whose people they are: นำนักศึกษาในโครงการ…
    _sign("not-this", -1.0, "(?:นักศึกษา|นักเรียน|ครู|อาจารย์|บุคลากร|สมาชิก|เยาวชน)(?:ใน|ตาม)"),
    _sign("chair", 6.0, r"ประธาน(?:\s?(?:ใน|การ|กล่าว|ทำ|เปิด|พิธี|ปิด|จัด|ประกอบ|งาน|สักขีพยาน))*"),
    _sign("opened", 5.0, "เปิด(?:ตัว)?(?:การ|งาน)?"),
    _sign("invited", 5.0, r"เชิญ(?:[^\n]{0,60}?(?:ร่วม|ฟัง|ชม)(?:ใน)?)?|ชวน(?:ไป)?(?:ร่วม|ฟัง|ชม)?"),
    _sign("moved", 4.5, "(?:ยกเลิก|เลื่อน(?:กำหนด|วัน)?)(?:การ)?(?:จัด)?"),
    _sign("held", 4.5, "จัด(?:ให้มี)?(?:การ)?|กำหนด(?:การ|จัด)?"),
    _sign("held", 4.5, "เจ้าภาพ"),
    _sign("held", 3.0, r"(?:\s|ได้|น\.)มี"),
    # the second day of it; who lectures at it
    _sign("of", 4.0, r"วันที่\s?(?:[\d๐-๙]+|สอง|สาม|แรก|สุดท้าย)\s?ของ|(?:เป็น|เชิญ)วิทยากร(?:ใน|การ)*"),
    _sign("ran", 3.0, "ดำเนิน(?:การ|งาน)?(?:ตาม)?|ทำ|ขับเคลื่อน|ออก"),
    _sign("joined", 4.0, "ร่วม(?:ใน|การ|เป็นเกียรติใน|เป็นสักขีพยานใน|รับฟัง)*|ฟัง|ปฏิบัติหน้าที่ใน|เข้า(?:รับ)?"),
    _sign("within", 4.6, "ใน(?<!เนื่องใน)(?<!ร่วมใน)"),
    _sign(
        "after",
        3.0,
        "หลัง(?:จาก)?(?:เสร็จสิ้น|การ|เป็นประธาน|ร่วม|เข้าร่วม)*|ข่าวสาร|สรุปข่าว|สำหรับ|เนื่องใน|โอกาส|ณ(?<![ก-๎]ณ)",
    ),
    _sign(
        "called",
        2.5,
        r"นัด|เรียก|นำ(?:ทีม|คณะ)?|เพื่อ|กำหนดการ|ภารกิจ|ให้เกียรติ|ได้|เดินทาง(?:มา|ไป)?|ที่มา|ไป(?<!ต่อไป)(?<!ทั่วไป)|ที่(?=\Z)",
    ),
)
_LINE = re.compile(rf"(?:\n|\A)(?:[\s“\"‘'\-–:.>]|{PICTURE})*\Z")
_GAP = re.compile(r"[\s“\"‘'\-–:]\Z")
# ประธานโครงการ, ประธานหลักสูตร: a post, not the chair of one
_POST = re.compile(r"(?:(?<!เป็น)ประธาน|(?:ผู้จัด|ผู้อำนวย)การ|หัวหน้า|เจ้าหน้าที่)\Z")
BACKGROUND = ("โครงการ", "หลักสูตร", "กิจกรรม")  # in which something is done, rather than an event
_TALKS = ("บรรยาย", "การบรรยาย", "อภิปราย", "เสวนา")  # what a speaker does at an event
_POST_OF = ("โครงการ", "หลักสูตร", "ค่าย", "งาน", "กิจกรรม", "สมัชชา", "เวที")


def sign_before(before: str, head: re.Match[str]) -> tuple[str | None, float]:
    """The rule by which a name begins after `before`, and its worth; no rule where none does."""
    if _POST.search(before) and head[0] in _POST_OF:
        return None, 0.0
    if head[0] == "ต้อนรับ" and before.endswith("กล่าว"):
        return None, 0.0  # words of welcome, at whatever event
    for sign in SIGNS:
        if sign.before.search(before):
            behind = sign.rule == "within" and head[0] in BACKGROUND
            talk = sign.rule == "of" and head[0] in _TALKS and "วิทยากร" in before[-30:]
            return sign.rule, sign.worth - 2.5 * (behind or talk)
    if _LINE.search(before):
        return ("line", 3.5) if _line_length(head) < 200 else ("clause", 1.5)
    glued = head.lastindex is not None and before.endswith((".", ")", "ฯ"))  # รองปลัด กษ.หารือ…
    return ("clause", 1.5) if glued or _GAP.search(before) else (None, 0.0)


def _line_length(head: re.Match[str]) -> int:
    close = head.string.find("\n", head.start())
    return (close if close >= 0 else len(head.string)) - head.start()
