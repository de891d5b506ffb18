"""What the words before a list of names say of those in it: a label, a heading, a joint, an hour."""

from __future__ import annotations

import re

from extractors.fields import labels
from extractors.fields.cues import HEAD, MAYBE, NOBODY, SLOT
from extractors.thai import months
from extractors.thai.surnames import Span
from extractors.thai.text import PICTURE

Cue = tuple[str, Span]

NUMBER = rf"(?:[-–•*]|{PICTURE}|\(?[\d๐-๙]{{1,2}}(?:\.[\d๐-๙]{{1,2}})?[.)])"
_IN_NUMBERS = re.compile(rf"{NUMBER}\s*\Z")
_SCHEDULE = re.compile(r"\d{1,2}[.:]\d{2}\s?(?:[-–]|น\.)")
_DAY = re.compile(rf"[\d๐-๙]\s?(?:{months.FULL}|{months.ABBREVIATED})")  # the line dates a report
_TALKS = re.compile(
    r"วิทยากร|วิยากร|เสวนา|อภิปราย|บรรยาย|ปาฐกถา|หัวข้อ|อบรม|สัมมนา|ให้ความรู้|ถ่ายทอด|เติมเต็ม|เติมความรู้|ฝึก|แบ่งกลุ่ม|สาธิต|แขกรับเชิญ|Talk"
    r"|[\d๐-๙]{1,2}\s[ก-ฮ]{1,2}\.[ก-ฮ]\.\s[\d๐-๙]{1,2}[.:][\d๐-๙]{2}\s"  # 24 พ.ย. 10.00
)
_OCCASION = re.compile(
    r"ร่วม|ต้อนรับ|ผู้บริหาร|คณะ(?=ผู้|กรรม|ทำงาน|ที่|ครู|อาจารย์|ประกอบ|\s)|ประชุม|แขก|เกียรติ|พร้อม|พิธี|ผู้แทน|ผู้มา"
)
_ATTENDS = re.compile(r"รายชื่อ|ผู้(?:เข้า(?:ร่วม|รับ)|สมัคร)")  # of whom a training is told, not who gives it
_ENROLLED = re.compile(r"รายชื่อผู้(?:เข้า|สมัคร|ผ่านการคัดเลือก)")  # named above, though not in the last line
_HELD_WITH = re.compile(r"ประชุม|(?:เข้าร่วม|ร่วม)(?:งาน|พิธี|กิจกรรม)")
_NO_HEADING = ("และ", ",", "กับ", "ให้", "มี", "โดย", "ด้าน", "คือ")  # say nothing of the next line
_OWN_DEED = re.compile(r"(?:กล่าว|พิธี)(?:เปิด|รายงาน)(?!.*(?:โดย|:))")
_BEFORE_LIST = re.compile(
    rf"(?:[\s,“\"(#]|{NUMBER}|ท่าน|(?<!ขอบ)คุณ|คณะ|(?<![ก-๎])(?:พี่|น้อง|ครู|ลุง|ป้า|หมอ)[ก-๎]{{2,10}}\s)+\Z"
)
_QUOTED = re.compile(
    r"(?:กิจกรรม|ฐาน|ช่วง|ตอน|เรื่อง|การแสดง)[^\n“\"]{0,20}[“\"][^\n“”\"]{3,120}[”\"]\s?โดย\Z|\A\s*[“\"][^\n“”\"]{3,120}[”\"]\s?โดย\Z"
)
_BRIEFS = re.compile(r"(?:\A|\s|ร่วมกัน|ร่วม|ได้|จัด|งาน|การ)แถลงข่าว[^\n]*โดย\Z")
_OPENS = re.compile(r"(?<!เป็นประธานใน)(?<!เป็นประธาน)(?:พิธีเปิด|เปิดงาน)[^\n]{0,40}โดย\Z|\A\s*พิธีเปิด[^\n]*โดย\Z")
_GIVES = re.compile(r"มอบ(?:ทุน|รางวัล|โล่|เกียรติบัตร|วุฒิบัตร|ประกาศนียบัตร|ของ)[^\n]{0,40}โดย\Z")
# Two sides of an agreement: ลงนามบันทึกข้อตกลง… ระหว่าง X โดย นาย… กับ Y โดย นาย…
_SIGNED = re.compile(
    r"(?:ลงนาม|บันทึก(?:ข้อตกลง|ความเข้าใจ|ความร่วมมือ)|MO[UA]).{0,230}ระหว่าง[^\n]{2,120}\sโดย\Z", re.DOTALL
)
_SIDE = re.compile(r"\A\s?(?:กับ|และ)[^\n]{2,100}\sโดย\Z")
# Those to whom a prize goes: มอบโล่ประกาศเกียรติคุณแก่ผู้… จำนวน 6 คน ได้แก่
_HONOURED = re.compile(
    r"(?:รางวัล|โล่|เกียรติคุณ|เกียรติบัตร|กิตติมศักดิ์)[^\n]{0,30}(?:แก่|ให้กับ)[^\n]{2,80}(?:ได้แก่|อาทิ|ดังนี้)\Z"
)
_COUNTED = re.compile(r"(?:\s|[\d๐-๙])(?:ท่าน|คน|รูป)\s?คือ\Z")
# Lists of whom somebody appoints, seeks or honours, not of who came.
_NO_PART = re.compile(r"แต่งตั้ง|โยกย้าย|ตำแหน่ง|ผู้ต้องหา|แกนนำ|ผู้เสีย|มาตรการ|กรรมการ|ผู้ได้รับ|ผู้ชนะ|รางวัล|โครงการ|ผลงาน")
# A body at the line's start that does something "by" the one who heads it.
_BODY = re.compile(
    r"(?:วันที่[^\n]{4,40}\s)?(?:เทศบาล|โรงเรียน|วิทยาลัย|มหาวิทยาลัย|อบต\.|อบจ\.|องค์การ|สำนักงาน|สพ[ปม]\.|ศูนย์|คณะ|สถาบัน|กลุ่ม|ชมรม|สมาคม|ทต\.|รพ\.|โรงพยาบาล)"
    r"[^\n]{2,80}\sโดย\Z"
)
_NOT_TALKS = re.compile(r"จัดขึ้นโดย|จัดโดย|ดำเนินการโดย")
BACK = 240  # code points before a list in which its heading may stand
HEADING = 60  # code points of a line that heads the one below


def heading(text: str, head: Span, inherited: str | None) -> Cue | None:
    """The role that stands before a list, and the words that give it; `inherited`: of the list before it."""
    if told := labels.label(text, head[1]):
        return told
    if topic := labels.topic(text, head[1]):
        return MAYBE, topic
    return _joined(text, head, inherited)


def _joined(text: str, head: Span, inherited: str | None) -> Cue | None:
    """What the last words before a list say."""
    words = _BEFORE_LIST.sub("", text[slice(*head)])
    joint = text[head[0] + len(words) : head[1]]
    found = next(HEAD.within(text, head[0], head[0] + len(words)), None)
    if found is None:
        return _by_schedule(text, head, words) if "\n" in joint or "\t" in joint else None
    role, word = str(found.lastgroup), found[0]
    span = (head[0] + found.start(), head[0] + found.end())
    sentence = words[words.rfind("\n") + 1 :]
    if role == "open" and word in ("โดย", "คือ") and not _NOT_TALKS.search(words):
        if word == "โดย" and _OPENS.search(sentence):
            return "opener", span
        if word == "โดย" and _BRIEFS.search(sentence):
            return "spokesperson", span
        if word == "โดย" and (_SIGNED.search(words) or (inherited == "signatory" and _SIDE.search(words))):
            return "signatory", span
        if word == "โดย" and _GIVES.search(sentence):
            return "participant", span
        hour = _SCHEDULE.search(sentence) and not _DAY.search(sentence)
        if _TALKS.search(sentence) or hour or _QUOTED.search(sentence):
            return MAYBE, span
        if word == "คือ" and _COUNTED.search(sentence) and not _NO_PART.search(sentence):
            return "participant", span
        if word == "โดย" and _BODY.match(sentence):
            return "lead", span
    if word in ("โดย", "คือ") and inherited in ("speaker", "participant") and "\n" not in words:
        return MAYBE if inherited == "speaker" else inherited, span
    if word in ("ซึ่งมี", "ที่มี") and _HELD_WITH.search(sentence, max(0, len(sentence) - BACK)):
        return "participant", span
    if word in ("และ", ",") and (inherited is None or sentence == "และ"):
        return (inherited, span) if inherited else None
    if word in ("อาทิ", "ได้แก่", "ประกอบด้วย", "ดังนี้"):
        if _HONOURED.search(sentence):
            return NOBODY, span
        attends = _ATTENDS.search(sentence, max(0, len(sentence) - BACK)) and "วิทยากร" not in sentence
        if attends or _ENROLLED.search(words):
            return "participant", span
        if _TALKS.search(sentence):
            return "speaker", span
        if not _OCCASION.search(sentence):
            return ("participant", span) if not _NO_PART.search(sentence) else None
    if _OWN_DEED.match(word) and "\n" not in joint and not words[: found.start()].endswith("\n"):
        return None
    if "\n" in joint and word.endswith("ต้อนรับ"):  # what those before did
        return None
    above = role == NOBODY and "\n" in joint and not _IN_NUMBERS.search(joint)
    if above and (len(sentence) > HEADING or word.startswith("รางวัล")):  # a headline heads no list
        return None
    if role == "opener" and "\n" in joint and len(sentence) > HEADING:  # a sentence that ends in พิธีเปิด
        return None
    if "\n" in joint and (word in _NO_HEADING or (word == "ดังนี้" and not joint.strip())):
        return None
    return role, span


def _by_schedule(text: str, head: Span, words: str) -> Cue | None:
    """Who stands on a line of their own below an hour of a programme speaks in that hour."""
    lines = words.split("\n")[-4:]
    if any(_SCHEDULE.search(line) and not _DAY.search(line) for line in lines):
        end = head[0] + len(words)
        return SLOT, (end - len(lines[-1]), end)
    return None
