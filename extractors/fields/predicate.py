"""The deed that is the predicate of the sentence that tells of an event, and with whom it is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.mentions import find_mentions
from extractors.records import Facts, Found

LEAD = 3_000  # code points in which a report says who did what
WITH_SOMEBODY = re.compile(r"\s?(?:ร่วม)?กับ\s?\S")
_WITH = re.compile(r"\s?(?:ร่วม)?(?:กับ)?\s?")


def deeds_of(facts: Facts) -> list[Found]:
    """The words that give the roles of the event's people: those of a deed are its predicate."""
    return [found for path, found in facts.items() if path.endswith("].role") and found.start < LEAD]


def done_there(did: Sequence[Found], at: int) -> list[Found]:
    """Those of the deeds that the words at that offset tell: ได้|ตรวจเยี่ยม."""
    return [found for found in did if found.start - 6 <= at <= found.end]


def past_people(text: str, end: int) -> int:
    """The end of a deed's name past the one person whom it is done with: หารือกับนาย… รัฐมนตรี…"""
    joint = _WITH.match(text, end)
    at = joint.end() if joint else end
    begin = at if joint and joint[0].strip() else max(0, at - 1)  # กับ|นาย…: a name's word may be glued to it
    for mention in find_mentions(text[begin : at + 200])[:1]:
        told = mention.post or (mention.name.given if joint and "กับ" in joint[0] else None)
        if told and mention.start <= 2 and "\n" not in text[end : begin + mention.start]:
            return begin + max(told[1], mention.name.end)
    return end


def with_somebody(text: str, head: re.Match[str], end: int) -> bool:
    """Whether a deed says with whom, and nothing else; whom one welcomes tells himself what he came for."""
    if "ต้อนรับ" in head[0] or head.start() > LEAD:
        return False
    return bool(WITH_SOMEBODY.match(text, head.end())) or past_people(text, end) > end
