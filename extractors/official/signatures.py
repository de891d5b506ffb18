"""Who signed: the name below the closing words, the post below the name, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from extractors.official.passages import Span, found, lines, names_in, trimmed
from extractors.records import Found
from extractors.thai import posts
from extractors.thai.honorifics import HONORIFIC
from extractors.thai.names import Name

REACH = 700  # code points below the closing words
_SIGNED = re.compile(r"\(?[ \t]{0,8}ลง(?:ชื่อ|นาม)[ \t]{0,8}\)?|[._…]{3,}")
# A typed name stands in brackets: all of it is the name, whatever a PDF made of its letters.
_TYPED = re.compile(
    rf"\([ \t]{{0,8}}(?P<honorific>{HONORIFIC})?[ \t]{{0,8}}(?P<given>[ก-ฮเ-ไ][ก-๎]{{1,30}})[ \t]{{1,3}}"
    r"(?P<surname>[ก-ฮเ-ไ][^()\n\d]{1,50}?)[ \t]{0,8}\)"
)
_RANK = re.compile(rf"(?:\(?ลงชื่อ\)?[ \t]{{0,8}})?(?P<rank>(?:{HONORIFIC})+)[._… \t]*")
# In someone's stead: the post goes on in the next line.
ACTING = re.compile(r"(?:ปฏิบัติ(?:ราชการ|หน้าที่|งาน)|ทำการ|รักษา(?:ราชการ|การ))(?:แทน|ในตำแหน่ง)|รักษาการ(?=\s)")
_DUTY = re.compile(r"ผู้(?:จด|บันทึก|ตรวจ|ทาน|รับรอง|พิมพ์|ร่าง)\S*")
_GOES_ON = re.compile(rf"{ACTING.pattern}|ประถมศึกษา|มัธยมศึกษา|เขต\s?\d|จังหวัด|ประธาน|{_DUTY.pattern}")
_UNENDED = re.compile(r"(?:ศึกษา|โรงเรียน|วิทยาลัย|จังหวัด|อำเภอ|ตำบล|คณะ|สำนัก(?:งาน)?|และ|แห่ง|ประจำ|เขต)\Z")
_CONTACT = re.compile(r"โทร|e-?mail|https?:|ไปรษณีย์|สำเนา|เรียน|หมายเหตุ|www\.", re.IGNORECASE)


def signatories(text: str, start: int, *, endorsed: bool = False) -> dict[str, Found]:
    """`signatories[0].…` of who signed below `start`; none where the signature is but a picture.

    Where a memorandum is `endorsed`, those who sign its way up have their posts below their names too.
    """
    facts: dict[str, Found] = {}
    end = min(len(text), start + REACH * (1 + 2 * endorsed))
    for n, (name, line) in enumerate(_signed_names(text, start, end)):
        post = _post(text, line)
        if n and not (post and endorsed):
            break
        facts |= dict(_facts(text, n, name, post))
    return facts


def takers(text: str, start: int) -> dict[str, Found]:
    """`signatories[i].…` of those who took down and checked minutes that end at `start`."""
    facts: dict[str, Found] = {}
    n = 0
    for name, line in _signed_names(text, start, min(len(text), start + 2 * REACH)):
        above, below = _line_before(text, line), _post(text, line)
        duty = _DUTY.search(text, *line) or (above and _DUTY.search(text, *above))
        post = below if below and _DUTY.search(text, *below) else duty.span() if duty else None
        if post:
            facts |= dict(_facts(text, n, name, post))
            n += 1
    return facts


def _signed_names(text: str, start: int, end: int) -> Iterator[tuple[Name, Span]]:
    """Names that stand on a line of their own, but for dots, brackets and what they signed as."""
    for line in lines(text, start, end):
        name = next(iter(_names_in(text, line)), None)
        if name is None:
            continue
        rest = text[line[0] : name.start] + text[name.end : line[1]]
        if not _DUTY.sub("", _SIGNED.sub("", rest)).strip(" \t()"):
            yield name, line


def _names_in(text: str, line: Span) -> Iterator[Name]:
    typed = _TYPED.search(text, *line)
    if typed is None:
        yield from names_in(text, line)
        return
    honorific = typed.span("honorific") if typed["honorific"] else _rank_above(text, line)
    start = (typed.span("honorific") if typed["honorific"] else typed.span("given"))[0]
    yield Name(start, typed.end("surname"), honorific, typed.span("given"), typed.span("surname"))


def _rank_above(text: str, line: Span) -> Span | None:
    """A rank before which one signs, the name typed below: ว่าที่ร้อยตรี, พันตำรวจเอก."""
    above = _line_before(text, line)
    rank = _RANK.fullmatch(text, *trimmed(text, *above)) if above else None
    return rank.span("rank") if rank else None


def _post(text: str, line: Span) -> Span | None:
    """The post on the lines below a name, with the words that say for whom it is held."""
    below = list(islice(lines(text, line[1], line[1] + REACH), 5))
    if not below or not (posts.begins(text, below[0][0]) or _GOES_ON.match(text, below[0][0])):
        return None
    end = below[0][1]
    for (_, before), (begin, close) in pairwise(below):
        goes_on = _GOES_ON.match(text, begin) or _unended(text, max(below[0][0], before - 24), before)
        if not goes_on or _CONTACT.match(text, begin) or text.count("\n", before, begin) > 2:
            break
        end = close
    return trimmed(text, below[0][0], end)


def _unended(text: str, start: int, end: int) -> bool:
    """Whether a line of a post ends in a word that wants another."""
    return bool(ACTING.search(text, start, end) or _UNENDED.search(text, start, end))


def _line_before(text: str, line: Span) -> Span | None:
    close = text.rfind("\n", 0, line[0])
    return (text.rfind("\n", 0, close) + 1, close) if close > 0 else None


def _facts(text: str, n: int, name: Name, post: Span | None) -> Iterator[tuple[str, Found]]:
    at = f"signatories[{n}]"
    last = name.surname or name.given
    yield f"{at}.name", found(text, (name.given[0], last[1]), "signed", 0.95)
    if name.honorific:
        yield f"{at}.honorific", found(text, name.honorific, "signed", 0.95)
    if post:
        yield f"{at}.position", found(text, post, "post below", 0.9)
        if acting := ACTING.search(text, *post):
            yield f"{at}.acting", Found(True, *acting.span(), "acting", 0.95)
