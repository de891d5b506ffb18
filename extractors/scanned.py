"""What OCR read: its numbers are no date, time or number of the event until a second source says the same.

Of Thai numbers of several digits one in ten to one in three is misread, and
what is misread looks as good as what is not: ๒๕๖๙ as ๒๕๖๔. The second
source of a day is its weekday, which is a word; a page that tells the day of
the scan attached to it needs none, since the page's own value goes before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractors.records import Document, Facts, Found
from extractors.thai.months import WEEKDAY, WEEKDAYS

# Attributes of events, agenda items and official documents that rest on numbers.
NUMBERS = {
    *("start", "end", "time", "end_time", "days", "date_edtf", "fiscal_year", "lunar_date", "number"),
    *("previous_start", "previous_end", "weekday_conflict", "weekday_year"),
    *("date", "reply_by", "started", "closed"),
}
NEAR = 2  # years between a day and the publication that tells of it
CONFIRMED = 0.85  # one misread day in seven has its weekday by chance

_DIGIT = re.compile(r"[\d๐-๙]")
_WEEKDAY = re.compile(rf"({WEEKDAY})\s?(?:ที่)?\s?(?=[\d๐-๙])")
_REACH = 20  # code points before a day in which its weekday stands


def sifted(document: Document, facts: Facts) -> dict[str, Found]:
    """The facts without doubtful numbers; the rule of what OCR read ends in "-ocr"."""
    if not document.scanned:
        return dict(facts)
    kept = {}
    for path, found in facts.items():
        if not any(_within(document, span) for span in _spans(found)):
            kept[path] = found
        elif not _rests_on_number(document, path, found):
            kept[path] = replace(found, rule=f"{found.rule}-ocr")
        elif _has_its_weekday(document, path, facts):
            sure = min(found.confidence, CONFIRMED)
            kept[path] = replace(found, rule=f"{found.rule}-ocr", confidence=sure)
    return kept


def _spans(found: Found) -> Iterator[tuple[int, int]]:
    yield found.start, found.end
    yield from found.also


def _within(document: Document, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in document.scanned)


def _rests_on_number(document: Document, path: str, found: Found) -> bool:
    attribute = path.rpartition(".")[2].partition("[")[0]
    return attribute in NUMBERS and any(
        _DIGIT.search(document.text, *span) for span in _spans(found) if _within(document, span)
    )


def _has_its_weekday(document: Document, path: str, facts: Facts) -> bool:
    """Whether the first and the last day of the event are those of the weekdays beside them."""
    if path not in ("start", "end") or "days" in facts or not {"start", "end"} <= facts.keys():
        return False
    first, last = (date.fromisoformat(str(facts[name].value)) for name in ("start", "end"))
    published = re.match(r"\d{4}", document.published or "")
    if published and abs(first.year - int(published[0])) > NEAR:
        return False
    said = facts["start"]
    begin = max(0, said.start - _REACH)
    weekdays = [
        WEEKDAYS[match[1]] for match in _WEEKDAY.finditer(document.text[begin : facts["end"].end + 1])
    ]
    told = [first.weekday()] if first == last else [first.weekday(), last.weekday()]
    return weekdays == told
