"""Times of day as Thai texts write them: 09.00 - 16.30 น., 13:30, 9 โมงเช้า, บ่ายสองโมง, 2 ทุ่ม, เที่ยงคืน."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.thai.atoms import DASH
from extractors.thai.digits import arabic

NUMBERS = {
    "หนึ่ง": 1,
    "สอง": 2,
    "สาม": 3,
    "สี่": 4,
    "ห้า": 5,
    "หก": 6,
    "เจ็ด": 7,
    "แปด": 8,
    "เก้า": 9,
    "สิบ": 10,
    "สิบเอ็ด": 11,
    "สิบสอง": 12,
}

# It looks back over its own first digit: what begins with a digit is sought at digits alone.
_HOUR = r"\d(?<![\d.,:/]\d)(?:(?<=[01])\d|(?<=2)[0-4])?"
_CLOCK = rf"{_HOUR}\s?[.:]\s?[0-5]\d(?![\d/]|[.,]\d)"
_BARE = rf"{_HOUR}(?![\d/]|[.,:]\d)"
_UNIT = r"(?:\s{0,2}(?:น\.?(?![ก-๛])|นาฬิกา|[Hh]rs?\b\.?))"
_TO = rf"\s{{0,3}}(?:{DASH}{{1,2}}|(?:ไป)?(?:จน)?ถึง(?:เวลา)?|to\b)\s{{0,3}}"
# What stands before it, and belongs to it.
_LEAD = re.compile(r"(?:ใน|ตั้งแต่|ระหว่าง|ช่วง)?เวลา(?:ประมาณ|โดยประมาณ)?\s{0,3}(?:ที่\s?)?:?\s?\Z")
_LONGEST_LEAD = 32  # code points
_HALF_DAY = r"(?:\s?(?P<half>[APap]\.?[Mm]\b\.?))"
_HALF_TO = _HALF_DAY.replace("half", "half_to")
# A clock time counts where เวลา, น. or a colon shows that it is one, or as a range of two.
_CLOCKS = re.compile(
    rf"(?P<from>{_CLOCK}|{_BARE}(?={_UNIT}|{_TO}{_BARE}{_UNIT}))(?P<unit>{_UNIT})?{_HALF_DAY}?"
    rf"(?:{_TO}(?P<to>{_CLOCK}|{_BARE}(?={_UNIT}))(?P<unit_to>{_UNIT})?{_HALF_TO}?)?"
)
_MILITARY = re.compile(r"เวลา\s?(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?![\d.:,/])")
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
# One of them is in whatever _SPOKEN finds, and in few texts.
_SPEECH = ("ทุ่ม", "โมง", "บ่าย", "ตี", "เที่ยง")
_HALF = r"(?P<thirty>\s?ครึ่ง)?"
# The Thai clock of speech: six hours of morning, afternoon, evening (ทุ่ม) and night (ตี) each.
_SPOKEN = re.compile(
    rf"(?:ตี\s?(?P<night>{_NUMBER})|(?P<evening>{_NUMBER})\s?ทุ่ม"
    rf"|บ่าย\s?(?P<afternoon>{_NUMBER})\s?(?:โมง)?"
    rf"|(?P<hour>{_NUMBER})\s?โมง\s?(?P<part>เช้า|เย็น|ตรง)?"
    rf"|(?P<noon>เที่ยง(?:วัน|ตรง))|(?P<midnight>เที่ยงคืน)){_HALF}"
)


@dataclass(frozen=True)
class Times:
    """When text[begin:end] says that something starts and, where it says so, ends: "09:00"."""

    begin: int
    end: int
    start: str
    stop: str | None = None


def find_times(text: str) -> list[Times]:
    """Every time of day, or span of two, by place.

    >>> [(t.start, t.stop) for t in find_times("เวลา ๐๙.๐๐ - 16.30 น. และ 9 โมงเช้า ราคา 12.50 บาท")]
    [('09:00', '16:30'), ('09:00', None)]
    """
    digits = arabic(text)
    found = sorted([*_clocks(digits), *_spoken(digits), *_military(digits)], key=lambda t: t.begin)
    return [t for i, t in enumerate(found) if not i or t.begin >= found[i - 1].end]


def _clocks(text: str) -> Iterator[Times]:
    end = 0
    for m in _CLOCKS.finditer(text):
        lead = _LEAD.search(text, max(end, m.start() - _LONGEST_LEAD), m.start())
        end = m.end()
        shown = lead or m["unit"] or m["unit_to"] or m["half"] or ":" in m["from"]
        if not (shown or (m["to"] and _looks_like_span(m["from"], m["to"]))):
            continue
        # 1:00 - 3:00 PM begins at 13:00, 9:00 - 4:30 PM at 09:00
        first, last = _written(m["from"]), _written(m["to"]) if m["to"] else None
        both = first and last and first < last
        start = _written(m["from"], m["half"] or (m["half_to"] if both else None))
        stop = _written(m["to"], m["half_to"]) if m["to"] else None
        if start:
            yield Times(lead.start() if lead else m.start(), end, start, stop)


def _military(text: str) -> Iterator[Times]:
    """เวลา 0830, as the forces write it."""
    for m in _MILITARY.finditer(text):
        yield Times(m.start(), m.end(), f"{m['hour']}:{m['minute']}")


def _looks_like_span(first: str, last: str) -> bool:
    """09.00-12.00 without any word: two times of a working day, to five minutes, in order."""
    start, stop = _written(first), _written(last)
    return bool(
        start
        and stop
        and len(last) >= 4
        and "06:00" <= start < stop
        and start[-1] in "05"
        and stop[-1] in "05"
    )


def _written(clock: str, half: str | None = None) -> str | None:
    """One clock time, "9.5" excepted; 24.00 is the midnight that ends a day."""
    hour, _, minute = clock.replace(":", ".").replace(" ", "").partition(".")
    hours = int(hour)
    if half:
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    return f"{hours % 24:02}:{minute or '00'}" if hours < 24 or minute in ("", "00") else None


def _spoken(text: str) -> Iterator[Times]:
    for m in _SPOKEN.finditer(text) if any(word in text for word in _SPEECH) else ():
        hour = _hour(m)
        if hour is not None:
            yield Times(m.start(), m.end(), f"{hour:02}:{'30' if m['thirty'] else '00'}")


def _hour(m: re.Match[str]) -> int | None:
    """The hour of 24 that a spoken time means.

    >>> [t.start for t in find_times("ตีห้า หกโมงเย็น บ่ายสองโมงครึ่ง สองทุ่ม เที่ยงวัน")]
    ['05:00', '18:00', '14:30', '20:00', '12:00']
    """
    if m["noon"]:
        return 12
    if m["midnight"]:
        return 0
    kind = next(name for name in ("night", "evening", "afternoon", "hour") if m[name])
    number = NUMBERS.get(m[kind]) or int(m[kind])
    limits = {"night": (1, 5, 0), "evening": (1, 6, 18), "afternoon": (1, 5, 12), "hour": (1, 11, 0)}
    low, high, offset = limits[kind]
    if not low <= number <= high:
        return None
    if kind == "hour" and (m["part"] == "เย็น" or (number < 6 and m["part"] != "เช้า")):
        offset = 12  # สามโมง without more is the afternoon's
    return number + offset
