"""A person named once more in short: by post alone (นายกฯ), by post and given name (ผอ.ฟ้าใส), by nickname.

What is told there of chairing, opening or speaking is told of the person who
was named in full; weaker deeds are not, since a post alone may be anybody's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.fields.mentions import Mention
from extractors.fields.roles import Part, deed_after
from extractors.sought import Sought
from extractors.thai import post_forms
from extractors.thai.surnames import Span

STRONG = ("chair", "opener", "speaker")
OWN = (*STRONG, "lead")
_SPEAKS = re.compile(r"[^\n]{0,30}?(?:กล่าว|เปิดเผย|เผย)")
_MYSELF = Sought(
    r"(?:วันนี้|เมื่อวัน[^\n]{3,25}|เมื่อเร็ว ?ๆ ?นี้)\s?(?:ตน|ผม|ดิฉัน)(?=\s?(?:พร้อม|และ|ได้))"
    r"|มอบหมายให้\s?(?:ตน|ผม|ดิฉัน)(?=เป็น|ลง|เข้า|ร่วม)"
)
MANY = 40  # persons that are looked for again
REACH = 60_000  # code points in which they are
AGAIN = 50  # times

# What stands before a given name where it is said in short. To add one: a word.
_TITLES = (
    r"นายก(?:ฯ|เทศมนตรี|สมาคม)?|ผู้ว่า(?:ฯ|ราชการ)?|ผอ\.|ผู้อำนวยการ|รอง(?:นายกฯ?|ผอ\.|ผู้ว่าฯ|อธิการบดี|อธิบดี|เลขาฯ)?|รมว\.|รมช\.|รมต\."
    r"|รัฐมนตรี(?:ว่าการ|ช่วยว่าการ)?|อธิบดี|อธิการบดี|คณบดี|ปลัด(?:ฯ)?|เลขา(?:ธิการ|ฯ)|นายอำเภอ|ศึกษาธิการ|ประธาน|ครู|อาจารย์|อ\.|โค้ช|พี่|คุณ|ท่าน|ดร\."
)
# A name by which friends call somebody, in brackets behind the full one, or said to be it.
_NICKNAME = re.compile(
    r"\s?\((?:ชื่อเล่น\s?|หรือ\s?)?(?P<nick>(?:ครู|พี่|คุณ|โค้ช|น้อง|ลุง|ป้า|อาจารย์|หมอ)?[ก-ฮเ-ไ][ก-๎]{1,10})\)"
)
_ABBREVIATED = {full: short for short, full in post_forms.POSTS.items()}
# Posts of which everybody knows the short form, where there is but one in a text.
_CALLED = {
    "นายกรัฐมนตรี": "นายกฯ",
    "ผู้ว่าราชการจังหวัด": "ผู้ว่าฯ",
    "นายกเทศมนตรี": "นายกฯ",
    "นายกองค์การบริหารส่วน": "นายกฯ",
}
_GLUED = re.compile(r"[ก-๎]")
_TITLE = re.compile(rf"(?:{_TITLES})\s?\Z")
LONGEST_TITLE = 24
_WORD_ENDS = re.compile("ฯ?(?![ก-๎])")
_VERB = re.compile(r"(?=\s|ได้|จะ|เป็น|กล่าว|บรรยาย|เปิด)")


@dataclass(frozen=True)
class Form:
    """Words that mean somebody where `before` ends before them and `after` begins behind."""

    words: str
    before: re.Pattern[str] | None
    after: re.Pattern[str]


@dataclass(frozen=True)
class Later:
    """text[start:end] means the person of mentions[of]."""

    start: int
    end: int
    of: int


def later_parts(text: str, mentions: Sequence[Mention]) -> list[tuple[int, Part]]:
    """Index of the mention that names somebody in full -> a strong part told of them in short later on.

    >>> from extractors.fields.mentions import find_mentions
    >>> text = "นายสมมติ ตั้งใจดี นายกรัฐมนตรี ลงพื้นที่\\nนายกฯ เป็นประธานการประชุม"
    >>> [(of, part.role) for of, part in later_parts(text, find_mentions(text))]
    [(0, 'chair')]
    """
    found = []
    starts = sorted(mention.start for mention in mentions)
    for place in _places(text[:REACH], mentions):
        after = bisect_left(starts, place.end)
        until = starts[after] if after < len(starts) else len(text)
        part = deed_after(text, place.end, until)
        if part and part.role in STRONG:
            found.append((place.of, part))
    return found + [(of, part) for of, part in _own_deeds(text[:REACH], mentions) if part.role in OWN]


def _own_deeds(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, Part]]:
    """What who speaks says that he did himself: ในวันนี้ ตนพร้อมด้วยคณะ ได้ลงพื้นที่."""
    speakers = [n for n, mention in enumerate(mentions) if _SPEAKS.match(text, mention.end)]
    for own in islice(_MYSELF.finditer(text), AGAIN):
        before = [n for n in speakers if mentions[n].end < own.start()]
        until = min((m.start for m in mentions if m.start >= own.end()), default=len(text))
        if before and (part := deed_after(text, own.end(), until)):
            yield before[-1], part


def _places(text: str, mentions: Sequence[Mention]) -> Iterator[Later]:
    """Every short form that means one person alone and stands outside of all full mentions."""
    forms = {n: tuple(_forms(text, mentions[n])) for n in _first_mentions(text, mentions)}
    owners = Counter(form for said in forms.values() for form in said)
    # A lone given name may be a misreading: นาย กสมมติ, where นายก สมมติ is meant.
    full = [mention for mention in mentions if mention.name.surname]
    ends = [mention.end for mention in full]
    for n, said in forms.items():
        for form in (form for form in said if owners[form] == 1):
            for start, end in _found(text, form, mentions[n].end):
                after = bisect_right(ends, start)
                if after == len(full) or full[after].start >= end:
                    yield Later(start, end, n)


def _first_mentions(text: str, mentions: Sequence[Mention]) -> list[int]:
    """Where each person is first named in full."""
    first: dict[str, int] = {}
    for n, mention in enumerate(mentions):
        if mention.name.surname:
            first.setdefault(mention.name.value(text), n)
    return list(first.values())[:MANY]


def _forms(text: str, mention: Mention) -> Iterator[Form]:
    """The words by which a person may be meant later: given name, nickname, post in full and short."""
    yield Form(text[slice(*mention.name.given)], _TITLE, _WORD_ENDS)
    if nick := _NICKNAME.match(text, mention.name.end):
        yield Form(nick["nick"], None, _WORD_ENDS)
    if mention.post is None:
        return
    post = " ".join(text[slice(*mention.post)].split())
    full = post_forms.expand(post) or post
    for name in dict.fromkeys((post, full, *_short(full))):
        yield Form(name, None, _VERB)


def _short(post: str) -> Iterator[str]:
    for whole, short in _CALLED.items():
        if post.startswith(whole):
            yield short
    for whole in sorted(_ABBREVIATED, key=len, reverse=True):
        if post.startswith(whole) and len(whole) > 3:
            rest = post[len(whole) :].lstrip()
            yield _ABBREVIATED[whole] + rest
            for inner, letters in _ABBREVIATED.items():
                if len(inner) > 3 and rest.startswith(inner):
                    yield _ABBREVIATED[whole] + letters + rest[len(inner) :].lstrip()
            return


def _found(text: str, form: Form, start: int) -> Iterator[Span]:
    """Where the form stands from `start` on; มี before a post tells of a committee, no deed."""
    for place in islice(_all(text, form.words, start), AGAIN):
        title = form.before.search(text, max(start, place - LONGEST_TITLE), place) if form.before else None
        after = form.after.match(text, place + len(form.words))
        if after is None or (form.before and title is None):
            continue
        begin = title.start() if title else place
        before = text[max(0, begin - 3) : begin]
        if not _GLUED.match(before[-1:]) or before in ("โดย", "และ", "ยมี"):  # โดยมี
            yield begin, after.end()


def _all(text: str, words: str, start: int) -> Iterator[int]:
    while (start := text.find(words, start)) >= 0:
        yield start
        start += len(words)
