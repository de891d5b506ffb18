"""What part someone has in an event, from the words before and after the mention.

Mentions in a row, with nothing between but commas, joints and groups of
people, are a list: what is said after it is said of all. The words that tell
of a role are in cues.py.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from extractors.fields import labels
from extractors.fields.cues import BY_ANY, DEED, DEEDS, MAYBE, NOBODY, SLOT, STRENGTH
from extractors.fields.headings import BACK, HEADING, NUMBER, Cue, heading
from extractors.fields.mentions import Mention
from extractors.thai import honorifics
from extractors.thai.names import Span

# What ends the clause that a mention is the subject of.
_CLAUSE_END = re.compile(
    r"\n|โดย(?:มี|ที่|กิจกรรม|โครงการ|การประชุม|ศูนย์|สถาบัน|ได้รับ(?:เกียรติ|ความ)|ในที่|ภายใน)|\sโดย(?!ช่วง|เป็น|กล่าว|บรรยาย|นำ|ร่วม|ได้|จะ|ใช้)|(?:กล่าว|รายงาน|เปิดเผย|เผย|ระบุ|ชี้แจง|แถลง|ย้ำ|เพิ่มเติม|ข่าว|ต่อ|ด้วย|แจง|หมายเหตุ)ว่า"
    r"|\sว่า\s|ทั้งนี้|นอกจากนี้|โอกาสนี้|ในการนี้|อย่างไรก็ตาม|ซึ่ง(?!ได้|เป็นประธาน|ให้|จะ|มา|เป็นวิทยากร|บรรยาย)|เพื่อ(?!เป็น|ร่วม(?:ประชุม|งาน|พิธี|เป็น|การประชุม)|เข้าร่วม|ลงนาม|หารือ|ประชุม|ปรึกษา)|\sสำหรับ|สรุปสาระ|จากนั้น|\sอาทิ|\sมี(?=ผู้|ครู|นัก)"
)
# Nothing but joints between two mentions, and line breaks where a list is numbered or a line each.
_BARE = re.compile(rf"(?:[ ,]|และ|กับ|ท่าน|พร้อมด้วย|ร่วมกับ|ตลอดจน|รวมทั้ง|รวมถึง|คือ|\n|{NUMBER})*")
_NEXT_LINE = re.compile(rf"[^\n]{{0,100}}\n\s?{NUMBER}\s*")
_EACH_LINE = re.compile(r"[^\n]{0,160}\n\s?")
_LINE_BEGINS = re.compile(r"(?:\A|\n)[ •–-]*\Z")
_NUMBERED = re.compile(rf"{NUMBER}\s*\Z")
# What parts two mentions, though no deed stands between them.
_APART = re.compile(r"โดย|\sณ\s|ต้อนรับ|เกียรติจาก|ระหว่าง|(?:ของ|จาก|แก่|ต่อ|ถึง|ให้|แด่|แทน)\s*\Z|[“”\"():;]")
_TAKES_ALONG = re.compile(r"พร้อม|และคณะ|ร่วมกับ")
# A group of people closes a list: "และผู้เกี่ยวข้อง", where no joint comes after it.
_CLOSED = re.compile(
    r"(?:และ|พร้อมด้วย|ตลอดจน|รวมทั้ง|รวมถึง)\s?[ก-๎][^,]*?(?<!และ)(?<!ด้วย)(?<!ตลอดจน)(?<!รวมทั้ง)(?<!กับ)(?<!,)\s*\Z"
)
_BRACKETED_CHAIR = re.compile(r"\((ประธาน(?:ใน)?(?:พิธี|เปิด|งาน|การประชุม|ที่ประชุม)+)\)")
_WITH = re.compile(r"\s{0,3}พร้อมด้วย")
_CHAIR = re.compile(rf"\s?(?:ได้|จะ)?(?P<chair>{DEEDS['chair']})")
# What is said in somebody's words, and of whom it is said.
_SPOKEN_OF = re.compile(r"ว่า(?![ก-๎])|ว่า |ย้ำ|“|(?:ของ|โดย|ให้|แก่|แด่|ถึง|ต่อ|จาก|กับ|หรือ|ตาม|ซึ่ง|ที่|รัฐบาล)\Z")
_ASKED = re.compile(r"สอบถาม|ติดต่อ|โทร|ภาพ|ข่าว|เรียบเรียง|รายงาน|โพสต์|บันทึก|ลงชื่อ|หมายเหตุ|ห้อง|อาคาร|หอ")
_LECTURES = re.compile("บรรยาย|ปาฐกถา|เสวนา")
_CHAIRS_ROW = re.compile(r"\s?ประธาน(?:กรรมการ|ในที่ประชุม|การประชุม|ที่ประชุม)?[ ]*(?:\n|\Z)")
_APPOINTS = re.compile(r"แต่ง\s?ตั้ง|โยกย้าย|ดำรงตำแหน่ง|บัญชีรายชื่อ")
_CREDIT = re.compile(r"[^\n]{0,40}[:/]\s?(?:สรุป|เรียบเรียง|ภาพ|ถ่าย|ข่าว|รายงาน|ข้อมูล)")
SPOKEN = 300  # code points before a mention in which a quotation may begin
REACH = 420  # code points after a mention in which its deed may be told
FAR = 80  # code points after a mention beyond which it is not the person who appoints or is appointed
FAR_BACK = 500  # and in which the topic of a talk may stand


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
    inherited: str | None = None
    row: str | None = None  # the part of the numbered row before
    for first, last in _lists(text, mentions):
        told = list(_told(text, mentions, first, last, inherited))
        numbered = _in_numbers(text, mentions[first].start)
        unsaid = told[0] is None or told[0].cue is None
        if numbered and row and unsaid and not labels.label(text, mentions[first].start):
            told = [_row_part(row, mention, text) for mention in mentions[first : last + 1]]
        found += told
        inherited = next((part.role for part in reversed(told) if part), None)
        row = inherited if numbered else None
    return found


def _in_numbers(text: str, start: int) -> bool:
    """Whether a row of a numbered list begins there."""
    line = text.rfind("\n", 0, start) + 1
    return bool(labels.NUMBERED.search(text, line, start)) and start - line < 8


def _row_part(role: str, mention: Mention, text: str) -> Part:
    """The part of a row of which nothing else is said than of the row before."""
    here = (mention.end, mention.end)
    return Part(role, None, here, (mention.start, mention.start), mention.end)


def _lists(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """First and last index of each list of mentions."""
    first = 0
    for i in range(len(mentions)):
        if i + 1 == len(mentions) or not _same_list(text, mentions[i], mentions[i + 1]):
            yield first, i
            first = i + 1


def _same_list(text: str, this: Mention, following: Mention) -> bool:
    gap = text[this.end : following.start]
    if "\n\n" in gap:
        return False
    if _BARE.fullmatch(gap):
        unnumbered = "\n" in gap and not _NUMBERED.search(gap)
        return not unnumbered or text[max(0, this.start - 3) : this.start].rstrip(" ").endswith("\n")
    begins = _LINE_BEGINS.search(text, max(0, this.start - 12), this.start)
    if (_NEXT_LINE.fullmatch(gap) or (begins and _EACH_LINE.fullmatch(gap))) and not DEED.search(gap):
        return True
    if len(gap) > 220 or "\n" in gap.strip() or DEED.search(gap) or _CLAUSE_END.search(gap):
        return False
    return not _APART.search(gap) and not _CLOSED.search(gap)


def _told(
    text: str, mentions: Sequence[Mention], first: int, last: int, inherited: str | None
) -> Iterator[Part | None]:
    """The parts of one list's mentions."""
    floor = mentions[first - 1].end if first else 0
    until = mentions[last + 1].start if last + 1 < len(mentions) else len(text)
    head = (max(floor, mentions[first].start - FAR_BACK), mentions[first].start)
    clause = _clause(text, mentions[last].end, until)
    before = labels.label(text, mentions[first].name.start) or heading(
        text, (max(head[0], head[1] - BACK), head[1]), inherited
    )
    tail = _deed(text, clause) or _along(text, mentions[last].end)
    leader = True
    for i in range(first, last + 1):
        if i > first and _TAKES_ALONG.search(text[mentions[i - 1].end : mentions[i].start]):
            leader = False
        role, cue = _choice(before, tail, _Place(leader, i == last))
        if chair := _BRACKETED_CHAIR.search(text, *_after_name(mentions[i])):
            role, cue = "chair", chair.span(1)
        if role is None and before is None and tail is None and _free(text, mentions[first], mentions[i]):
            role = (
                "speaker"
                if _LECTURES.search(text, text.rfind("\n", 0, head[1]) + 1, head[1])
                else "participant"
            )
        if role == "participant" and _in_chair(text, mentions[i], before):
            role = "chair"
        yield Part(role, cue, clause, head, until, inherited == "speaker") if role else None


def _free(text: str, first: Mention, mention: Mention) -> bool:
    """Whether who is named in full, and of whom nothing is said that we know, takes part all the same.

    Not whom somebody speaks of, whom to ask, and who signs below a letter.
    """
    line = text.rfind("\n", 0, first.start) + 1
    if mention.name.surname is None or (text[line : line + 30].lstrip().startswith("(") and first is mention):
        return False
    before = text[max(line, first.start - SPOKEN) : first.start].rstrip(" ")
    if _APPOINTS.search(text, 0, FAR_BACK) or _APPOINTS.search(
        text, max(0, first.start - FAR_BACK), first.start
    ):
        return False
    if _SPOKEN_OF.search(before) or _ASKED.search(before) or before.endswith("ขอบ"):
        return False
    return not (_CREDIT.match(text, mention.end) or honorifics.royal(text, mention.start))


def _after_name(mention: Mention) -> Span:
    return mention.name.end, mention.end


def _along(text: str, end: int) -> Cue | None:
    """Of whom the text says nothing but who came along: took part."""
    along = _WITH.match(text, end)
    return ("participant", along.span()) if along else None


def _in_chair(text: str, mention: Mention, before: Cue | None) -> bool:
    """Whether a list of those present names the committee's chairman."""
    if before is None or mention.post is None or "ประชุม" not in text[slice(*before[1])]:
        return False
    if _CHAIRS_ROW.match(text, mention.end):
        return True
    return text.startswith("ประธาน", mention.post[0])


def by_post(text: str, post: str, named: Container[int] = ()) -> Span | None:
    """Where the text says that whoever holds the post, the name left out, was in the chair.

    `named` are the places where the post stands beside a name.

    >>> text = "ทั้งนี้ ปลัดกระทรวงตัวอย่าง เป็นประธานการประชุม"
    >>> text[slice(*by_post(text, "ปลัดกระทรวงตัวอย่าง"))]
    'เป็นประธาน'
    """
    start = text.find(post)
    while start >= 0:
        chair = _CHAIR.match(text, start + len(post))
        if chair and start not in named and (start == 0 or text[start - 1].isspace()):
            return chair.span("chair")
        start = text.find(post, start + len(post))
    return None


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
        return ("spokesperson", did_at) if said != "chair" else (said, said_at)
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
    return said, said_at


def _plain(role: str | None) -> str | None:
    return "participant" if role == "present" else role


def _clause(text: str, told: int, until: int) -> Span:
    """What is told after a mention that ends at `told`, up to the next one or the clause's end."""
    start, limit = told, min(until, told + REACH)
    while start < limit and text[start].isspace() and text.count("\n", told, start + 1) < 2:
        start += 1
    if "\n" in text[told:start] and (not DEED.match(text, start) or _heads_next(text, start, until)):
        return told, told
    end = _CLAUSE_END.search(text, min(start + 1, limit), limit)
    if end and end[0].endswith("ว่า") and end[0] != "ว่า":
        return start, end.end()
    return start, end.start() if end else limit


def _heads_next(text: str, start: int, until: int) -> bool:
    """Whether the line that begins there only says what the next one named did: กล่าวรายงาน นาย…"""
    return until - start <= HEADING // 2 and "\n" not in text[start:until]


def _deed(text: str, clause: Span) -> Cue | None:
    """The strongest cue of a clause; of the weaker roles the first."""
    weak: Cue | None = None
    strong: Cue | None = None
    for cue in DEED.finditer(text[clause[0] : clause[1]]):
        role = str(cue.lastgroup)
        span = (clause[0] + cue.start(), clause[0] + cue.end())
        if role == NOBODY and cue.start() > FAR and weak is None and strong is None:
            break
        if role in ("cochair", "signs"):
            return {"signs": "signatory"}.get(role, role), span
        if role in ("present", "press"):
            return strong if strong and strong[0] == "chair" else (role, span)
        if role == NOBODY:
            weak = weak or (role, span)
            break
        if role in BY_ANY:
            if weak and weak[0] == "participant" and role in ("opener", "speaker", "signatory"):
                continue
            if strong is None or STRENGTH.index(role) < STRENGTH.index(strong[0]):
                strong = (role, span)
        elif weak is None:
            weak = (role, span)
    return strong or weak
