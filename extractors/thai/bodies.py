"""Names of bodies in a text: ministries, offices, schools, universities, companies, and their abbreviations.

A name begins with a word of HEADS (or is an abbreviation of `agencies`) and
ends where a verb, a bracket, a line or another name begins. A larger body that
follows after a blank belongs to it: คณะประมง มหาวิทยาลัยเกษตรศาสตร์.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.sought import Sought
from extractors.thai import area_offices, register
from extractors.thai.agencies import FULL_NAMES, NAMES, PREFIXES
from extractors.thai.body_words import CONTINUED, HEADS, UNKNOWN, VERBS, WHOLE

LONGEST = 160  # code points of one name without its parents

_PREFIX = "|".join(re.escape(short) for short in sorted(PREFIXES, key=len, reverse=True))
_PREFIX = rf"(?:{_PREFIX})(?=\s?[ก-ฮเ-ไ][ก-๙]{{2}})"
_LATER_PREFIX = re.compile(rf"(?:\S+ )*?(?:{_PREFIX})")
# One without dots must stand free, or before จัด, ร่วม, เปิด …
_SHORT = "|".join(
    re.escape(short) + ("" if short.endswith(".") else "(?![ก-ฮะ-ฺเ-์](?<!จ)(?<!ร)(?<!เ))")
    for short in sorted(FULL_NAMES, key=len, reverse=True)
)
_SHORT = rf"(?:{_SHORT}|{UNKNOWN})"
# No Thai letter, vowel sign or dot directly before, unless it is "and", "with" or "by".
_FREE = "(?:(?<![ก-ฮะ-์.])|(?<=และ)|(?<=กับ)|(?<=โดย))"
_AREA = rf"(?:{area_offices.unnamed()})"
_BEGINS = rf"(?:{_FREE}(?:{_SHORT}|{_PREFIX})|{'|'.join(word for word, _ in HEADS)})"
_HEAD = re.compile("|".join(f"(?P<r{place}>{word})" for place, (word, _) in enumerate(HEADS)))
_NAME = Sought(
    rf"{_FREE}(?:(?P<area>{_AREA})|(?:กระทรวง\s?|สำนักงาน\s)?(?P<short>{_SHORT})|(?P<prefix>{_PREFIX}))"
    rf"|(?P<head>{_HEAD.pattern})"
)
_STOP = re.compile(
    rf"(?:{'|'.join(VERBS)})|[\n\"“”‘’()\[\],;:|*#•ฯ]|\d+\.\s|(?:และ|กับ)(?=\s?{_BEGINS})"
    r"|(?P<gap>[ \t\u00a0]+)"
)
_KNOWN = re.compile("|".join(sorted(map(re.escape, {*FULL_NAMES.values(), *NAMES}), key=len, reverse=True)))
_MORE = re.compile("|".join(CONTINUED))
_BRACKET = re.compile(r"\s?\((?!องค์การมหาชน|มหาชน)[^()\n]{1,80}\)\s?")
# Not of a school's own name: โรงเรียนเทศบาล 3 (วัดลมโชย)
_ASIDE = re.compile(r"(?<![\d๐-๙])(?<![\d๐-๙]\s)\s*\((?!องค์การมหาชน|มหาชน)[^()]*\)")
# A club of a school, a centre of a faculty; a temple and a school are two.
_OF_SCHOOL = re.compile(
    r"(?:ชมรม|สโมสร|ศูนย์)[^\n]*\s(?:คณะ|วิทยาลัย)\Z|(?:ชมรม|สโมสร)[^\n]*\s(?:โรงเรียน|สถาบัน)\Z"
)
# An institute of a bureau: สถาบันภาษาไทย สำนักวิชาการ…
_OF_BUREAU = re.compile(r"สถาบัน[ก-๎]+ สำนัก(?!งาน)")
# A company's name is anything, up to "limited".
_COMPANY = re.compile(r"\s?[^\n,;]{2,80}?จำกัด(?:\s?\(มหาชน\))?")
_EMBASSY = re.compile(r"ณ\s?(?:กรุง|เมือง|นคร)[ก-๙]+")


@dataclass(frozen=True)
class Body:
    """A name in the text, `name` with single blanks; `rank` of its first word, see HEADS."""

    start: int
    end: int
    name: str
    rank: int


def find_bodies(text: str, start: int = 0, end: int | None = None) -> Iterator[Body]:
    """Every body named in text[start:end], parents with their parts, none within another.

    >>> [body.name for body in find_bodies("คณะประมง มหาวิทยาลัยริมน้ำ ร่วมกับ สพป.สุขสันต์ เขต 2 จัดอบรม")]
    ['คณะประมง มหาวิทยาลัยริมน้ำ', 'สพป.สุขสันต์ เขต 2']
    """
    last = len(text) if end is None else end
    while (match := _NAME.search(text, start, last)) is not None:
        body = _body(text, match, last)
        if body is None:
            start = match.end()
        else:
            yield body
            start = body.end


def explained(text: str, short: str) -> str | None:
    """The normal name of the body that an abbreviation follows in brackets, in this very text.

    >>> explained("สำนักวิชาการและมาตรฐานการศึกษา (สวก.) จัดประชุม", "สวก.")
    'สำนักวิชาการและมาตรฐานการศึกษา'
    """
    at = text.find(f"({short})")
    if at < 0:
        return None
    spelt = (body for body in find_bodies(text, max(0, at - LONGEST), at) if not text[body.end : at].strip())
    return next((normal_name(body.name) for body in spelt), None)


def body_at(text: str, start: int, end: int | None = None) -> Body | None:
    """The body whose name begins exactly at `start`; None where none does."""
    last = len(text) if end is None else end
    match = _NAME.match(text, start, last)
    return None if match is None else _body(text, match, last)


def normal_name(name: str) -> str:
    """The full name: abbreviations spelt out, a trailing bracket, doubled blanks and the ministry dropped.

    >>> normal_name("สพฐ."), normal_name("กระทรวง พม."), normal_name("อบต.ลมโชย")
    ('สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน', 'กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์', 'องค์การบริหารส่วนตำบลลมโชย')
    >>> normal_name("กรมการปกครอง กระทรวงมหาดไทย"), normal_name("กลุ่มนิเทศ สพม.22")
    ('กรมการปกครอง', 'กลุ่มนิเทศ สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 22')
    """
    name = _ASIDE.sub("", " ".join(name.split()))
    full = _registered(name) or _part_of(name) or _spelt_out(name)
    body = register.find(full)
    return body.name if body else full


def _registered(name: str) -> str | None:
    """As the register has it; a ministry also by its letters: กระทรวง พม."""
    body = register.find(name) or (register.find(name[7:]) if name.startswith("กระทรวง") else None)
    return body.name if body else area_offices.normal(name)


def _part_of(name: str) -> str | None:
    """The name of a part, without the body that it is known to be part of; else with that one's full name."""
    for blank in re.finditer(" ", name):
        whole = _registered(name[blank.end() :])
        if whole is None:
            continue
        part = _registered(name[: blank.start()])
        if part and register.bodies()[part].parent == whole:
            return part
        return f"{part or _spelt_out(name[: blank.start()])} {whole}"
    return None


def _spelt_out(name: str) -> str:
    part, blank, whole = name.partition(" ")
    if blank and _LATER_PREFIX.match(whole):
        return f"{_spelt_out(part)} {_spelt_out(whole)}"
    for prefix, full in PREFIXES.items():
        if name.startswith(prefix) and len(name) > len(prefix):
            rest = name[len(prefix) :].lstrip()
            return f"{full} {rest} จำกัด (มหาชน)" if prefix == "บมจ." else full + rest
    return name


def official_code(name: str) -> str | None:
    """The agency code of the state budget, of a full or short name; None where we know none.

    >>> official_code("สพฐ."), official_code("โรงเรียนบ้านลมโชย")
    ('20004', None)
    """
    body = register.bodies().get(normal_name(name))
    return body.code if body else None


def _body(text: str, match: re.Match[str], last: int) -> Body | None:
    end, rank = _one(text, match, last)
    if end - match.end() < 2 and not (match["short"] or match["area"]) and match[0] not in WHOLE:
        return None
    first = rank
    while (parent := _parent(text, end, last)) is not None:
        above, high = _one(text, parent, last)
        # An office of its own is not part of another office, only of a department or university.
        apart = rank > 3 and high < 8 and not _OF_SCHOOL.match(text[match.start() : parent.end()])
        within = _OF_BUREAU.match(text, match.start()) is not None
        if ((high <= rank or apart) and not within) or above - parent.start() < 3:
            break
        end, rank = above, high
    return Body(match.start(), end, " ".join(text[match.start() : end].split()), first)


def _parent(text: str, end: int, last: int) -> re.Match[str] | None:
    """The name that follows after a blank, or after a blank and a bracketed abbreviation."""
    bracket = _BRACKET.match(text, end, last)
    begin = bracket.end() if bracket else end
    while begin < last and text[begin] in " \t\u00a0":
        begin += 1
    return _NAME.match(text, begin, last) if begin > end else None


def _one(text: str, match: re.Match[str], last: int) -> tuple[int, int]:
    """End and rank of one name, without its parents."""
    if match["short"] is not None:
        return match.end(), 8
    if match["area"] is not None:
        return match.end(), 6
    rank = _rank(match)
    known = _KNOWN.match(text, match.start(), last)
    begin = known.end() if known else match.end()
    if match["prefix"] is not None:
        while begin < last and text[begin] == " ":
            begin += 1
    last = min(last, match.start() + LONGEST)
    if match[0] == "บริษัท" and (company := _COMPANY.match(text, match.end(), last)):
        return company.end(), rank
    while (stop := _STOP.search(text, begin, last)) is not None:
        at = stop.end() if stop["gap"] is not None else stop.start()
        more = _MORE.match(text, at, last) if stop["gap"] is not None or stop[0] == "(" else None
        if more is None and stop["gap"] is not None and match[0].startswith("สถาน"):
            more = _EMBASSY.match(text, at, last)
        if more is None and not (match[0] == "บริษัท" and stop["gap"] is not None and stop.start() == begin):
            return _trim(text, begin, stop.start()), rank
        begin = more.end() if more is not None else stop.end()
    return _trim(text, begin, last), rank


def _rank(match: re.Match[str]) -> int:
    if match["prefix"] is not None:
        head = _HEAD.match(PREFIXES[match["prefix"]] + "ก")
        return 5 if head is None else _rank_of(head)
    return _rank_of(match)


def _rank_of(match: re.Match[str]) -> int:
    return next(rank for place, (_, rank) in enumerate(HEADS) if match[f"r{place}"] is not None)


def _trim(text: str, begin: int, end: int) -> int:
    while end > begin and text[end - 1] in " \t\u00a0-–.":
        end -= 1
    return end
