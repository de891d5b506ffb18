"""Where: venue, district, province, country. All places told of are found, then the event's is chosen."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractors.fields import areas
from extractors.fields.whereabouts import Mention, find_mentions
from extractors.fields.written import written_on
from extractors.records import Document, Facts, Found
from extractors.thai.dates import find_dates
from extractors.thai.venues import kind_at, venue_at

REACH = 60_000  # code points: a place that is not in the opening of a book is not its event's
_LEAST = 1.5  # a place that scores less is none of the event's
# The share of readings by each rule that were right, on texts that nobody had tuned to.
_CONFIDENCE = {
    "at": 0.85,
    "at_when": 0.9,
    "label": 0.85,
    "held_at": 0.8,
    "at_site": 0.85,
    "floor": 0.8,
    "room": 0.8,
}
OPENING = 1_000  # code points in which news says where it was, if only by an address
_ONLY = 0.97  # of a room or building that is the only place of the text
_SEVERAL = 0.7  # where the text tells of several places

_HELD = re.compile(
    r"(?:จัด|ประชุม|สัมมนา|อบรม|เข้าร่วม|ร่วมงาน|กล่าวรายงาน|เปิด|พิธี|ประธาน|น\.|แถลง|ต้อนรับ|พบ|หารือ|เสวนา|ลงนาม)"
)
# What is told there is no event of this document: an office to write to, a sale, a former or a next time.
_ELSEWHERE = re.compile(
    r"(?:สอบถาม|ติดต่อ|สมัคร|ดาวน์โหลด|ลงทะเบียน(?:ได้|ล่วงหน้า)|ยื่น|ชำระ|สำรองที่|จำหน่าย|ซื้อ|ตั้งอยู่|ที่ตั้ง|บริการ|ครั้งต่อไป|ครั้งถัดไป|ก่อนหน้านี้|"
    r"เดินทางกลับ|ประกาศ\s?$|ออกจาก|เกิดเหตุ|โดยสาร|รับ[ก-๎]{0,12}ได้|ดูรายละเอียด|โครงการก่อสร้าง|ผู้ป่วย|เปิดให้)"
)
_AFTERWARDS = re.compile(r"จากนั้น|นอกจากนี้|ต่อมา(?!ณ)|หลังจากนั้น")  # a second thing, done elsewhere
_LISTED = re.compile(r"\s*(?:[-–•*]\s|\d{1,2}(?:\.\d{1,2})?[.)]\s|[๑-๙][.)]\s)")  # a point of a list
_AND = re.compile(r"\s{0,2}และ(?:ที่|ณ\s)?\s?")
_NEXT_DAY = re.compile(r"วันที่(?:สอง|สาม|\s?[2-5๒-๕](?=\s?จัด))|วันถัดมา|วันต่อมา|วันสุดท้าย")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """The event's place; `province` is the official name, everything else as printed.

    >>> from extractors.records import Document
    >>> said = find(Document("x", "", "text/plain", "ประชุม ณ หอ 1 อ.ปัว จ.น่าน"), {})
    >>> {path: found.value for path, found in said.items()}
    {'venue': 'หอ 1', 'district': 'ปัว', 'province': 'น่าน', 'province_code': '55', 'district_code': '5505'}
    """
    text, mentions = document.text, find_mentions(document.text[:REACH])
    chosen = _choose(document, facts, mentions)
    if chosen is None:
        return areas.visited(text, mentions) or areas.of_text(text, facts, {})
    chosen = _in_body(text, chosen, mentions)
    more = _later_days(text, chosen, mentions)
    trust = _trust(text, chosen, mentions)
    venues = _venues(text, chosen, more, trust) if chosen.end > chosen.start else {}
    said = next((m for m in (chosen, *more) if m.areas), chosen)
    found = areas.of_place(text, said, mentions)
    return venues | found | areas.of_text(text, facts, found)


def _in_body(text: str, chosen: Mention, mentions: list[Mention]) -> Mention:
    """The same place told in the body, where a headline runs on without a word that ends its name."""
    name = text[chosen.start : chosen.end]
    if len(name) < 8:
        return chosen
    later = [(m, text[m.start : m.end]) for m in mentions if m.start > chosen.end]
    if name.endswith("ฯ"):
        return next((m for m, full in later if full.startswith(name[:-1]) and len(full) > len(name)), chosen)
    if chosen.start > text.find("\n"):
        return chosen
    return next((m for m, again in later if len(again) >= 8 and name.startswith(again)), chosen)


def _choose(document: Document, facts: Facts, mentions: list[Mention]) -> Mention | None:
    if not mentions:
        return None
    other = _other_days(document, facts)
    scored = []
    earlier = 0  # places told before that may well be the event's
    for n, mention in enumerate(mentions):
        scored.append(
            (
                _score(document.text, mention, earlier) + _beside(document.text, facts, other, mention),
                -n,
                mention,
            )
        )
        earlier += mention.base >= _LEAST
    score, _, best = max(scored, key=lambda item: item[:2])
    return best if score >= _LEAST else None


def _score(text: str, mention: Mention, earlier: int) -> float:
    """How likely the event is held there: by its word, its surroundings, and how early it is told."""
    before = text[max(0, mention.begin - 90) : mention.begin].rpartition("\n")[2]
    line = text.rfind("\n", 0, mention.begin) + 1
    score = mention.base - min(0.25 * earlier, 1.5)
    if mention.end == mention.start:
        score -= 0.6 if mention.area("district") and mention.begin < OPENING else 1.2
    elif kind_at(text, mention.start) in ("room", "any") or text.startswith("โรงแรม", mention.start):
        score += 0.6
    elif kind_at(text, mention.start) is None:
        score -= 0.7
    if _HELD.search(before):
        score += 0.3
    if _ELSEWHERE.search(before):
        score -= 2
    if _AFTERWARDS.search(text, max(line, mention.begin - 200), mention.begin):
        score -= 0.8
    return score - 0.8 * bool(_LISTED.match(text, line))


def _other_days(document: Document, facts: Facts) -> list[int]:
    """Where the dates of the text end that are not the event's, ascending."""
    if "start" not in facts:
        return []
    first = facts["start"].value
    last = facts["end"].value if "end" in facts else first
    stated = find_dates(document.text, written_on(document))
    days = [d for d in stated if d.runs]
    return sorted(d.end for d in days if d.first.isoformat() > last or first > d.last.isoformat())


def _beside(text: str, facts: Facts, other: list[int], mention: Mention) -> float:
    """More for a place beside the event's day, less beside another, least where another is planned."""
    before = bisect_right(other, mention.begin)
    if before and mention.begin - other[before - 1] <= 60:
        return -4.0 if areas.PLANNED.search(text, max(0, other[before - 1] - 90), other[before - 1]) else -0.6
    day = facts.get("start")
    if day is None:
        return 0
    away = min(abs(mention.begin - day.end), abs(day.start - mention.end))
    return 0.5 if away <= 40 else 0.3 if away <= 250 else 0.0


def _trust(text: str, chosen: Mention, mentions: list[Mention]) -> float:
    """How sure it is that the event is held there and nowhere else."""
    trust = _CONFIDENCE.get(chosen.rule, 0.5)
    if any(m.end > m.start and m.base >= _LEAST and m is not chosen for m in mentions):
        return min(trust, _SEVERAL)
    inside = kind_at(text, chosen.start) in ("room", "any", "body")
    return _ONLY if inside and chosen.rule in ("at", "at_when") else trust


def _venues(text: str, mention: Mention, more: list[Mention], trust: float) -> dict[str, Found]:
    spans = [(mention.start, mention.end)]
    while joined := _AND.match(text, spans[-1][1]):
        end = (
            venue_at(text, joined.end()) if kind_at(text, joined.end()) in ("room", "site") else joined.end()
        )
        if end == joined.end():
            break
        spans.append((joined.end(), end))
    spans += [(other.start, other.end) for other in more]
    names = tuple(" ".join(text[start:end].split()) for start, end in spans)
    found = {"venue": Found(names[0], *spans[0], mention.rule, trust)}
    if len(spans) > 1:
        found["venues"] = Found(names, *spans[0], mention.rule, trust, tuple(spans[1:]))
    return found


def _later_days(text: str, chosen: Mention, mentions: list[Mention]) -> list[Mention]:
    """The places of further days, told in one breath: วันแรกจัด ณ … และวันที่สองจัด ณ …"""
    line = text.find("\n", chosen.end)
    return [
        other
        for other in mentions
        if other.end > other.start >= chosen.end
        and (line < 0 or other.start < line)
        and _NEXT_DAY.search(text, max(chosen.end, other.begin - 30), other.begin)
    ]
