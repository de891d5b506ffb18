"""What: the event's own name.

Every place where the name of an event may begin is a candidate (_candidates);
what stands before it, what it holds and where it stands give its score, and
the best one wins. The headline is the name only where there is no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.fields.headline import headlines, own_end, top_line
from extractors.fields.predicate import LEAD, WITH_SOMEBODY, deeds_of, done_there, past_people, with_somebody
from extractors.fields.signs import BACKGROUND, RIGHT, sign_before
from extractors.fields.types import find_type
from extractors.fields.worth import REACH, ends_of_persons, holds, leads, stands
from extractors.records import Document, Facts, Found
from extractors.thai.occasions import HEAD, WRAP, name_end

LEAST_DEED = 20  # code points of a deed in a headline that are worth a name
RECEPTION = 12.0  # what it takes from a reception that it only begins something else
NEXT = 90  # code points behind who is received in which it is told what he came for
BARE_DEED = 30  # code points of a deed that tells only with whom: พบหารือกับ
PREDICATE = 5.0  # what it is worth that a deed is told of somebody of the event
MET = 2.0  # and that a meeting is what its head did: ได้ประชุม…
IN_HEADLINE = 1.5  # and that the headline gives the name word for word
SHORTENED = 10  # letters before the ฯ that cuts a name short
FULL = 250  # code points of a name that a headline shortens

_CHAIN = re.compile(rf"(?:{HEAD.pattern})[\s“\"‘']*\Z")
# A head that no name follows: the meeting of which the text speaks already.
_WRAPPED = re.compile(
    r"(?<=เปิด)งาน[ ]\Z|(?:กิจกรรม(?:การจัด)?|พิธีเปิด(?:ตัว)?)\s?\Z|(?:กิจกรรม|งาน|โครงการ)\s?[“\"‘']\s?\Z"
)
_BARE = re.compile(
    r"(?:(?<=เสวนา)|(?<=บรรยาย)|(?<=อภิปราย)|(?<=ปาฐกถา)|(?<=ปาฐกถาพิเศษ))ใน(?=พิธี|งาน|การ)|(?<=พิธี)(?:เปิด|ปิด)?(?:มี|\s)|(?<=ลงนาม)ใน|\s*(?:(?:กิจกรรม|โครงการ|งาน)?(?:ครั้ง)?นี้|ในปี\s?[\d๐-๙]|ดังกล่าว|นั้น|ฯ|ครั้งต่อไป|ต่อไป|ตั้งแต่|กว่า|หลังวันที่|ในการนี้|ที่ผ่านมา|ในครั้ง|กลุ่มเป้าหมาย|ต่าง\s?ๆ|เป็นจำนวน|ที่(?:เกี่ยวข้อง|จะ|มี|ได้|สำคัญ)|ประกอบด้วย|อย่าง|เป็น(?:\s|วัน)|ก้าวสู่|หลากหลาย|มากมาย"
    r"|\s?และ\s?(?:นาย|นาง|ดร\.|กล่าว|บรรยาย|ปาฐกถา|มอบ|มี|ได้|ร่วม|ให้|คน|ผู้)|คืบหน้า|เสร็จ|แล้ว|ขึ้น|ได้|จะ|ก็|นอกจาก|มีมติ|เห็นชอบ|รับทราบ|โดย|ว่า|ร่วมกัน\s|โดยพร้อม|โดยมี|ด้วย)"
)
_NO_NAME = re.compile(
    r"(?:(?:การ)?(?:ประชุม|สัมมนา|อบรม|เสวนา|บรรยาย|ปาฐกถา|แถลงข่าว|งาน|พิธี|กิจกรรม|โครงการ|เวที|เปิด|ปิด|หารือ|ฝึก)"
    r"(?:ใหญ่|เพื่อ|และ|พิเศษ|เชิงปฏิบัติ(?:การ)?|วิชาการ|\s)*)+"
)
_AT_EVENT = re.compile(r"[^\n]{0,40}(?:ภาย)?ใน(?:พิธี(?:เปิด)?|งาน|การ(?:ประชุม|สัมมนา|อบรม|เสวนา))")
_TALKS = ("ปาฐกถา", "บรรยาย")
_OCCASIONED = re.compile(
    r"[^\n]*ในโอกาส(?!ครบ)"
)  # who is received has come for something, which is the event
# … who goes into the field or inspects something: ร่วมต้อนรับ นาย… นายกรัฐมนตรี ลงพื้นที่…
_RECEIVED_FOR = re.compile(r"\s(?:(?:ใน(?:โอกาส|การ))?(?:เดินทาง)?(?:มา)?(?:ลงพื้นที่|ตรวจราชการ|ตรวจเยี่ยม))")
_POINTS_BACK = re.compile(r"\s?(?:ใน)?(?:ครั้งนี้|ดังกล่าว)|\s?(?:ไป)?ก่อนหน้านี้")  # it was named before
_COUNT = re.compile(r"ครั้งที่\s*[\d๐-๙]+\s*/\s*[\d๐-๙]+")
# An item of a timetable.
_TIMED = re.compile(
    r"(?:^|\n)[^\n]{0,12}\d{1,2}[.:]\d{2}\s*(?:น\.)?\s*[-–]\s*\d{1,2}[.:]\d{2}[^\n]*(?:\n[^\n]{0,80}){0,4}\Z"
)


@dataclass(frozen=True)
class _Name:
    start: int
    end: int
    rule: str
    score: float
    deed: bool = False

    @property
    def firm(self) -> bool:
        """Whether what stands before shows that it is a name, so that no other begins within it."""
        return self.rule not in ("clause", "not-this")


def find(document: Document, facts: Facts) -> dict[str, Found]:
    text = document.text
    did = deeds_of(facts)
    names = list(_led(text, [_weighed(text, name, did) for name in _candidates(text, did)], facts))
    best = max(names, key=lambda name: name.score, default=None)
    if best is None or best.score < -1:
        return top_line(document)
    best = next((name for name in names if name.rule == "line" and _same(text, name, best)), best)
    best = max((name for name in names if _once_more(text, name, best)), key=_length, default=best)
    best = next((name for name in names if _spelt_out(text, name, best)), best)
    best = next((name for name in names if best.deed and _names_deed(text, name, best)), best)
    value = " ".join(text[best.start : best.end].split())
    return {"title": Found(value, best.start, best.end, f"title-{best.rule}", RIGHT[best.rule])}


def _led(text: str, names: Sequence[_Name], facts: Facts) -> Iterator[_Name]:
    """The names, with more for those that the sentence which dates the event leads with."""
    top, persons, first = headlines(text), ends_of_persons(facts), True
    for name in names:
        if name.start < top or (not name.firm and text.startswith(BACKGROUND, name.start)):
            yield name  # said above; or the project of somebody's post
        else:
            above = IN_HEADLINE * (name.firm and text.find(text[name.start : name.end], 0, top) >= 0)
            yield replace(name, score=name.score + above + leads(text, name.start, first, persons))
            first = False


def _weighed(text: str, name: _Name, did: Sequence[Found]) -> _Name:
    """More for a deed that is what somebody of the event did: the predicate of the sentence that tells of it.

    The headline tells such a deed too, often with its object, where the sentence has but the persons.
    """
    if not name.deed:
        if name.rule in ("called", "clause") and any(
            found.value == "lead" for found in done_there(did, name.start)
        ):
            return replace(name, score=name.score + MET)
        talk = text.startswith(_TALKS, name.start) and _AT_EVENT.match(text, name.end)
        return replace(name, score=name.score - 3.0) if talk else name
    if there := done_there(did, name.start):
        end = past_people(text, name.end)
        along = all(found.value == "participant" for found in there)
        if _AT_EVENT.match(text, name.end):  # what is done there is not what is held
            return name
        return replace(name, score=name.score + PREDICATE - 2.0 * along + 3.0 * (end > name.end), end=end)
    headed = name.start < headlines(text) and name.end - name.start >= LEAST_DEED
    if headed and any(text[found.start : found.end] in text[name.start : name.end] for found in did):
        return replace(name, score=name.score + PREDICATE - 1.0)
    if (
        name.end - name.start < BARE_DEED
        and name.start >= headlines(text)
        and name.start < LEAD
        and (end := past_people(text, name.end)) > name.end
    ):
        return replace(name, score=name.score + PREDICATE, end=end)
    return name


def _length(name: _Name) -> int:
    return name.end - name.start


def _once_more(text: str, name: _Name, best: _Name) -> bool:
    """Whether the body gives in full what a headline shortens: the same kind, with the same number."""
    if not (name.firm and best.start < name.start and _length(best) < _length(name) < FULL):
        return False
    number, same = (_COUNT.search(text, said.start, said.end) for said in (best, name))
    if number is None or same is None or number[0].split() != same[0].split():
        return False
    kinds = {find_type(text[said.start : said.end][:40]) for said in (best, name)}
    return len({kind and kind[0] for kind in kinds}) == 1


def _spelt_out(text: str, name: _Name, best: _Name) -> bool:
    """Whether the text gives in full elsewhere what a name cuts short with ฯ: การประชุมคณะกรรมการฯ."""
    said, full = (text[it.start : it.end].removeprefix("การ") for it in (best, name))
    begin = said.partition("ฯ")[0]
    return (
        len(begin) >= SHORTENED
        and begin != said
        and full.startswith(begin)
        and len(full) > len(said)
        and "ฯ" not in full[: len(begin) + 1]
    )


def _names_deed(text: str, name: _Name, deed: _Name) -> bool:
    """Whether a ceremony is named by what was done: พิธีมอบเกียรติบัตร “ครูดี”, where somebody … มอบเกียรติบัตร."""
    did = text[deed.start : deed.end].removeprefix("การ")
    return name.firm and _length(name) > _length(deed) and text.startswith(f"พิธี{did}", name.start)


def _same(text: str, line: _Name, best: _Name) -> bool:
    """Whether a line of its own gives the name, which the sentence gives longer, shorter or without การ."""
    own, other = (re.sub(r"\s+", "", text[name.start : name.end]) for name in (line, best))
    bare = other.removeprefix("การ")
    if not line.start < best.start or own == bare:
        return False
    own = own.removeprefix("การ")
    return (
        own == bare
        or own.startswith(bare + "เพื่อ")
        or (bare.startswith(own) and HEAD.match(bare, len(own)) is not None)
    )


def _candidates(text: str, did: Sequence[Found]) -> Iterator[_Name]:
    """Every name of an event in the text's opening, with its score; none that is a part of another."""
    top = headlines(text)
    outer: _Name | None = None
    for head in HEAD.finditer(text, 0, min(own_end(text), REACH)):
        start = head.start()
        if (
            outer is not None
            and start < outer.end
            and (outer.firm or not re.search(r"\s", text[outer.start : start]))
        ):
            continue
        before = text[max(0, start - 90) : start]
        if WRAP.match(text, start) or (_CHAIN.search(before[-30:]) and not _WRAPPED.search(before)):
            continue
        joined = (
            head.lastindex is not None and text.startswith("และ", head.end()) and head[0] != "ต้อนรับ"
        )  # ตรวจเยี่ยมและให้กำลังใจ
        if (joined or not _BARE.match(text, head.end())) and (name := _name(text, head, before, top, did)):
            yield name
            outer = name


def _name(text: str, head: re.Match[str], before: str, top: int, did: Sequence[Found]) -> _Name | None:
    """The candidate that begins with this head; None where nothing shows that a name begins there."""
    start = head.start()
    deed = head.lastindex is not None
    rule, worth = sign_before(_WRAPPED.sub("", before), head)
    if rule is None and deed and any(found.value != "guest" for found in done_there(did, start)):
        rule, worth = "clause", 1.5  # glued to the post: ปลัดกระทรวง…ตรวจเยี่ยม…
    if _TIMED.search(text, max(0, start - 90), start):
        rule, worth = "not-this", -4.0
    if rule is None:
        return None
    end = name_end(text, start, deed=deed, headline=start < top)
    short = end - head.end() < 4 and not (deed and with_somebody(text, head, end))
    untold = _NO_NAME.fullmatch(text, start, end) and not (deed and WITH_SOMEBODY.match(text, end))
    if short or untold:
        return None
    if _POINTS_BACK.match(text, end) or (
        head[0].endswith("ต้อนรับ") and _OCCASIONED.search(text, end, end + 250)
    ):
        worth -= 3.0
    if head[0].endswith("ต้อนรับ") and _RECEIVED_FOR.search(text, end, end + NEXT):
        worth -= RECEPTION
    score = worth + holds(text[start:end], text) + stands(text, start, top) - 1.0 * deed
    return _Name(start, end, rule, score, deed)
