"""Which series of events it belongs to, and which of it: the 5th of 2563.

Both are read from the event's name: การประชุมผู้บริหารการศึกษา ครั้งที่ 5/2563
is number "5/2563" of the series การประชุมผู้บริหารการศึกษา.
"""

from __future__ import annotations

import re

from extractors.fields.headline import HEADLINE_RULE
from extractors.records import Document, Facts, Found
from extractors.thai.digits import arabic
from extractors.thai.occasions import NOUNS

# ครั้งที่ "the … time", รุ่นที่ "class", with or without a Buddhist year; also 2-2564, as some write it.
_NUMBER = re.compile(
    r"(?:ครั้งที่|รุ่นที่|รุ่น(?=\s?\d))\s*(?P<number>\d{1,4})(?:\s*[/-]\s*(?P<year>2[45]\d{2}|\d{2}(?!\d)))?"
)
# What tells one of a series from the others: its number, its year, a special sitting.
_EDITION = re.compile(
    r"\s*(?:\(?นัดพิเศษ\)?|ครั้งที่\s*\d|รุ่นที่\s*\d|รุ่น\s?\d|ประจำปี|ประจำเดือน|ประจำภาค|ปีงบประมาณ|ปีการศึกษา|ภาคเรียน(?=ที่)"
    r"|(?:ปี\s?)?(?:พ\.ศ\.\s?)?2[45]\d{2}(?!\d))"
)
_ACTION = re.compile("|".join(NOUNS))
SHORTEST = 12  # code points: การประชุม by itself is no series


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """`series`, with การ before a noun of action, and `number`; both only where the name holds them."""
    title = facts.get("title")
    if title is None or title.rule == HEADLINE_RULE:
        return {}
    name = arabic(document.text[title.start : title.end])
    found: dict[str, Found] = {}
    if number := _NUMBER.search(name):
        year = number["year"]
        value = number["number"] + (f"/{year if len(year) == 4 else '25' + year}" if year else "")
        begin, end = title.start + number.start(), title.start + number.end()
        found["number"] = Found(value, begin, end, "number-in-title", 0.95)
    if (edition := _EDITION.search(name)) and edition.start() >= SHORTEST:
        series = " ".join(name[: edition.start()].split()).rstrip('(“" ')
        whole = f"การ{series}" if _ACTION.match(series) else series
        found["series"] = Found(whole, title.start, title.start + edition.start(), "series-in-title", 0.8)
    return found
