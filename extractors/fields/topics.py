"""What a speaker spoke on: told after the person, before the โดย (by) that names them, or above them."""

from __future__ import annotations

import re

from extractors.thai import months
from extractors.thai.surnames import Span
from extractors.thai.text import PICTURE

_ON = r"(?:ใน)?(?:หัวข้อ(?:เรื่อง)?|เรื่อง|เกี่ยวกับ(?:เรื่อง)?|ในประเด็น(?:เรื่อง)?)"
_TALK = (
    r"(?:บรรยาย|เสวนา|อภิปราย|ปาฐกถา|วิทยากร|ให้ความรู้|ถ่ายทอดความรู้|นำเสนอ|แสดง(?:พระ)?ธรรม(?:เทศนา)?|เติม(?:เต็ม|ความรู้))"
    r"(?:พิเศษ|ทางวิชาการ|ให้ความรู้|การบรรยาย)?"
)
_AFTER = re.compile(
    rf"{_TALK}[^\n“\"]{{0,40}}?{_ON}\s?|(?:ร่วม)?กล่าวถึง(?=ความร่วม|วัตถุ)|นำเสนอ(?=วิสัยทัศน์)|วิทยากรใน(?=การจัด)"
)
# Before a โดย the talk itself needs no "on": "การเติมเต็ม… โดย".
_BEFORE = re.compile(
    rf"{_TALK}[^\n“\"]{{0,30}}?{_ON}\s?|(?:เติม(?:เต็ม|ความรู้)|บรรยายพิเศษ|ให้ความรู้)\s?|{_ON}\s?"
    r"|(?:มี)?การแบ่งกลุ่ม(?:ปฏิบัติการ|ฝึก(?:ปฏิบัติ)?)?\s?"
)
# The last: in marks of which one is not of the other's kind.
_QUOTED = re.compile(
    r"\s?(?:“([^“”\n]{3,300})”|\"([^\"\n]{3,300})\"|‘([^’\n]{3,300})’|(?:[“\"]|(?<=\s)”)([^“”\"\n]{3,300})[“”\"])"
)
_END = re.compile(
    r"\n|\s?(?:และ|,)\s?การ(?=บรรยาย|เสวนา|อภิปราย)|\s(?:และ|ใน)?(?:ภาค|ช่วง)(?:เช้า|บ่าย)|\s?ตอนหนึ่งว่า|(?<!ก)ว่า\s|\sว่า(?!ด้วย|ที่)|\sใช้เวลา|\s*โดย(?!ใช้|ชุมชน)|\sณ\s|\sและ(?=ให้|ได้|มี|เป็น|ร่วม|ตอบ|มอบ|นาย|นาง|ดร|ผศ|รศ|คุณ)|จากหน่วยงาน"
    r"|\s(?:กิจกรรม|เนื้อหา|การประชุม|การอบรม)(?:ใน)?(?:ครั้งนี้)?\s?ประกอบด้วย|\sร่วมด้วย"
    r"|\s(?:มี|ได้|ให้(?=แก่|กับ|กำลัง)|เมื่อวัน|ในวันที่|ในพิธี|ในการ(?:อบรม|ประชุม|สัมมนา)|ระหว่างวัน|ซึ่ง|เพื่อ|จากนั้น|ทั้งนี้|สำหรับ|พร้อม|นอกจาก|ภายใน|ภายใต้|แก่|กับผู้|ผ่าน(?=ระบบ|ทาง|โปร))"
)
_OWN = re.compile(r"\s?(?:ใน)?(?:หัวข้อ(?:เรื่อง)?|เรื่อง(?=\s?[“\"]))\s?")  # right behind a speaker
# Another talk than the one told first: เรื่อง … และการเสวนาเรื่อง … โดย
_ANOTHER = re.compile(rf"(?:และ|,|ต่อด้วย|จากนั้น)\s?(?:มี|เป็น)?การ(?={_TALK})|[”\"’]\s+(?={_TALK})")
_OF_NEXT = re.compile(r"[”\"’]?\s*(?:บรรยาย)?โดย\s*(?:ท่าน)?")  # … เรื่อง “เลี้ยงปลา” โดย the next one named
_NEW_CLAUSE = re.compile(r"(?:[”\"’\s]|\A)\s?(?:และ|จากนั้น|นอกจากนี้|ทั้งนี้|ในการนี้)\s?(?:ยัง)?\Z")
# What stands between a topic and the โดย after it.
_APART = re.compile(r"\sณ\s|\s(?:เมื่อวัน|ในวันที่|ระหว่างวัน|ซึ่ง|ให้แก่|เวลา)|\s*(?:วิทยากร|บรรยาย)?\s*\Z")
_OPENING, _CLOSING = '“"‘', '”"’'
_LEAD_IN = re.compile(r"(?:[\s,:;)\]-]|และ|พร้อมทั้ง|รวมทั้ง|ตลอดจน|(?:โดย)?มี(?=การ)|รวมถึง|สลับกับ|จากนั้น|ต่อด้วย)+")
_JUNK = re.compile(r"(?:[\s,;:-]|และ|โดย|วิทยากร(?:คือ)?|ซึ่ง(?:ได้)?(?:รับ)?(?:เกียรติจาก)?|(?:ได้)?รับเกียรติจาก)+\Z")
_NO_TOPIC = re.compile(
    r"ภาค(?:เช้า|บ่าย)|ดำเนิน|กล่าว|จัด|วันที่|เมื่อ|ณ\s|ใน|ผู้|วิทยากร|พิธี|คณะ|นำ|เปิด|ซึ่ง|เพื่อ|\d|มีครู|ให้|ร่วม|ได้|เป็น|จะ|ทั้งนี้"
)
_NO_SUBJECT = re.compile(rf"(?:{_TALK}|พิเศษ|และ|การ|พิธี|กล่าว|เปิด|\s)+")  # "ปาฐกถาพิเศษ และเสวนา" names none
# In a programme: the hour, and the lines below it that name no talk.
_HOUR = re.compile(r"(?:เวลา\s?)?\d{1,2}[.:]\d{2}\s?(?:น\.?)?\s?(?:[-–]\s?\d{1,2}[.:]\d{2})?\s?(?:น\.)?")
_ROW_HOUR = re.compile(rf"^[ \t•*-]*(?:{_HOUR.pattern})", re.MULTILINE)  # at a line's start: of a programme
_ASIDE = re.compile(r"\s*(?:ห้อง|ที่|ผ่าน|จัดโดย|ภาค(?:เช้า|บ่าย)|ณ\s|\(|[-–]\s?พิธี|ชั้น|พัก|รับประทาน|ลงทะเบียน|วิทยากร)")
_KIND = re.compile(rf"\s*(?:(?:การ)?{_TALK}|บรรยายพิเศษ|พิเศษ|{_ON}|:|\s)+")
_TALK_ROW = re.compile(
    rf"[ \t•*-]*(?:{_HOUR.pattern}|ภาค(?:เช้า|บ่าย))?\s*(?:การ)?(?:บรรยาย|ปาฐกถา)(?:พิเศษ)?\s?(?:{_ON}\s?)?"
)
_BY = re.compile(r"\s*(?:วิทยากร)?\s*โดย\s*\Z")
# The topic of the event itself is no speaker's own.
_OF_EVENT = re.compile(r"(?:อบรม|ประชุม|สัมมนา|โครงการ|เสวนา|หลักสูตร)[^\n]{0,60}\Z")
_LECTURE = re.compile(r"บรรยาย|ปาฐกถา|เติม|ให้ความรู้|วิทยากร|(?:มี)?การแบ่งกลุ่ม")
# Points back or ahead to the topics, or is a day.
_POINTS = re.compile(
    rf"(?:ดังกล่าว|ต่าง\s?ๆ|สำคัญ\s|ได้แก่|อาทิ)|(?:วันที่\s?)?[\d๐-๙]{{1,2}}\s(?:{months.FULL}|{months.ABBREVIATED})\s?[\d๐-๙]{{2,4}}\Z"
)
SHORTEST, SHORTEST_LATIN, LONGEST = 4, 2, 300  # code points of a topic; of one in Latin letters: AI, PLC
_BESIDE, _ROWS = 300, 2  # code points, and line breaks, between a speaker and the line of his topic
_LABELLED = re.compile(
    rf"^(?:[ \t]|{PICTURE})*(?:หัวข้อ(?:เรื่อง|(?:การ)?(?:บรรยาย|เสวนา|อบรม|สอบ))?|เรื่อง|Topic)\s?"
    r"(?:[:：]\s?|(?=[“\"]))"
    r"(?P<topic>[^\n]{4,200})$",
    re.MULTILINE,
)


def after(text: str, clause: Span, until: int) -> Span | None:
    """The topic told after a speaker, in "… บรรยายพิเศษ เรื่อง …"; it ends at `until` at the latest.

    >>> text = "นายสมมติ บรรยายเรื่อง เลี้ยงปลาในบ่อดิน ณ หอประชุม"
    >>> text[slice(*after(text, (8, len(text)), len(text)))]
    'เลี้ยงปลาในบ่อดิน'
    """
    cue = _AFTER.search(text, clause[0], clause[1])
    told = _topic(text, cue.end(), min(clause[1] + LONGEST, until)) if cue else None
    return None if told and _OF_NEXT.fullmatch(text, told[1], until) else told


def own(text: str, clause: Span, until: int) -> Span | None:
    """The topic right behind a speaker who was named as one: "บรรยายโดย นายสมมติ เรื่อง …".

    >>> text = "นายสมมติ ในหัวข้อ “เลี้ยงปลา” ณ หอประชุม"
    >>> text[slice(*own(text, (8, len(text)), len(text)))]
    'เลี้ยงปลา'
    """
    cue = _OWN.match(text, *clause)
    return _topic(text, cue.end(), min(clause[1] + LONGEST, until)) if cue else None


def before(text: str, head: Span, *, spoken: bool) -> Span | None:
    """The topic told before "โดย" (or "ได้รับเกียรติจาก") and a speaker.

    Where a speaker was the last one named (`spoken`), whatever stands between
    the two may be the topic of the second.

    >>> text = "มีการบรรยายเรื่อง เลี้ยงปลาในบ่อดิน โดย "
    >>> text[slice(*before(text, (0, len(text)), spoken=False))]
    'เลี้ยงปลาในบ่อดิน'
    """
    end = max(text.rfind(word, *head) for word in ("โดย", "ได้รับเกียรติ"))
    if end < 0:
        return _said_to_be_talk(text, head)
    start = max(text.rfind("\n", head[0], end) + 1, head[0])
    if not text[start:end].strip() and start > head[0] + 1:
        return _line_above(text, head[0], start - 1)
    if text.startswith("ได้รับเกียรติ", end) and _NEW_CLAUSE.search(text, start, end):
        return None  # what was told before is the topic of whoever was named before
    for another in _ANOTHER.finditer(text, start, end):
        start = another.end()
    if cue := _cue(text, start, end):
        if _OF_EVENT.search(text, start, cue.start()) and not _LECTURE.match(cue[0]):
            return None
        if quoted := _QUOTED.match(text, cue.end(), end):
            return _inner(quoted)
        stop = _APART.search(text, cue.end() + 1, end)
        return _trimmed(text, cue.end(), stop.start() if stop else end)
    last = list(_QUOTED.finditer(text, start, end))
    if last and not text[last[-1].end() : end].strip():
        return _inner(last[-1])
    if not spoken:
        return None
    lead_in = _LEAD_IN.match(text, start, end)
    begin = lead_in.end() if lead_in else start
    return None if _NO_TOPIC.match(text, begin) else _trimmed(text, begin, end)


def _cue(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last talk told there, since the first may be of whoever was named before; else what comes first."""
    cues = list(_BEFORE.finditer(text, start, end))
    talks = (cue for cue in reversed(cues) if _LECTURE.match(cue[0]))
    return next(talks, cues[0] if cues else None)


def _said_to_be_talk(text: str, head: Span) -> Span | None:
    """The topic on a speaker's own line: "ภาคเช้า บรรยายพิเศษ เลี้ยงปลาในบ่อดิน", and then the name."""
    start = text.rfind("\n", 0, head[1]) + 1
    row = _TALK_ROW.match(text, start, head[1]) if start >= head[0] else None
    return _trimmed(text, row.end(), head[1]) if row else None


def _line_above(text: str, floor: int, end: int) -> Span | None:
    """What a line of a programme says, under which stands "โดย …"."""
    start = max(text.rfind("\n", floor, end) + 1, floor)
    if quoted := _QUOTED.search(text, start, end):
        return _inner(quoted)
    hour = _HOUR.match(text, start, end)
    kind = _KIND.match(text, hour.end() if hour else start, end)
    return _trimmed(text, kind.end() if kind else hour.end(), end) if hour else None


def above(text: str, head: Span) -> Span | None:
    """The topic on the lines between an hour of a programme and those who speak in it.

    >>> text = "10.00 - 11.00 น.\\nห้อง 2\\nบรรยายพิเศษ เลี้ยงปลา\\n"
    >>> text[slice(*above(text, (0, len(text))))]
    'เลี้ยงปลา'
    """
    hours = list(_ROW_HOUR.finditer(text[: head[1]], head[0]))
    if not hours or "\n\n" in text[hours[-1].end() : head[1]]:
        return None
    place = hours[-1].end()
    for line in text[place : head[1]].split("\n"):
        end = place + len(line)
        if line.strip() and not _ASIDE.match(line):
            kind = _KIND.match(text, place, end)
            by = _BY.search(text, place, end)
            return _trimmed(text, kind.end() if kind else place, by.start() if by else end)
        place = end + 1
    return None


def labelled(text: str, at: int) -> Span | None:
    """The topic on a line of its own beside the speaker's, where the text has but one: หัวข้อ : …

    >>> text = "หัวข้อ : เลี้ยงปลา\\nวิทยากร : ดร.สมมติ"
    >>> text[slice(*labelled(text, text.index("ดร.")))]
    'เลี้ยงปลา'
    """
    told = list(_LABELLED.finditer(text, max(0, at - _BESIDE), at + _BESIDE))
    if len(told) != 1 or text.count("\n", min(at, told[0].end()), max(at, told[0].start())) > _ROWS:
        return None
    return _trimmed(text, *told[0].span("topic"))


def _topic(text: str, start: int, limit: int) -> Span | None:
    if quoted := _QUOTED.match(text, start, limit):
        return _inner(quoted)
    start += _unclosed(text, start, limit)
    end = _END.search(text, start + 1, limit)
    while end and sum(map(text[start : end.start()].count, _OPENING)) > sum(
        map(text[start : end.start()].count, _CLOSING)
    ):
        end = _END.search(text, end.end(), limit)
    return _trimmed(text, start, end.start() if end else limit)


def _inner(quoted: re.Match[str]) -> Span:
    return quoted.span(quoted.lastindex or 0)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(" :"))
    if junk := _JUNK.search(text, start, end):
        end = junk.start()
    if quoted := _QUOTED.fullmatch(text, start, end):
        return _inner(quoted)
    start, end = _whole_marks(text, start, end)
    shortest = SHORTEST_LATIN if text[start:end].isascii() else SHORTEST
    untold = _NO_SUBJECT.fullmatch(text, start, end) or _POINTS.match(text, start, end)
    return (start, end) if shortest <= end - start <= LONGEST and not untold else None


def _unclosed(text: str, start: int, end: int) -> bool:
    """Whether a mark opens there that nothing closes."""
    opens = start < end and text[start] in _OPENING
    return opens and not any(text.find(mark, start + 1, end) >= 0 for mark in _CLOSING)


def _whole_marks(text: str, start: int, end: int) -> Span:
    """The span without a mark that opens and is not closed, and up to one that closes what was not opened.

    >>> text = "เลี้ยงปลา” ผ่านระบบ"
    >>> text[slice(*_whole_marks(text, 0, len(text)))]
    'เลี้ยงปลา'
    """
    if _unclosed(text, start, end):
        return start + 1, end
    closed = text.find("”", start, end)
    opened = any(text.find(mark, start, end) >= 0 for mark in _OPENING)
    return (start, closed) if closed >= 0 and not opened else (start, end)
