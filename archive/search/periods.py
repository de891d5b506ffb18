"""Times that people name by today: เดือนที่แล้ว, ปีนี้, สัปดาห์หน้า, as days [from, before)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]


def _day(today: date, n: int) -> Days:
    day = today + timedelta(days=n)
    return day, day + timedelta(days=1)


def _week(today: date, n: int) -> Days:
    monday = today + timedelta(days=7 * n - today.weekday())
    return monday, monday + timedelta(days=7)


def _month(today: date, n: int) -> Days:
    return _first(today.year, today.month + n), _first(today.year, today.month + n + 1)


def _year(today: date, n: int) -> Days:
    return date(today.year + n, 1, 1), date(today.year + n + 1, 1, 1)


def _fiscal_year(today: date, n: int) -> Days:
    """From October; named after the year in which it ends."""
    year = today.year + (today.month >= 10) + n
    return date(year - 1, 10, 1), date(year, 10, 1)


def _first(year: int, month: int) -> date:
    """
    >>> _first(2026, 0), _first(2026, 13)
    (datetime.date(2025, 12, 1), datetime.date(2027, 1, 1))
    """
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


# Words -> what they span, and how many of it lie between it and today's. To add one: a line here.
_SPANS: tuple[tuple[str, Callable[[date, int], Days], int], ...] = (
    ("เมื่อวานนี้|เมื่อวาน|yesterday", _day, -1),
    ("วันนี้|today", _day, 0),
    ("พรุ่งนี้|วันพรุ่งนี้|tomorrow", _day, 1),
    ("(?:สัปดาห์|อาทิตย์)(?:ที่แล้ว|ที่ผ่านมา|ก่อน)|last week", _week, -1),
    ("(?:สัปดาห์|อาทิตย์)นี้|this week", _week, 0),
    ("(?:สัปดาห์|อาทิตย์)หน้า|next week", _week, 1),
    ("เดือน(?:ที่แล้ว|ที่ผ่านมา|ก่อน)|last month", _month, -1),
    ("เดือนนี้|this month", _month, 0),
    ("เดือนหน้า|next month", _month, 1),
    ("ปีงบ(?:ประมาณ)?(?:ที่แล้ว|ที่ผ่านมา|ก่อน)|last fiscal year", _fiscal_year, -1),
    ("ปีงบ(?:ประมาณ)?นี้|this fiscal year", _fiscal_year, 0),
    ("ปี(?:ที่แล้ว|ที่ผ่านมา|กลาย|ก่อน)|last year", _year, -1),
    ("ปีนี้|this year", _year, 0),
    ("ปีหน้า|next year", _year, 1),
)
RELATIVE = re.compile("|".join(f"(?P<s{n}>{words})" for n, (words, *_) in enumerate(_SPANS)), re.IGNORECASE)


def period(words: re.Match[str], today: date) -> tuple[str, str]:
    """The days that a match of RELATIVE names, ISO, from the first to the one after the last.

    >>> period(RELATIVE.search("อบรมเดือนที่แล้ว"), date(2026, 1, 15))
    ('2025-12-01', '2026-01-01')
    >>> period(RELATIVE.search("ปีงบประมาณนี้"), date(2026, 11, 26))
    ('2026-10-01', '2027-10-01')
    """
    _, span, n = next(_SPANS[int(name[1:])] for name, said in words.groupdict().items() if said)
    first, after = span(today, n)
    return first.isoformat(), after.isoformat()
