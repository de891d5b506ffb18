"""Personal names with the honorific before them, apart from the post before or after.

A name is an honorific, a given name and a surname; where the text has but the
given name (นายประเสริฐฯ, คุณแดงกล่าวว่า) the surname is None, and the reader
of the name may find whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.thai import posts
from extractors.thai.gazetteer import districts
from extractors.thai.honorifics import BROTHER, HONORIFIC, KIN, MONK, ROYAL
from extractors.thai.name_words import (
    BEFORE,
    COMPOUND,
    GLUED,
    LATIN_POST,
    NO_NAME,
    OF_TOWNS,
    STYLED_NOT,
    WEAK,
)

Span = tuple[int, int]


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


_LETTER = "[ก-ฮะ-ฺเ-ๅ็-๎]"  # without ฯ and ๆ, which abbreviate and repeat
_WORD = rf"[ก-ฮเ-ไ]{_LETTER}{{1,80}}"
# ผอ.สมมติ, ศน.สมมติ: called by the post, in schools.
_STYLE = r"(?:ผอ|ศน)\.|นายช่าง|ครู|หมอ|โค้ช"
_MENTION = re.compile(
    rf"(?P<royal>{ROYAL})|(?P<monk>{MONK})|(?P<brother>{BROTHER})|(?P<styled>{_STYLE})|(?P<honorific>{HONORIFIC})"
    r"|(?P<sir>ท่าน)"
)
_GAP = r"(?:[ ]{0,4}\n?[ ]{0,4})"
_GIVEN = re.compile(rf"{_GAP}(?P<word>{_WORD}(?:-{_WORD}){{0,2}})")
_NEXT = re.compile(
    rf"(?P<gap>[ ]{{1,4}}\n?[ ]{{0,4}}|\n[ ]{{0,4}})(?P<word>{OF_TOWNS}|{_WORD}(?:-{_WORD}){{0,2}})(?!\.(?=[ก-๎]))"
)
_LATIN_LETTER = "[A-Za-z\u00c0-\u024f]"  # with the accents of Europe
_LATIN_WORD = re.compile(rf"{_LATIN_LETTER}(?:{_LATIN_LETTER}|[.'’-])*")
_LATIN_NAME = re.compile(
    rf"[ ]{{0,3}}(?P<first>{_LATIN_LETTER}[.'’-]?(?:{_LATIN_LETTER}|[.'’-]){{0,40}})"
    rf"(?P<rest>(?:[ ]{{1,2}}{_LATIN_LETTER}(?:{_LATIN_LETTER}|[.'’-]){{0,40}}){{0,5}})"
)
# A monk's title is his name where his post follows.
_TITLE_ALONE = re.compile(
    r"(?:^|(?<=[\s(,มีดยละ]))พระ(?!เดชพระ|บาท|บรม|ราชินี|องค์|เจ้า|นคร|มหา|ครู|ราชดำ)(?:[ก-ฮเ-ไ][ก-๎]{4,30})"
    r"(?=\s?(?:\([^()\n]{2,40}\)\s?)?(?:,\s?(?:ผศ\.|รศ\.|ศ\.|ดร\.)+\s?)?"
    r"\s(?:เจ้าอาวาส|เจ้าคณะ|รองเจ้าคณะ|ผู้ช่วยเจ้าอาวาส|ที่ปรึกษาเจ้าคณะ|กรรมการมหาเถร))",
    re.MULTILINE,
)
_ABBREVIATED = re.compile(r"[ก-ฮ]{1,3}\.$")
_ABBREVIATION = re.compile(r"[ก-ฮ]{1,3}\.")
# The name once more in Latin letters: (H.E. Mr. Jan Kowalski)
_LATIN_AGAIN = re.compile(r"\s?\((?:H\.\s?E|M[rs]|Mrs|Dr|[A-Z][a-z]+ [A-Z])")
_KIN = re.compile(KIN.partition("(?=")[0] + "$")
_PLAIN = re.compile(r"(?:นาย|นาง|นางสาว|น\.ส\.)$")
_COUNT = re.compile(r"[\d๐-๙]\s?(?=นาย\s)")
# อ. is a lecturer's (อาจารย์) and a district's (อำเภอ).
_DISTRICT = re.compile(r"อ\.\s?(?:เมือง|[ก-๎]+\s?(?:พระ|จ\.|จังหวัด|\d))")
_AFTER_STYLED = re.compile(r"\s?(?:\n|$|[(,]|และ|เป็น|มา(?=เป็น|บรรยาย|ให้)|ได้|ร่วม|พร้อม|บรรยาย|กล่าว)")
_PARTICLE = re.compile(r"(?:de|da|dos|van|von|der|den|bin|binti|al|el|la|le|di|du|and)\b", re.ASCII)
LONGEST = 30  # code points of a surname; longer runs are words glued together
LONGEST_STYLED = 18  # and where no honorific shows that it is a name


def find_names(text: str) -> list[Name]:
    """Every personal name with an honorific (or ท่าน, with surname), by place, none over another.

    >>> text = "โดยมีนายสมมติ  ตั้งใจดี ผู้อำนวยการกอง"
    >>> [(n.value(text), text[slice(*n.honorific)]) for n in find_names(text)]
    [('สมมติ ตั้งใจดี', 'นาย')]
    """
    names = list(_find(text))
    titled = [Name(m.start(), m.end(), None, m.span(), None) for m in _TITLE_ALONE.finditer(text)]
    if titled:
        taken = {place for name in names for place in range(name.start, name.end)}
        names += [name for name in titled if name.start not in taken]
        names.sort(key=lambda name: name.start)
    return names


def _find(text: str) -> Iterator[Name]:
    place = 0
    while mention := _MENTION.search(text, place):
        name = _read(text, mention)
        if name is None:
            place = mention.start() + 1
        else:
            yield name
            place = name.end


def _read(text: str, mention: re.Match[str]) -> Name | None:
    kind = mention.lastgroup
    if kind == "monk":
        return _monk(text, mention)
    if kind == "styled":
        return _styled(text, mention)
    if COMPOUND.match(text, _last_word(mention)) and not _KIN.search(mention[0]):
        return None
    return _latin(text, mention) or _thai(text, mention)
    return _thai(text, mention)


def _monk(text: str, mention: re.Match[str]) -> Name | None:
    """พระครู and the one word of the title; and the monk's name, where the text has it and a post follows."""
    word = _GIVEN.match(text, mention.end())
    if word is None or posts.begins(text, word.start("word"), house=False):
        return None
    begin, end = mention.start(), word.end()
    more = _NEXT.match(text, end)
    if more and len(more["gap"]) == 1 and _may_be_surname(text, more) and _post_follows(text, more.end()):
        end = more.end()
    return Name(begin, end, None, (begin, end), None)


def _styled(text: str, mention: re.Match[str]) -> Name | None:
    """A name after what someone is called by instead of an honorific: only where nothing else can stand there."""
    given = _GIVEN.match(text, mention.end())
    if (
        given is None
        or given.start("word") > mention.end() + 1
        or not _stands_free(text, mention.start(), weak=True)
    ):
        return None
    begin, end = given.span("word")
    if _looks_like_none(text, given) or posts.begins(text, begin) or STYLED_NOT.match(given["word"]):
        return None
    surname = _surname(text, end)
    if (
        surname is None
        or posts.begins(text, surname[0])
        or max(end - begin, surname[1] - surname[0]) > LONGEST_STYLED
    ):
        return None
    if not (_post_follows(text, surname[1]) or _AFTER_STYLED.match(text, surname[1])):
        return None
    return Name(mention.start(), surname[1], None, (begin, end), surname)


def _last_word(mention: re.Match[str]) -> int:
    """Where in a chain of honorifics the last of นาย, นาง, คุณ … begins."""
    return max(
        (mention.start() + m.start() for m in re.finditer("นาย|นาง|คุณ|อาจารย์|เภสัชกร|ทันต|สัตว", mention[0])),
        default=mention.start(),
    )


def _latin(text: str, mention: re.Match[str]) -> Name | None:
    found = _LATIN_NAME.match(text, mention.end())
    if found is None or (
        mention.start() and text[mention.start() - 1].isalpha() and text[mention.start() - 1].isascii()
    ):
        return None
    if LATIN_POST.match(found["first"]):
        return None
    begin, end = found.span("first")
    last: Span | None = None
    for word in _LATIN_WORD.finditer(text[found.end("first") : found.end()]):
        if LATIN_POST.match(word[0]) or (
            found["first"][0].isupper() and word[0].islower() and not _PARTICLE.match(word[0])
        ):
            break
        last = (found.end("first") + word.start(), found.end("first") + word.end())
    if last is None:
        return None
    return Name(mention.start(), last[1], mention.span(), (begin, end), (text_start(text, end), last[1]))


def text_start(text: str, place: int) -> int:
    """The first place from `place` on that holds no white space."""
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _thai(text: str, mention: re.Match[str]) -> Name | None:
    given = _GIVEN.match(text, mention.end())
    if mention[0] == "นาย" and _COUNT.match(text, max(0, mention.start() - 2)):
        return None  # "9 นาย": nine men
    if mention[0].startswith("อ.") and given is not None:
        if _DISTRICT.match(text, mention.start()) or given["word"] in districts():
            return None
    if given is None or (_looks_like_none(text, given) and not _called_so(text, mention, given)):
        return None
    begin, end = given.span("word")
    cut = GLUED.search(text, begin + 2, end)
    if cut:
        end = cut.start()
    if end - begin > LONGEST or end - begin < 2:
        return None
    surname = None if cut else _surname(text, end)
    weak = bool(mention.lastgroup == "sir" or WEAK.fullmatch(mention[0]))
    if not _stands_free(text, mention.start(), weak=weak) and not (
        surname and not weak and posts.begins(text, text_start(text, surname[1]))
    ):
        return None
    if surname is None and weak and mention.lastgroup != "brother" and not text.startswith("ฯ", end):
        return None
    honorific = None if mention.lastgroup == "sir" else mention.span()
    return Name(mention.start(), surname[1] if surname else end, honorific, (begin, end), surname)


def _looks_like_none(text: str, given: re.Match[str]) -> bool:
    return bool(NO_NAME.match(given["word"])) or posts.begins(text, given.start("word"), house=False)


def _called_so(text: str, mention: re.Match[str], given: re.Match[str]) -> bool:
    """Whether a word that looks like none is a given name all the same: นายประชุม ใจดี ผู้อำนวยการ."""
    if mention.end() != given.start("word") or not _PLAIN.search(mention[0]):
        return False
    surname = _surname(text, given.end())
    return surname is not None and _post_follows(text, surname[1])


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


def _surname(text: str, given_end: int) -> Span | None:
    """The surname after a given name that ends there: one word, or two where a post follows."""
    first = _NEXT.match(text, given_end)
    if first is None or not _may_be_surname(text, first):
        return None
    begin, end = first.span("word")
    if cut := GLUED.search(text, begin + 3, end):
        return begin, cut.start()
    if end - begin > LONGEST:
        return None
    for _ in range(2):
        more = _NEXT.match(text, end)
        if more is None or "\n" in more["gap"] or len(more["gap"]) > 1 or not _may_be_surname(text, more):
            break
        if more.end() - more.start("word") > LONGEST or not _name_ends(text, more.end()):
            further = _NEXT.match(text, more.end())
            if not (
                further
                and len(more["word"]) < 8
                and len(further["word"]) < 8
                and _post_follows(text, further.end())
            ):
                break
        end = more.end()
    return begin, end


def _may_be_surname(text: str, word: re.Match[str]) -> bool:
    start = word.start("word")
    if NO_NAME.match(text, start) or posts.begins(text, start, house=False):
        return False
    other = _MENTION.match(text, start)
    if other is None or COMPOUND.match(text, start):
        return True
    # A surname may begin as an honorific does (คุณปลื้ม, นางาม); a name does not stand in one word.
    return bool(WEAK.fullmatch(other[0])) or _GIVEN.match(text, other.end()) is None


def _name_ends(text: str, place: int) -> bool:
    """Whether what follows shows that a name of three words ends there: a post, or the name in Latin letters."""
    return _post_follows(text, place) or _LATIN_AGAIN.match(text, place) is not None


def _post_follows(text: str, place: int) -> bool:
    start = text_start(text, place)
    return start > place and posts.begins(text, start, house=False)
