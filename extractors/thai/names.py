"""Personal names with the honorific before them, apart from the post before or after.

A name is an honorific, a given name and a surname; where the text has but the
given name (นายประเสริฐฯ, คุณแดงกล่าวว่า) the surname is None, and the reader
of the name may find whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.sought import Sought
from extractors.thai import posts
from extractors.thai.gazetteer import districts
from extractors.thai.honorifics import mentions
from extractors.thai.name_words import BEFORE, COMPOUND, GLUED, LATIN_POST, NO_NAME, WEAK
from extractors.thai.surnames import (
    GIVEN,
    LONGEST,
    NEXT,
    Span,
    called,
    may_follow,
    named,
    post_follows,
    surname_after,
    text_start,
)


@dataclass(frozen=True)
class Name:
    """Where a name stands: text[start:end], honorific and all."""

    start: int
    end: int
    honorific: Span | None
    given: Span
    surname: Span | None

    def value(self, text: str) -> str:
        """Given name and surname, one blank between."""
        last = self.surname or self.given
        return " ".join(text[self.given[0] : last[1]].split())


_LATIN_LETTER = "[A-Za-z\u00c0-\u024f]"  # with the accents of Europe
_LATINWORD = re.compile(rf"{_LATIN_LETTER}(?:{_LATIN_LETTER}|[.'’-])*")
_LATIN_NAME = re.compile(
    rf"[ ]{{0,3}}(?P<first>{_LATIN_LETTER}[.'’-]?(?:{_LATIN_LETTER}|[.'’-]){{0,40}})"
    rf"(?P<rest>(?:[ ]{{1,2}}{_LATIN_LETTER}(?:{_LATIN_LETTER}|[.'’-]){{0,40}}){{0,5}})"
)
# A monk's title is his name where his post follows.
_TITLE_ALONE = Sought(
    r"(?:^|(?<=[\s(,มีดยละ]))(?:พระเดชพระคุณ\s?)?(?P<title>พระ(?!เดชพระ|บาท|บรม|ราชินี|องค์|เจ้า|นคร|มหา|ครู|ราชดำ)[ก-ฮเ-ไ][ก-๎]{4,30})"
    r"(?=\s?(?:\([^()\n]{2,40}\)\s?)?(?:,\s?(?:ผศ\.|รศ\.|ศ\.|ดร\.)+\s?)?(?:\s?วิ\.)?(?:\s?\([^()\n]{2,40}\))?"
    r"\s(?:เจ้าอาวาส|เจ้าคณะ|รองเจ้าคณะ|ผู้ช่วยเจ้าอาวาส|ที่ปรึกษาเจ้าคณะ|กรรมการมหาเถร|(?:รอง|ผู้ช่วย)?อธิการบดี|(?:รอง)?คณบดี|(?:รอง)?ผู้อำนวยการ))",
    re.MULTILINE,
)
_ABBREVIATED = re.compile(r"[ก-ฮ]{1,3}\.$")
_ABBREVIATION = re.compile(r"[ก-ฮ]{1,3}\.")
_PLAIN = re.compile(r"(?:นาย|นาง|นางสาว|น\.ส\.)$")
_TO_LAST = re.compile(".*(?=นาย|นาง|คุณ|อาจารย์|เภสัชกร|ทันต|สัตว)", re.DOTALL)
_COUNT = re.compile(r"[\d๐-๙]\s?(?=นาย\s)")
# อ. is a lecturer's (อาจารย์) and a district's (อำเภอ).
_DISTRICT = re.compile(r"อ\.\s?(?:เมือง|[ก-๎]+\s?(?:พระ|จ\.|จังหวัด|\d))")
_PARTICLE = re.compile(r"(?:de|da|dos|van|von|der|den|bin|binti|al|el|la|le|di|du|and)\b", re.ASCII)


def find_names(text: str) -> list[Name]:
    """Every personal name with an honorific (or ท่าน, with surname), by place, none over another.

    >>> text = "โดยมีนายสมมติ  ตั้งใจดี ผู้อำนวยการกอง"
    >>> [(n.value(text), text[slice(*n.honorific)]) for n in find_names(text)]
    [('สมมติ ตั้งใจดี', 'นาย')]
    """
    names = list(_find(text))
    titled = [Name(m.start(), m.end(), None, m.span("title"), None) for m in _TITLE_ALONE.finditer(text)]
    if titled:
        taken = {place for name in names for place in range(name.start, name.end)}
        names += [name for name in titled if name.start not in taken]
        names.sort(key=lambda name: name.start)
    return names


def _find(text: str) -> Iterator[Name]:
    end = 0
    for mention in mentions(text):
        name = _read(text, mention) if mention.start() >= end else None
        if name is not None:
            yield name
            end = name.end


def _read(text: str, mention: re.Match[str]) -> Name | None:
    kind = mention.lastgroup
    if kind == "sovereign":
        return Name(*mention.span(), None, mention.span(), None)
    if kind == "monk":
        return _monk(text, mention)
    if mention[0].startswith("คุณ") and text.endswith("ขอบ", 0, mention.start()):
        return None  # ขอบคุณ, to thank
    if kind != "familiar" and COMPOUND.match(text, _last_word(mention)):
        return None
    return _latin(text, mention) or _thai(text, mention)


def _monk(text: str, mention: re.Match[str]) -> Name | None:
    """พระครู and the one word of the title; and the monk's name, where the text has it and a post follows."""
    word = GIVEN.match(text, mention.end())
    if word is None or posts.begins(text, word.start("word"), house=False):
        return None
    begin, end = mention.start(), word.end()
    more = NEXT.match(text, end)
    if more and len(more["gap"]) == 1 and may_follow(text, more) and post_follows(text, more.end()):
        end = more.end()
    return Name(begin, end, None, (begin, end), None)


def _last_word(mention: re.Match[str]) -> int:
    """Where in a chain of honorifics the last of นาย, นาง, คุณ … begins."""
    before = _TO_LAST.match(mention[0])
    return mention.start() + (before.end() if before else 0)


def _latin(text: str, mention: re.Match[str]) -> Name | None:
    found = _LATIN_NAME.match(text, mention.end())
    if found is None or (
        mention.start() and text[mention.start() - 1].isalpha() and text[mention.start() - 1].isascii()
    ):
        return None
    if mention.lastgroup == "familiar" and not _stands_free(text, mention.start(), weak=True):
        return None  # เดินห|น้า Quick
    if LATIN_POST.match(found["first"]):
        return None
    begin, end = found.span("first")
    last: Span | None = None
    for word in _LATINWORD.finditer(text[found.end("first") : found.end()]):
        if LATIN_POST.match(word[0]) or (
            found["first"][0].isupper() and word[0].islower() and not _PARTICLE.match(word[0])
        ):
            break
        last = (found.end("first") + word.start(), found.end("first") + word.end())
    if last is None:
        return None
    return Name(mention.start(), last[1], mention.span(), (begin, end), (text_start(text, end), last[1]))


def _thai(text: str, mention: re.Match[str]) -> Name | None:
    given = GIVEN.match(text, mention.end())
    if mention[0] == "นาย" and _COUNT.match(text, max(0, mention.start() - 2)):
        return None  # "9 นาย": nine men
    if mention[0].startswith("อ.") and given and _of_district(text, mention, given):
        return None
    if given is None or (_looks_like_none(text, given) and not _called_so(text, mention, given)):
        return None
    begin, end = given.span("word")
    cut = GLUED.search(text, begin + 2, end)
    if cut:
        end = cut.start()
    if end - begin > LONGEST or end - begin < 2:
        return None
    surname = None if cut else surname_after(text, (begin, end))
    weak = bool(mention.lastgroup in ("sir", "familiar") or WEAK.fullmatch(mention[0]))
    if mention.lastgroup in ("sir", "familiar") and not named(text, mention.span(), surname):
        return None
    if mention[0] == "คุณ" and surname and (named_so := called(text, (begin, end), surname)):
        (begin, end), surname = named_so
    if not _stands_free(text, mention.start(), weak=weak) and not (
        surname and not weak and posts.begins(text, text_start(text, surname[1]))
    ):
        return None
    if surname is None and weak and mention.lastgroup != "brother" and not text.startswith("ฯ", end):
        return None
    honorific = None if mention.lastgroup == "sir" else mention.span()
    return Name(mention.start(), surname[1] if surname else end, honorific, (begin, end), surname)


def _of_district(text: str, mention: re.Match[str], given: re.Match[str]) -> bool:
    return bool(_DISTRICT.match(text, mention.start())) or given["word"] in districts()


def _looks_like_none(text: str, given: re.Match[str]) -> bool:
    return bool(NO_NAME.match(given["word"])) or posts.begins(text, given.start("word"), house=False)


def _called_so(text: str, mention: re.Match[str], given: re.Match[str]) -> bool:
    """Whether a word that looks like none is a given name all the same: นายประชุม ใจดี ผู้อำนวยการ."""
    if mention.end() != given.start("word") or not _PLAIN.search(mention[0]):
        return False
    surname = surname_after(text, given.span("word"))
    return surname is not None and post_follows(text, surname[1])


def _stands_free(text: str, start: int, *, weak: bool) -> bool:
    """Whether what begins at `start` is no mere part of a longer Thai word."""
    before = text[max(0, start - 8) : start]
    if _ABBREVIATED.search(before) and _ABBREVIATION.match(text, start):
        return False  # "ม.จ." of "ก.ม.จ."
    if not before or not (
        before[-1].isalpha() or before[-1] in "ะาำฯ" or "ั" <= before[-1] <= "ฺ" or "็" <= before[-1] <= "๎"
    ):
        return before[-1:] != "." or not weak
    return bool(BEFORE.search(before)) and not before.endswith(("เจ้าของ",))
