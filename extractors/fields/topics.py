"""What a speaker spoke on: after the person, or before the โดย (by) that names them."""

from __future__ import annotations

import re

from extractors.thai.names import Span

_ON = r"(?:ใน)?(?:หัวข้อ(?:เรื่อง)?|เรื่อง|เกี่ยวกับ(?:เรื่อง)?|ในประเด็น(?:เรื่อง)?|ประเด็น)"
_TALK = (
    r"(?:บรรยาย|เสวนา|อภิปราย|ปาฐกถา|วิทยากร|ให้ความรู้|ถ่ายทอดความรู้|นำเสนอ|ถ้อยแถลง|เติม(?:เต็ม|ความรู้))"
    r"(?:พิเศษ|ทางวิชาการ|ให้ความรู้|การบรรยาย|แก่ผู้เข้า[ก-๎]+)?"
)
_AFTER = re.compile(
    rf"{_TALK}[^\n“\"]{{0,40}}?{_ON}\s?|(?:ร่วม)?กล่าวถึง(?=ความร่วม|วัตถุ)|นำเสนอ(?=วิสัยทัศน์)|วิทยากรใน(?=การ)"
)
_BEFORE = re.compile(
    rf"{_TALK}(?:[^\n“\"]{{0,30}}?{_ON})?\s?(?:แก่[ก-๎]+\s)?|{_ON}\s?|(?:มี)?การแบ่งกลุ่ม(?:ปฏิบัติการ|ฝึก(?:ปฏิบัติ)?)?\s?|(?:มี)?การฝึก(?:ปฏิบัติ)?"
)
_QUOTED = re.compile(r"\s?(?:“([^”\n]{3,300})”|\"([^\"\n]{3,300})\"|‘([^’\n]{3,300})’)")
_END = re.compile(
    r"\n|\s*โดย(?!ใช้|ชุมชน)|\sณ\s|\s(?:และ)?(?:มี|ได้|ให้(?=แก่|กับ|กำลัง)|เมื่อวัน|ในวันที่|ระหว่างวัน|ซึ่ง|เพื่อ|จากนั้น|ทั้งนี้|สำหรับ|พร้อม|นอกจาก|ภายใน|ภายใต้|แก่|กับผู้|ผ่าน)"
    r"|\sและ(?=ให้|ได้|มี|เป็น|ร่วม|ตอบ|มอบ|นาย|นาง|ดร|ผศ|รศ|คุณ|\s)|[;”\"]|\sได้แก่|จากหน่วยงาน"
)
_LEAD_IN = re.compile(r"(?:[\s,:;)\]-]|และ|พร้อมทั้ง|รวมทั้ง|ตลอดจน|(?:โดย)?มี(?=การ)|รวมถึง|สลับกับ|จากนั้น|ต่อด้วย)+")
_JUNK = re.compile(r"(?:[\s,;:-]|และ)+\Z")
SHORTEST, LONGEST = 4, 300


def after(text: str, clause: Span) -> Span | None:
    """The topic told after a speaker, in "… บรรยายพิเศษ เรื่อง …".

    >>> text = "นายสมมติ บรรยายเรื่อง เลี้ยงปลาในบ่อดิน ณ หอประชุม"
    >>> text[slice(*after(text, (8, len(text))))]
    'เลี้ยงปลาในบ่อดิน'
    """
    cue = _AFTER.search(text, clause[0], clause[1])
    if cue is None:
        return None
    return _topic(text, cue.end(), min(clause[1] + LONGEST, len(text)))


def before(text: str, head: Span, *, by: bool) -> Span | None:
    """The topic told before "โดย" and a speaker; where `by`, everything since the last speaker may be it.

    >>> text = "มีการบรรยายเรื่อง เลี้ยงปลาในบ่อดิน โดย "
    >>> text[slice(*before(text, (0, len(text)), by=True))]
    'เลี้ยงปลาในบ่อดิน'
    """
    end = text.rfind("โดย", head[0], head[1])
    if end < 0:
        return None
    start = max(text.rfind("\n", head[0], end) + 1, head[0])
    cue = None
    for cue in _BEFORE.finditer(text, start, end):
        if not cue[0].endswith("โดย"):
            break
    if cue is not None:
        if quoted := _QUOTED.match(text, cue.end(), end):
            return _inner(quoted)
        return _trimmed(text, cue.end(), end)
    if quoted := _last_quoted(text, start, end):
        return quoted
    if not by:
        return None
    lead_in = _LEAD_IN.match(text, start, end)
    return _trimmed(text, lead_in.end() if lead_in else start, end)


def _last_quoted(text: str, start: int, end: int) -> Span | None:
    last = None
    for last in _QUOTED.finditer(text, start, end):
        pass
    return _inner(last) if last and not text[last.end() : end].strip() else None


def _topic(text: str, start: int, limit: int) -> Span | None:
    if quoted := _QUOTED.match(text, start, limit):
        return _inner(quoted)
    end = _END.search(text, start + 1, limit)
    return _trimmed(text, start, end.start() if end else limit)


def _inner(quoted: re.Match[str]) -> Span:
    return quoted.span(quoted.lastindex or 0)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    start += len(text[start:end]) - len(text[start:end].lstrip(' :“"‘'))
    if junk := _JUNK.search(text, start, end):
        end = junk.start()
    return (start, end) if SHORTEST <= end - start <= LONGEST else None
