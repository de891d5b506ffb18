"""By whom: the bodies that hold the event, where the text says who does.

A body holds it where it stands before a verb of holding (จัด, ร่วมกันจัด,
เป็นเจ้าภาพ) or after "held by" (จัดโดย), and that speaks of this event: in the
headline, beside the event's name, or with a word that points back to it
(งานดังกล่าว). A committee does not organise its own meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.headline import HEADLINE_RULE, headlines
from extractors.fields.holding import (
    BARE,
    BELONGS,
    CAMPUS,
    HELD_BY,
    HOLDS,
    INVITED,
    JOIN,
    LISTED,
    NAMED,
    SCHOOLS,
    TO_VERB,
)
from extractors.fields.types import find_type
from extractors.records import Document, Facts, Found
from extractors.sought import Sought
from extractors.thai.bodies import Body, body_at, explained, find_bodies, normal_name, official_code
from extractors.thai.occasions import HEAD

REACH = 20_000  # code points from the text's beginning
NEAR = 500  # code points between a verb of holding and the event's name
BEFORE = 420  # code points before a verb in which its subject is looked for
OPENING = 500  # code points in which a text speaks of its own event
LETTERHEAD = 600  # code points in which a letter names the body that writes it

# rule -> the share of such bodies that are right, by `python -m bench calibration` over both sets.
RIGHT = {"organizer-after": 0.88, "organizer-by": 0.88, "organizer-holds": 0.88, "organizer-invites": 0.85}
_POINTS_BACK = re.compile(
    r"(?:งาน|ประชุม|อบรม|สัมมนา|เสวนา|โครงการ|กิจกรรม|พิธี|ค่าย|นิทรรศการ|ทั้งนี้|ซึ่ง)(?:นี้|ดังกล่าว|ฯ|ครั้งนี้|ใน|\s|จัด)|ครั้งนี้|ดังกล่าว"
)
_OWN_LINE = re.compile(r"\n[ \t•*\-–]*\Z")  # "held by" that begins a line is about what the text announces
_BY = Sought(r"[\s”\"]โดย[ \t]?(?=[ก-ฮเ-ไ])")
# One body alone holds what is named in quotes, where the place or the day follows: “…” โดยสำนักงาน… ณ …
_NAMED = re.compile(r"[”\"’][ ]?\Z")
_THERE = re.compile(r"\s?(?:\([^()\n]{1,60}\)\s?)?(?:ณ|เมื่อ|ระหว่าง|ใน?วันที่|วันที่|\n|\Z)")
_HELD_IT = re.compile(r"\s?(?:ได้)?(?:ร่วมกัน)?จัดขึ้น")
_CALLS = re.compile(r"เชิญ(?:ชวน)?|เข้าร่วม")
_ACTS = re.compile(r"[^\n]{0,12}?(?:ได้|จะ|เป็น|ร่วม|มอบ|นำ|ลง)")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    """`organizers[i]` with the name as written, and `organizations` with normal names and codes, aligned."""
    text = document.text[:REACH]
    title = facts.get("title")
    if title is not None and title.rule == HEADLINE_RULE:
        title = None
    venue, province = facts.get("venue"), facts.get("province")
    bodies: dict[str, tuple[Body, str]] = {}
    for body, rule in _holders(text, title):
        if venue and rule != "organizer-after" and venue.start < body.start < venue.end:
            continue  # ณ ห้องประชุม มหาวิทยาลัย… คณะ… จัด
        if province and (province.start, province.end) == (body.start, body.end):
            continue  # ณ โรงแรม… กรุงเทพมหานคร: where, and not by whom
        body = _in_full(text, body)
        name = _full_name(text, body)
        cut = text.startswith("ฯ", body.end)  # วิทยาลัยฯ: the one named above
        if any(_within(name, known) or (cut and known.startswith(name)) for known in bodies):
            continue
        for known in [known for known in bodies if _within(known, name)]:
            del bodies[known]
        if name not in bodies or len(bodies[name][0].name) < len(body.name):
            bodies[name] = (body, rule)
    return _facts(bodies)


def _in_full(text: str, body: Body) -> Body:
    """The body that a headline cuts short with ฯ, where the text names it in full: คณะบริหารธุรกิจฯ."""
    if not text.startswith("ฯ", body.end) or body.start > OPENING:
        return body
    full = (said for said in find_bodies(text, body.end) if body.name in said.name and said.name != body.name)
    return next(full, body)


def _within(part: str, whole: str) -> bool:
    """Whether a name is that of the body of which the other is a part: มหาวิทยาลัย… in คณะ… มหาวิทยาลัย…"""
    return part != whole and f" {part} " in f" {whole} "


def _full_name(text: str, body: Body) -> str:
    """The normal name; of an abbreviation that we do not know, the name that it follows in brackets."""
    name = normal_name(body.name)
    if name == body.name and name.endswith("."):
        return explained(text, name) or name
    return name


def _facts(bodies: dict[str, tuple[Body, str]]) -> dict[str, Found]:
    facts = {
        f"organizers[{place}]": Found(body.name, body.start, body.end, rule, RIGHT[rule])
        for place, (body, rule) in enumerate(bodies.values())
    }
    if facts:
        names = tuple((name, official_code(name)) for name in bodies)
        spans = tuple((found.start, found.end) for found in facts.values())
        facts["organizations"] = Found(names, *spans[0], "organizer-register", 0.7, spans[1:])
    return facts


def _holders(text: str, title: Found | None) -> Iterator[tuple[Body, str]]:
    """The bodies said to hold this event, and by which rule, in the order of the text."""
    found: list[tuple[Body, str]] = []
    for match in HELD_BY.finditer(text):
        loose = match[0].lstrip().startswith(("จัด", "ร่วมจัด", "เจ้าภาพ", "โดยความ", "ด้วยความ"))
        if _of_this(text, match.start(), match.end(), title) or (loose and _invited_to(text, match.start())):
            found.extend((body, "organizer-after") for body in _list_after(text, match.end(), loose=loose))
    for match in HOLDS.finditer(text):
        bodies = _list_before(text, match.start())
        if not bodies or (match[0].endswith("แถลงข่าว") and len(bodies) == 1):  # one is who speaks there
            continue
        invites = INVITED.match(match[0]) is not None
        if invites and "เชิญ" not in text[bodies[-1].end : match.start()]:
            continue
        if _of_this(text, match.start(), match.end(), title):
            found.extend((body, "organizer-invites" if invites else "organizer-holds") for body in bodies)
    for match in _BY.finditer(text):
        bodies = _list_after(text, match.end())
        if not bodies or _ACTS.match(text, bodies[-1].end) or not _beside(text, match.start(), title):
            continue
        named = _NAMED.search(text, 0, match.start() + 1)
        if len(bodies) > 1 or (named and _THERE.match(text, bodies[-1].end)):
            found.extend((body, "organizer-by") for body in bodies)
    yield from sorted(found, key=lambda pair: pair[0].start)


def _of_this(text: str, start: int, end: int, title: Found | None) -> bool:
    """Whether text[start:end] speaks of holding this event, not another one."""
    named = NAMED.match(text, end)
    if named and title and start > title.end and named["name"][:12] not in text[: title.end]:
        return False
    if start < headlines(text) and _plans_another(text, start, title):
        return False
    if start < headlines(text) or title is None or (start < OPENING and _alike(text, start, title)):
        return True
    if _OWN_LINE.search(text, max(0, start - 8), start) and 0 < start - title.end < 3 * NEAR:
        return True
    near = text[max(0, start - 60) : end + 60]
    return _beside(text, start, title) or _POINTS_BACK.search(near) is not None


def _plans_another(text: str, start: int, title: Found | None) -> bool:
    """Whether a headline tells what is to be held, where the text is of the meeting about it."""
    if title is None or text.find("เตรียม", max(0, start - 8), start + 20) < 0:
        return False
    kind = find_type(str(title.value))
    return kind is not None and kind[0] == "meeting" and not _alike(text, start, title)


def _invited_to(text: str, at: int) -> bool:
    """Whether one is invited, in the same sentence, to what is held there."""
    line = max(text.rfind("\n", 0, at) + 1, at - 200)
    invited = _CALLS.search(text, line, at)
    return invited is not None and HEAD.search(text, invited.end(), at) is not None


def _alike(text: str, at: int, title: Found) -> bool:
    """Whether what is held there is of the event's own kind."""
    said, kind = find_type(text[at : at + 60]), find_type(str(title.value))
    return said is not None and kind is not None and said[0] == kind[0]


def _beside(text: str, at: int, title: Found | None) -> bool:
    """Whether the event's name stands in the same paragraph, not far from there."""
    if title is None:
        return False
    key = re.sub(r"^การ", "", text[title.start : title.end])[:18]
    begin = max(text.rfind("\n", 0, at) + 1, at - NEAR)
    close = text.find("\n", at)
    return key in text[begin : min(close if close >= 0 else len(text), at + NEAR)]


def _list_after(text: str, at: int, *, loose: bool = False) -> list[Body]:
    """The bodies that stand one after another from there on; where `loose`, whatever stands in their list."""
    bodies: list[Body] = []
    while join := JOIN.match(text, at):
        joined = loose and (not bodies or (join[0].strip() and not join[0].rstrip().endswith("โดย")))
        body = body_at(text, join.end()) or (_listed(text, join.end()) if joined else None)
        if body is None:
            break
        bodies.append(body)
        at = body.end
    return bodies


def _listed(text: str, at: int) -> Body | None:
    """What stands in a list of those who hold it, whatever it is called."""
    found = LISTED.match(text, at)
    return Body(at, found.end(), " ".join(found[0].split()), 1) if found else None


def _list_before(text: str, at: int) -> list[Body]:
    """The bodies that are the subject of the verb at `at`."""
    # A little beyond, for a name ends where a verb begins that the limit would cut: โรงเรียน|กำหนดจัด
    named = (body for body in find_bodies(text, max(0, at - BEFORE), at + 12) if body.end <= at)
    bodies = [body for body in named if not _short_form(text, body)]
    while bodies:
        last = bodies[-1]
        campus = CAMPUS.match(text, last.end, at) if last.name.split()[-1].startswith(SCHOOLS) else None
        ends = {last.end, campus.end() if campus else last.end}
        if any(TO_VERB.fullmatch(text, end, at) for end in ends) and not _belongs(text, last):
            break
        bodies.pop()
    if not bodies and (bare := BARE.search(text, max(0, at - 60), at)):
        return _of_letterhead(text, bare)
    first = len(bodies) - 1
    while first > 0 and JOIN.fullmatch(text, bodies[first - 1].end, bodies[first].start):
        first -= 1
    return [body for body in bodies[max(first, 0) :] if not _belongs(text, body)]


def _short_form(text: str, body: Body) -> bool:
    """Whether it stands in brackets, behind the name that it is short for."""
    return text[body.start - 1 : body.start] == "(" and text.startswith(")", body.end)


def _of_letterhead(text: str, bare: re.Match[str]) -> list[Body]:
    """Whom a letter means that calls itself ด้วยโรงเรียน, ทางวิทยาลัยฯ: the first body of that kind above."""
    above = find_bodies(text, 0, min(bare.start(), LETTERHEAD))
    return [body for body in above if body.name.startswith(bare["kind"])][:1]


def _belongs(text: str, body: Body) -> bool:
    """Whether it only tells whose somebody or something is: ผู้อำนวยการโรงเรียน…, ณ โรงเรียน…"""
    if text.endswith("ที่", 0, body.start) and _HELD_IT.match(text, body.end):
        return False  # an event that it held: ในงานที่โรงเรียน…ได้จัดขึ้น
    return BELONGS.search(text, max(0, body.start - 40), body.start) is not None
