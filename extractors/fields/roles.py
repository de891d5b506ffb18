"""What part someone has in an event, from the words before and after the mention.

Mentions in a row, with nothing between but commas, joints and groups of
people, are a list: what is said after it is said of all. The words that tell
of a role are in cues.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fields import deeds, labels, lists, unsaid
from extractors.fields.cues import MAYBE, NOBODY, SLOT, STRENGTH
from extractors.fields.headings import BACK, Cue, heading
from extractors.fields.mentions import Mention
from extractors.thai.surnames import Span

_TAKES_ALONG = re.compile(r"พร้อม|และคณะ|ร่วมกับ")
_TOOK = re.compile(r"\s{0,3},?(?:พร้อม(?:ด้วย|กับ)?|และคณะ|ร่วมกับ)")
_AGED = re.compile(r",?\s?อายุ\s?[\d๐-๙]")  # somebody whom news is of: a victim, an onlooker, who was caught
_BRACKETED_CHAIR = re.compile(r"\((ประธาน(?:ใน)?(?:พิธี|เปิด|งาน|การประชุม|ที่ประชุม)+)\)")
_SITS = re.compile("ประชุม|สอบ")  # of a committee, or of examiners
_CHAIRS_ROW = re.compile(r"\s?ประธาน(?:กรรมการ|ในที่ประชุม|การประชุม|ที่ประชุม)?[ ]*(?:\n|\Z)")
# What is told of somebody in passing: the promise that the minister gave.
_RELATIVE = re.compile(r"(?<!วัน)(?<!พื้น)(?<!\s)(?<!ขณะ)(?:ตาม)?ที่\s?\Z")
# A list that goes on with those of one group: และคณะที่ปรึกษา ประกอบด้วย …
_GROUP = re.compile(r"[^\n]{0,120}(?:ประกอบด้วย|ได้แก่|อาทิ)\s?")
# Not a prize, where a deed follows: the deputy's; nor whose policy it is: ตามนโยบายรัฐบาล โดย…เป็นประธาน
_DEPUTED = re.compile("มอบให้|นโยบาย")
# Two sides of one agreement: X นำโดย นาย… และ Y นำโดย นาย… ร่วมลงนาม
_OTHER_SIDE = re.compile(r"[^\n]{0,160}?\s?(?:และ|กับ|ร่วมกับ)\s?[^\n]{2,120}?โดย[^\n]{0,12}")
_BY = re.compile(r"โดย[ ]?(?:ท่าน)?\Z")
_QUOTES = re.compile(r"(?P<that>(?:กล่าว[ก-๎]{0,12}|เปิดเผย|เผย|ย้ำ|ระบุ|ชี้แจง|แถลง)ว่า)[^”\"]*\Z")
_OPEN_QUOTE = re.compile(r"\s?[“\"][^”\"\n]*\Z")
_FIELD = ("ลงพื้น", "ตรวจ", "เยี่ยม")
ASIDE = 100  # code points after which it is what he says, and no news that he tells
_TAKES_OVER = re.compile(r"(?:ด้าน|ขณะที่|ส่วน|ขณะเดียวกัน|ต่อมา|จากนั้น)\s?(?:ท่าน)?\Z")  # speaks himself
QUOTED = 300  # code points before a mention in which somebody else may have begun to speak
FAR_BACK = 500  # code points before a mention in which the topic of a talk may stand


@dataclass(frozen=True)
class Part:
    """A role and the words that give it, as a span of the text; None where the place itself gives it."""

    role: str
    cue: Span | None
    clause: Span  # the words told of the person, after the mention
    head: Span  # the words before it
    until: int  # where the next mention begins
    spoken: bool = False  # the one named before it was a speaker


def parts(text: str, mentions: Sequence[Mention]) -> list[Part | None]:
    """The part that each mention tells of, None where it tells of none; in the order of `mentions`."""
    found: list[Part | None] = []
    rows = list(lists.lists(text, mentions))
    inherited: str | None = None
    row: str | None = None  # the part of the numbered row before
    for first, last in rows:
        told = list(_told(text, mentions, first, last, inherited))
        numbered = lists.numbered(text, mentions[first].start)
        unsaid = told[0] is None or told[0].cue is None
        if numbered and row and unsaid and not labels.label(text, mentions[first].start):
            told = [_row_part(row, mention, text) for mention in mentions[first : last + 1]]
        found += told
        inherited = next((part.role for part in reversed(told) if part), None)
        row = inherited if numbered else None
    for (first, last), (following, _) in pairwise(rows):
        part = found[following]
        if _OTHER_SIDE.fullmatch(text, mentions[last].end, mentions[following].start):
            signed = found[last]
            by = found[first] is None and _BY.search(text, 0, mentions[first].start)
            if part is not None and part.role == "signatory" and (by or _leads_by(text, found[first])):
                found[first] = part
            elif (
                (part is None or _leads_by(text, part)) and signed is not None and signed.role == "signatory"
            ):
                found[following] = signed
        if part is None or part.role != "participant" or any(found[first : last + 1]):
            continue
        if _GROUP.fullmatch(text, mentions[last].end, mentions[following].start):
            found[first : last + 1] = [part] * (last + 1 - first)
    return found


def _leads_by(text: str, part: Part | None) -> bool:
    """Whether somebody is named as who stands for a body: มหาวิทยาลัย… นำโดย"""
    return (
        part is not None
        and part.role == "lead"
        and part.cue is not None
        and text[part.cue[1] - 3 : part.cue[1]] == "โดย"
    )


def _row_part(role: str, mention: Mention, text: str) -> Part:
    """The part of a row of which nothing else is said than of the row before."""
    here = (mention.end, mention.end)
    return Part(role, None, here, (mention.start, mention.start), mention.end)


def _told(
    text: str, mentions: Sequence[Mention], first: int, last: int, inherited: str | None
) -> Iterator[Part | None]:
    """The parts of one list's mentions."""
    floor = mentions[first - 1].end if first else 0
    until = mentions[last + 1].start if last + 1 < len(mentions) else len(text)
    head = (max(floor, mentions[first].start - FAR_BACK), mentions[first].start)
    clause = deeds.clause(text, mentions[last].end, until)
    before = labels.label(text, mentions[first].name.start) or heading(
        text, (max(head[0], head[1] - BACK), head[1]), inherited
    )
    tail = deeds.deed(text, clause) or deeds.along(text, mentions[last].end)
    if before and before[0] == NOBODY and tail and tail[0] != NOBODY:
        before = None if _DEPUTED.search(text, *before[1]) else before
    leader = True
    for i in range(first, last + 1):
        if i > first and _TAKES_ALONG.search(text[mentions[i - 1].end : mentions[i].start]):
            leader = False
        role, cue = _choice(before, tail, _Place(leader, i == last))
        if chair := _BRACKETED_CHAIR.search(text, mentions[i].name.end, mentions[i].end):
            role, cue = "chair", chair.span(1)
        if i == first < last and tail and (role, cue) == tail and _leads_along(text, tail):
            role = "lead"
        if i > first and role == "lead" and before and cue == before[1] and text[slice(*cue)] == "นำโดย":
            role = "participant"  # led by the first of them
        if (role, before, tail) == (None, None, None):
            role = unsaid.role(text, mentions[first], mentions[i])
            if role == "participant" and i == first < last and _TOOK.match(text, mentions[i].end):
                role = "lead"  # whatever they did, who took the others along led it
        if role == "spokesperson" and _quoted(text, mentions[i].start):
            role = None
        if role == "participant" and _AGED.match(text, mentions[i].end):
            role = None
        if role == "lead" and cue and cue[0] > mentions[i].start and _praised(text, mentions[i].start):
            role = None
        if role == "participant" and _in_chair(text, mentions[i], before):
            role = "chair"
        yield Part(role, cue, clause, head, until, inherited == "speaker") if role else None


def _leads_along(text: str, did: Cue) -> bool:
    """Whether those named go somewhere together, which the first of them leads: พร้อมด้วย … ร่วมลงพื้นที่."""
    role, cue = did
    return role == "participant" and text[slice(*cue)] == "ร่วม" and text.startswith(_FIELD, cue[1])


def _quoted(text: str, start: int) -> bool:
    """Whether what somebody says is told by somebody else, in passing or in his own words."""
    line = max(text.rfind("\n", max(0, start - QUOTED), start) + 1, start - QUOTED)
    if _TAKES_OVER.search(text, line, start):
        return False
    if _OPEN_QUOTE.match(text, line, start):
        return True
    return bool(_RELATIVE.search(text, line, start) or _QUOTES.search(text, line, start))


def _praised(text: str, start: int) -> bool:
    """Whether somebody speaks of them, well after he began: กล่าวว่า … ขอบคุณท่านนายก…"""
    line = max(text.rfind("\n", max(0, start - QUOTED), start) + 1, start - QUOTED)
    said = _QUOTES.search(text, line, start)
    return said is not None and start - said.end("that") > ASIDE


def _in_chair(text: str, mention: Mention, before: Cue | None) -> bool:
    """Whether a list of those present names the committee's chairman."""
    if before is None or mention.post is None or not _SITS.search(text, *before[1]):
        return False
    if _CHAIRS_ROW.match(text, mention.end):
        return True
    return text.startswith("ประธาน", mention.post[0])


@dataclass(frozen=True)
class _Place:
    """Where in a list a mention stands: before any พร้อมด้วย, and last of all."""

    leader: bool
    last: bool


def _choice(before: Cue | None, tail: Cue | None, place: _Place) -> tuple[str | None, Span | None]:
    said, said_at = before or (None, None)
    did, did_at = tail or (None, None)
    if said == NOBODY and not place.leader:
        return "participant", said_at
    if NOBODY in (said, did):
        return (did, did_at) if did in ("opener", "speaker") and place.last else (None, None)
    if did == "cochair":
        return "chair", did_at
    if did == "press":
        heads = said == "chair" or (said == "lead" and place.leader)
        return (said, said_at) if heads else ("spokesperson", did_at)
    if did == "heads":
        return "lead", did_at
    if did == "tells":
        did = "speaker" if said in ("participant", "guest") else "spokesperson"
    if said == SLOT:
        return (_plain(did), did_at) if did else ("speaker", said_at)
    if said == MAYBE:  # a speaker, but for a plain word of the part
        return (
            ("speaker", said_at) if did in (None, "participant", "lead", "speaker") else (_plain(did), did_at)
        )
    if said in ("speaker", "chair", "opener", "signatory", "lead"):
        return _announced(said, said_at, did, did_at, place)
    if did == "present":
        return "participant", did_at
    if not place.leader:
        return (
            (did, did_at) if did in ("guest", "signatory", "speaker") else ("participant", did_at or said_at)
        )
    if said == "guest" and did in (None, "participant", "lead"):
        return "guest", said_at
    if said == "participant" and (did in (None, "lead") or (did == "spokesperson" and not place.last)):
        return "participant", said_at
    return (did, did_at) if did else (None if said == "open" else said, said_at)


def _announced(
    said: str, said_at: Span | None, did: str | None, did_at: Span | None, place: _Place
) -> tuple[str, Span | None]:
    """The role where the words before a list name one."""
    if said == "lead" and not place.leader:
        return "participant", said_at
    if not place.leader and did == "present":
        return "participant", did_at
    if did in STRENGTH and STRENGTH.index(did) < STRENGTH.index(said):
        return did, did_at
    if said == "speaker" and did == "signatory":  # a quoted name above is that of what is signed
        return did, did_at
    return said, said_at


def _plain(role: str | None) -> str | None:
    return "participant" if role == "present" else role


def deed_after(text: str, end: int, until: int) -> Part | None:
    """The part that the words behind `end` tell, before `until`; None where they tell of none.

    >>> deed_after("ผอ.ฟ้าใส เป็นประธานเปิดงาน", 8, 26).role
    'chair'
    """
    clause = deeds.clause(text, end, until)
    cue = deeds.deed(text, clause)
    if cue is None or cue[0] not in STRENGTH:
        return None
    return Part(cue[0], cue[1], clause, (end, end), until)
