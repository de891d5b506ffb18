"""Minutes (รายงานการประชุม) and the order of business before them (ระเบียบวาระการประชุม)."""

from __future__ import annotations

import re

from extractors.official.attendance import attendance
from extractors.official.business import business, resolutions
from extractors.official.passages import HEAD, trimmed
from extractors.official.signatures import takers
from extractors.records import Found
from extractors.thai.times import find_times

_OPENS = re.compile(
    r"^[ \t]{0,8}(?:\(?ร่าง\)?[ \t]{0,8})?"
    r"(?:(?P<minutes>(?:บันทึก|รายงาน)การประชุม)|(?P<agenda>ระเบียบวาระ(?:การ)?ประชุม))",
    re.MULTILINE,
)
_STARTED = re.compile(
    r"^[ \t]{0,8}(?:(?:เริ่ม|เปิด)(?:การ)?ประชุม|ประชุมเริ่ม)[ \t]{0,8}(?:เมื่อ)?"
    r"[ \t]{0,8}(?=เวลา|\d)",
    re.MULTILINE,
)
_CLOSED = re.compile(
    r"^[ \t]{0,8}(?:ประธาน[^\n]{0,60}?)?(?:(?:เลิก|ปิด)(?:การ)?ประชุม|ประชุมเลิก)[ \t]{0,8}(?:เมื่อ)?"
    r"[ \t]{0,8}(?=เวลา|\d)",
    re.MULTILINE,
)


def find(text: str) -> dict[str, Found]:
    """The facts of the minutes or the agenda that the text opens with; none where it opens with neither.

    >>> text = "รายงานการประชุมครู\\nผู้มาประชุม\\n๑. นายสมมติ ตั้งใจดี ประธาน\\nเริ่มประชุมเวลา ๑๓.๓๐ น."
    >>> said = {path: fact.value for path, fact in find(text).items()}
    >>> said["present[0].name"], said["present[0].duty"], said["started"]
    ('สมมติ ตั้งใจดี', 'ประธาน', '13:30')
    """
    opens = _OPENS.search(text, 0, min(len(text), HEAD))
    facts = _facts(text, opens.end()) if opens else {}
    if opens is None or not facts:
        return {}
    kind = str(opens.lastgroup)
    return {"kind": Found(kind, *trimmed(text, *opens.span()), kind, 0.97), **facts}


def _facts(text: str, start: int) -> dict[str, Found]:
    facts = attendance(text, start)
    facts |= _hour(text, start, _STARTED, "started") | _hour(text, start, _CLOSED, "closed")
    items = business(text, start)
    facts |= items | resolutions(text, start, items)
    if "closed" in facts:
        facts |= takers(text, facts["closed"].end)
    return facts


def _hour(text: str, start: int, pattern: re.Pattern[str], path: str) -> dict[str, Found]:
    """The hour behind the first words that open the meeting, or the last that close it."""
    said = list(pattern.finditer(text, start))
    for match in said[:1] if path == "started" else said[-1:]:
        times = find_times(text[match.end() : match.end() + 40])
        if times and times[0].begin <= 6:
            begin, end = match.end() + times[0].begin, match.end() + times[0].end
            return {path: Found(times[0].start, begin, end, path, 0.97)}
    return {}
