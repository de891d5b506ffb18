"""The days of an official document: its own, and the one until which an answer is asked for."""

from __future__ import annotations

import re
from datetime import date

from extractors.official.passages import Span
from extractors.records import Found
from extractors.thai.dates import Dates, find_dates

# สั่ง ณ วันที่, ประกาศ ณ วันที่: behind the text of an order or announcement.
_GIVEN = re.compile(r"(?:สั่ง|ประกาศ|ให้ไว้|ลง)[ \t]{0,8}(?:ณ[ \t]{0,8})?(?=วันที่)")
_UNTIL = re.compile(
    r"(?:ภายใน(?:วัน|กำหนด)?|ไม่เกิน|ก่อน|ไม่ช้ากว่า|ไม่ล่าช้ากว่า|ภายในไม่เกิน)[ \t]{0,8}(?:ใน)?(?:วันที่|วัน)?[ \t]{0,8}\Z"
)
_ANSWER = re.compile(r"แจ้ง|ส่ง|ตอบ|รายงาน|ยืนยัน|กรอก|ลงทะเบียน|สมัคร|ยื่น")
_SENTENCE = 260  # code points before a day in which the verb of answering stands
_WIDTH = 60  # code points of a line that goes on in the next
REACH = 12_000  # code points of a letter in which it asks for an answer


def own_day(text: str, span: Span) -> dict[str, Found]:
    """`date`, where text[span] gives a day, or a month whose day was left to be written in by hand."""
    said = [dates for dates in find_dates(text[slice(*span)]) if dates.rule in ("day", "month")]
    return {"date": _found(said[-1], span[0], "own day")} if said else {}


def given_day(text: str, start: int) -> dict[str, Found]:
    """`date` of what was ordered or announced on a day (สั่ง ณ วันที่ …), the last that says so."""
    for given in reversed(list(_GIVEN.finditer(text, start))):
        for dates in find_dates(text[given.end() : given.end() + 90])[:1]:
            if dates.rule in ("day", "month") and dates.begin <= 12:
                return {"date": _found(dates, given.end(), "given on")}
    return {}


def answer_by(text: str, start: int, own: Found | None) -> dict[str, Found]:
    """`reply_by`: the first day behind "within" in a sentence that asks to answer, send or enrol."""
    for dates in find_dates(text[start : start + REACH], _base(own)):
        begin = start + dates.begin
        before = text[max(start, _sentence(text, begin), begin - _SENTENCE) : begin]
        until = _UNTIL.search(before)
        if dates.runs and until and _ANSWER.search(before, 0, until.start()):
            return {"reply_by": Found(dates.last.isoformat(), begin, start + dates.end, "answer by", 0.9)}
    return {}


def _sentence(text: str, at: int) -> int:
    """Where the lines begin that the paper's width broke, up to that offset."""
    begin = text.rfind("\n", 0, at)
    above = text.rfind("\n", 0, max(0, begin))
    return above if begin - above > _WIDTH else begin


def _found(dates: Dates, shift: int, rule: str) -> Found:
    value = dates.first.isoformat() if dates.runs else dates.edtf
    return Found(value, shift + dates.begin, shift + dates.end, rule, 0.95)


def _base(own: Found | None) -> Dates | None:
    """The letter's own day, to which a day without a year is near."""
    if own is None or len(str(own.value)) < 10:
        return None
    day = date.fromisoformat(str(own.value))
    return Dates(0, 0, ((day, day),), "dateline")
