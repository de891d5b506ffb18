"""Days that are not days: a month, a quarter or a year, a fiscal year, a day of the moon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.records import Found
from extractors.thai import months
from extractors.thai.atoms import BUDDHIST
from extractors.thai.dates import Dates
from extractors.thai.digits import arabic

# Says that something is held; that it is held in what follows.
_HELD = re.compile(r"(?:จัด|กำหนด|ประชุม|อบรม|สัมมนา|เลื่อน|พิธี|งาน)[^\n]{0,160}\Z")
_IN = re.compile(r"(?:ใน|เมื่อ|ช่วง|เป็น|ระหว่าง|ต้น|กลาง|ปลาย|ประมาณ)[^\n]{0,12}\Z")
# What is counted, ends or is paid by then is no event.
_OTHER = re.compile(r"(?:ผลการ|รายได้|กำไร|เศรษฐกิจ|งบประมาณ|ราคา|สิ้น|ผลประกอบการ|เบิกจ่าย|ดำเนินงาน)[^\n]{0,40}\Z")
_QUARTER = re.compile(
    r"ไตรมาส(?:ที่)?\s?(?P<quarter>[1-4])(?!\s?[-–])\s?(?:/\s?(?P<short>\d{2}(?!\d)|\d{4})"
    r"|(?:ของ)?\s?(?P<fiscal>ปีงบประมาณ)?\s?(?:ปี)?\s?(?:พ\.\s?ศ\.\s?)?(?P<year>2[45]\d\d))"
)
_MONTH = rf"(?:{months.FULL}|{months.ABBREVIATED})"
_MONTHS = re.compile(
    r"(?:(?<=ใน)|(?<=ช่วง)|(?<=ระหว่าง)|(?<=ตั้งแต่)|(?<=ประมาณ))เดือน\s?"
    rf"(?P<first>{_MONTH})\s?(?P<begun>25\d\d)?\s?(?:-|–|ถึง|จนถึง)\s?(?:เดือน\s?)?(?P<last>{_MONTH})"
    r"\s?(?:พ\.\s?ศ\.\s?)?(?P<year>25\d\d)(?!\d)"
)
_YEAR = re.compile(r"(?:ต้น|กลาง|ปลาย|ภายใน)ปี\s?(?:พ\.\s?ศ\.\s?)?(?P<year>25\d\d)(?!\d)")
_THIS_MONTH = re.compile(rf"(?:เดือน\s?)?(?P<month>{months.FULL}|{months.ABBREVIATED})\s?(?:ศก|ปี|ที่จะถึง)?นี้")
_FISCAL = re.compile(
    r"ปีงบประมาณ\s?(?:พ\.\s?ศ\.\s?)?(25\d\d)(?!\d)(?!\s?ไตรมาส)(?P<to>\s?[-–]\s?(?:พ\.\s?ศ\.\s?)?25\d\d(?!\d))?"
)
# Waxing and waning days, months by number, the year's animal.
_LUNAR = re.compile(
    r"(?:วัน)?(?:ขึ้น|แรม)\s?\d{1,2}\s?ค่ำ(?:\s?เดือน\s?(?:\d{1,2}|อ้าย|ยี่|[ก-๎]{2,5}))?(?:\s?ปี(?:ชวด|ฉลู|ขาล|เถาะ|มะโรง|มะเส็ง|มะเมีย|มะแม|วอก|ระกา|จอ|กุน))?"
)
_EVERY_YEAR = re.compile(r"\s?ของทุกปี")
_NEAR = 160  # code points between the event's day and the day of the moon


def fiscal_year(text: str) -> dict[str, Found]:
    """The fiscal year, Buddhist Era, where the text names one and no other; no quarter's, no plan's of years.

    >>> fiscal_year("อบรมครู ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")["fiscal_year"].value
    2566
    """
    named = list(_FISCAL.finditer(arabic(text))) if "ปีงบประมาณ" in text else []
    if len({m[1] for m in named}) != 1 or any(m["to"] for m in named):
        return {}
    return {"fiscal_year": Found(int(named[0][1]), named[0].start(), named[0].end(), "fiscal year", 0.9)}


def period(text: str, stated: Sequence[Dates], base: Dates | None) -> dict[str, Found]:
    """`date_edtf` of an event that has no day: the month or months, quarter or year in which it is held.

    >>> period("กำหนดจัดสัมมนา ภายในไตรมาส 4/67", [], None)["date_edtf"].value
    '2024-Q4'
    >>> period("กำหนดจัดสัมมนา ระหว่างเดือนมีนาคม - พฤษภาคม 2567", [], None)["date_edtf"].value
    '2024-03/2024-05'
    """
    for said in stated:
        if said.edtf and _held(text, said.begin) and _IN.search(text, max(0, said.begin - 20), said.begin):
            return {"date_edtf": Found(said.edtf, said.begin, said.end, "month", 0.9)}
    plain = arabic(text)
    for pattern, value in ((_MONTHS, _months), (_QUARTER, _quarter), (_YEAR, _year)):
        for match in pattern.finditer(plain):
            if _held(text, match.start()):
                return {"date_edtf": Found(value(match), *match.span(), "period", 0.8)}
    return _this_month(plain, base)


def lunar(text: str, day: Found | None) -> dict[str, Found]:
    """`lunar_date` as the text writes it, beside the event's day, or where the text gives no other.

    >>> lunar("พิธีวางศิลาฤกษ์ ในวันขึ้น ๑๕ ค่ำ เดือน ๖", None)["lunar_date"].value
    'วันขึ้น ๑๕ ค่ำ เดือน ๖'
    """
    for match in _LUNAR.finditer(arabic(text)) if "ค่ำ" in text else ():
        apart = 0 if day is None else max(match.start() - day.end, day.start - match.end())
        if apart <= _NEAR and not _EVERY_YEAR.match(text, match.end()):
            value = " ".join(text[match.start() : match.end()].split())
            return {"lunar_date": Found(value, *match.span(), "lunar", 0.9)}
    return {}


def _held(text: str, at: int) -> bool:
    before = text[max(0, at - 200) : at]
    return _HELD.search(before) is not None and _OTHER.search(before) is None


def _quarter(match: re.Match[str]) -> str:
    """A calendar year's quarter; of a fiscal year, which begins in October, the months."""
    said = int(match["short"] or match["year"])
    year = (said + 2500 if said < 100 else said) - BUDDHIST
    number = int(match["quarter"])
    if not match["fiscal"]:
        return f"{year}-Q{number}"
    first = (number - 1) * 3 + 10
    begin, end = divmod(first - 1, 12), divmod(first + 1, 12)
    return f"{year - 1 + begin[0]}-{begin[1] + 1:02}/{year - 1 + end[0]}-{end[1] + 1:02}"


def _months(match: re.Match[str]) -> str:
    """Of which the first lies in the year before where it comes later in the calendar than the last."""
    first, last = (months.month(match[name]) or 0 for name in ("first", "last"))
    year = int(match["year"]) - BUDDHIST
    begun = int(match["begun"]) - BUDDHIST if match["begun"] else year - (first > last)
    return f"{begun}-{first:02}/{year}-{last:02}"


def _year(match: re.Match[str]) -> str:
    return str(int(match["year"]) - BUDDHIST)


def _this_month(text: str, base: Dates | None) -> dict[str, Found]:
    """เดือนสิงหาคมนี้: of the year of writing; of the next where it is written at the year's end."""
    if base is None or not base.runs:
        return {}
    for match in _THIS_MONTH.finditer(text):
        month = months.month(match["month"])
        if month and _held(text, match.start()):
            year = base.first.year + (base.first.month >= 11 and month <= 2)
            also = ((base.begin, base.end),) if base.end else ()
            return {"date_edtf": Found(f"{year}-{month:02}", *match.span(), "this month", 0.8, also)}
    return {}
