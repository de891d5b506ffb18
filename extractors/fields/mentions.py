"""Every place where a document names a person: the name, and the post beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.thai import posts
from extractors.thai.names import Name, find_names
from extractors.thai.surnames import Span
from extractors.thai.unmarked import find_unmarked

# Between a name and its post: an abbreviating ฯ, a nickname or a Latin spelling
# in brackets, a monk's grade in Pali (ป.ธ.๗) or his degree, a comma, "จาก" (from)
# before a body, "เป็น" before a calling.
_TO_POST = re.compile(
    r"(?:ฯ)?(?:\s?\([^()\n]{1,60}\))?(?:\s?ป\.ธ\.\s?[\d๐-๙])?"
    r"[ ]{0,3},?(?:\s?(?:ผศ\.|รศ\.|ศ\.|ดร\.)+)?(?:[ ]{0,4}\n?[ ]{0,4})"
    r"(?:(?:ผู้แทน)?จาก\s?|เป็น(?=อาจารย์ประจำ|นักวิชาการ|นักวิจัย)|ตำแหน่ง\s?)?"
)
_BRACKETED = re.compile(r"\s?\((?:[^()\n]|\([^()\n]*\)){0,120}\)")
_SINGULAR = re.compile(
    r"(?:อดีต|รอง|ผู้ช่วย|รักษาการ)*(?:นายกรัฐมนตรี|รัฐมนตรี|อธิบดี|ปลัด|ผู้ว่า|ผู้อำนวยการ|คณบดี|อธิการบดี|เลขาธิการ|โฆษก"
    r"|ประธาน|นายก|เอกอัครราชทูต|หัวหน้า|ผอ\.|รมว\.|รมช\.|ศึกษาธิการ|ผู้บัญชาการ)"
)
_OF_ONE = re.compile(r"(?:ผู้ช่วย)?เลขานุการ(?:ที่ประชุม|คณะกรรมการ)?|ประธาน(?:กรรมการ)?")  # not of a whole list
_JOINT = re.compile(r"(?:\s|,|และ|กับ|พร้อมด้วย|ท่าน)*")
CALLED = 20  # and of a short one, where the full one stands behind the name: ผอ.… ผู้อำนวยการโรงเรียน
WINDOW = 200  # code points before a name in which its post may begin


@dataclass(frozen=True)
class Mention:
    """A name with its post; text[start:end] is all of it, with brackets, from honorific to post."""

    name: Name
    start: int
    end: int
    post: Span | None
    rule: str | None  # how the post was found: "after", "before", "list"


def find_mentions(text: str) -> list[Mention]:
    """Every mention of a person, by place.

    >>> text = "อธิบดีกรมตัวอย่าง (นายสมมติ ตั้งใจดี) เป็นประธาน"
    >>> [(text[m.start:m.end], text[slice(*m.post)]) for m in find_mentions(text)]
    [('อธิบดีกรมตัวอย่าง (นายสมมติ ตั้งใจดี)', 'อธิบดีกรมตัวอย่าง')]
    """
    return _share(text, list(_mentions(text, _no_aliases(text, _names(text)))))


def _names(text: str) -> list[Name]:
    """Names with an honorific and without, by place."""
    marked = find_names(text)
    taken = {place for name in marked for place in range(name.start, name.end)}
    return sorted([*marked, *find_unmarked(text, taken)], key=lambda name: name.start)


def _no_aliases(text: str, names: list[Name]) -> list[Name]:
    """Without the names that spell the one before them in other letters: นาง… (Ms. …)."""
    kept: list[Name] = []
    for name in names:
        if not (kept and kept[-1].surname and _alias(text, kept[-1], name)):
            kept.append(name)
    return kept


def _alias(text: str, name: Name, other: Name) -> bool:
    in_bracket = text[name.end : other.start].strip() == "("
    return in_bracket and text[name.end - 1].isascii() != text[other.end - 1].isascii()


def _mentions(text: str, names: list[Name]) -> Iterator[Mention]:
    floor = 0
    for i, name in enumerate(names):
        limit = names[i + 1].start if i + 1 < len(names) else len(text)
        mention = _with_post(text, name, floor, limit)
        floor = mention.end
        yield mention


def _with_post(text: str, name: Name, floor: int, limit: int) -> Mention:
    bracket = text.rfind("(", max(floor, name.start - 2), name.start)
    if bracket >= 0 and text.find(")", name.end, name.end + 4) >= 0:
        end = text.index(")", name.end) + 1
        post = posts.reaches(text, max(floor, bracket - WINDOW), bracket)
        return Mention(name, post[0] if post else bracket, end, post, "before" if post else None)
    start = _TO_POST.match(text, name.end, limit)
    glued = text[name.end : name.end + 1].strip()  # นายสมมติ ตั้งใจดีที่ปรึกษา…
    if start and (start.end() > name.end or glued) and posts.begins(text, start.end(), house=not glued):
        end = posts.ends(text, start.end(), limit)
        # On a line of its own with the next name it is theirs: ผู้ประสานงาน นาย…
        of_next = "\n" in start[0] and limit < len(text) and not text[end:limit].strip(" ")
        if end > start.end() and not of_next:
            called = posts.reaches(text, max(floor, name.start - CALLED), name.start)
            begin = called[0] if called else name.start
            return Mention(name, begin, _noun_end(text, end, limit), (start.end(), end), "after")
    inside = re.compile(r"\s?\(").match(text, name.end, limit)
    if inside and posts.begins(text, inside.end()):
        close = text.find(")", inside.end(), inside.end() + 120)
        end = posts.ends(text, inside.end(), close) if close > 0 else inside.end()
        if end == close:
            return Mention(name, name.start, close + 1, (inside.end(), close), "bracket")
    post = posts.reaches(text, max(floor, name.start - WINDOW), name.start)
    if post and _SINGULAR.match(text, post[0]) and text[post[1] : name.start].strip() == "":
        return Mention(name, post[0], _noun_end(text, name.end, limit), post, "before")
    return Mention(name, name.start, _noun_end(text, name.end, limit), None, None)


def _noun_end(text: str, end: int, limit: int) -> int:
    """Past a ฯ and the bracket that belong to what ends here."""
    end += text.startswith("ฯ", end)
    if (bracket := _BRACKETED.match(text, end, limit)) is not None:
        end = bracket.end()
    return end


def _share(text: str, mentions: list[Mention]) -> list[Mention]:
    """A post that is given once after a list belongs to everyone in the list."""
    shared = list(mentions)
    for i in range(len(shared) - 2, -1, -1):
        this, following = shared[i], shared[i + 1]
        if this.post or not this.name.surname or following.rule not in ("after", "list"):
            continue
        gap = text[this.end : following.start]
        if following.post and _OF_ONE.fullmatch(text, *following.post):
            continue
        if _JOINT.fullmatch(gap) and "\n" not in gap and "พร้อมด้วย" not in gap:
            shared[i] = replace(this, post=following.post, rule="list")
    return shared
