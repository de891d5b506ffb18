"""Addresses: the roads, tambons, districts, provinces and countries that stand behind a place.

Thai writes them from the narrow to the wide, each with its word or its
abbreviation: ต. (ตำบล, tambon), อ. (อำเภอ, district; เขต in Bangkok), จ.
(จังหวัด, province). Many provinces are everyday words too (น่าน, เลย, ตาก,
แพร่, ตราด): without its word a province counts only in an address, behind a
place and with nothing written on to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.thai.gazetteer import BANGKOK, countries, districts, name_at, provinces

_TONE = "\u0e31\u0e33-\u0e3a\u0e45\u0e47-\u0e4e"  # vowels and marks that stand on the letter before them
_UPTO = r"(?=[^ก-๎]|อำเภอ|จังหวัด|เขต|แขวง|$)"

_PROVINCE = re.compile(r"(?:ใน)?(?:เขต|ท้องที่)?(?:พื้นที่)?(?:จังหวัด|จ\s?\.|จว\.)\s{0,2}")
_DISTRICT = re.compile(r"(?:กิ่ง)?(?:อำเภอ|อ\s?\.|อ\s(?=[ก-๎]+\sจ))\s{0,2}")
_KHET = re.compile(r"เขต\s{0,2}")
# A run of letters that may be a district misspelt.
_NAME = re.compile(rf"[ก-๎]{{2,20}}?{_UPTO}")
_NARROW = re.compile(
    rf"(?:ถนน(?!คนเดิน)|ถ\.|ซอย|ซ\.)\s?[ก-๎A-Za-z]{{1,30}}?{_UPTO}(?:\s\d{{1,3}}(?!\d))?"  # roads and lanes
    rf"|(?:ตำบล|ต\.|แขวง)\s?[ก-๎]{{1,25}}?{_UPTO}"  # tambon; แขวง in Bangkok
    r"|(?:เลขที่|หมู่ที่|ม\.)\s?\d{1,4}(?:/\d{1,4})?"
    r"|\d{5}(?!\d)"  # postcode
)
_CITY = re.compile(
    r"(?:กรุง|นคร|เมือง|เกาะ|รัฐ|มณฑล|เขตปกครองพิเศษ)(?!ทองธานี|สภา|บาล|มนตรี)[ก-๎]{2,25}(?:\s[ก-๎]{2,6}(?=\s[ก-๎]))?"
)
_GAP = re.compile(r"[ \t,]{0,3}(?:และ|ใน|ณ )?\n?[ \t]{0,2}(?:\(|ของ)?")
# A quarter, or the last word of a place, before its road or town; not the sentence that goes on.
_QUARTER = re.compile(
    r"\s(?!โดย|พร้อม|และ(?:ร่วม|มอบ)|นาย|นาง|ผู้|ซึ่ง|มี|ให้|เพื่อ|เมื่อ|ร่วม|จาก|ไป|ได้)[ก-๎]{2,18}"
    r"(?=\s{1,2}(?:ถนน|แขวง|ตำบล|เขต|อำเภอ|จังหวัด|กรุงเทพ|กทม))"
)
_BRACKET = re.compile(r"\s?\([^()\n]{1,60}\)")
# Behind a province that is part of a name: โรงแรมลากูน่า สงขลา อ.เมือง, โรงแรมอวานี ขอนแก่น โฮเทล
_NAME_GOES_ON = re.compile(
    r"\s{0,2}(?:อำเภอ|อ\.|ตำบล|ต\.|ถนน|ถ\.|เขต\s?\d|\d|[A-Z][a-z]|โฮเต?็?ล|โฮเทล|รีสอร์[ทต]|แกรนด์|คอนเวน|เซ็?นเตอร์|พา(?:ร์ค|เลซ)"
    r"|พลาซ่?า|ริเวอร์|แอนด์|บีช|เพลส|ฮิลล์|วิลล์|แคมปัส|ฮอลล์|ห้อง|ชั้น|อาคาร)"
)
# What may follow a province that stands without its word and without a blank behind it.
_GOES_ON = re.compile(r"(?:โดย|เพื่อ|เมื่อ|ซึ่ง|ใน|ระหว่าง|วัน|และ|ว่า|ที่|มี|พร้อม|เป็น)")


@dataclass(frozen=True)
class Area:
    """A part of an address: text[start:end] is its name as printed, from `begin` on with its word."""

    kind: str  # province district country city narrow
    name: str  # a province's official name; otherwise as printed
    begin: int
    start: int
    end: int


def area_at(text: str, at: int) -> Area | None:
    """The part of an address that begins at that offset; None where none does.

    >>> area_at("อ.โพนพิสัย จ.หนองคาย", 0).name, area_at("กทม. ", 0).name, area_at("ประเทศญี่ปุ่น", 0).name
    ('โพนพิสัย', 'กรุงเทพมหานคร', 'ญี่ปุ่น')
    """
    return _province(text, at) or _country(text, at) or _district(text, at) or _narrow(text, at)


def address(text: str, at: int) -> list[Area]:
    """The parts of the address that follows at that offset, a bracket before it left out.

    >>> [area.name for area in address("โรงแรมเลย ถ.มลิวรรณ อ.เมือง จ.เลย", 9)]
    ['ถ.มลิวรรณ', 'เมือง', 'เลย']
    """
    if bracket := _BRACKET.match(text, at):
        inside = list(_chain(text, text.index("(", at) + 1))
        at = at if inside and inside[-1].end == bracket.end() - 1 else bracket.end()
    parts = list(_chain(text, at))
    if not parts and (word := _QUARTER.match(text, at)):
        parts = list(_chain(text, word.end()))  # a quarter's name before its road: สะพานขาว ถนนกรุงเกษม
    return parts


def _chain(text: str, at: int) -> Iterator[Area]:
    """Parts of an address one after another; each kind but the narrow ones comes once."""
    seen: set[str] = set()
    while gap := _GAP.match(text, at):
        area = area_at(text, gap.end())
        if area is None and "city" not in seen:
            area = city_at(text, gap.end())
        if (
            area is None
            or area.kind in seen
            or ("\n" in gap[0] and area.kind != "narrow" and area.begin == area.start)
        ):
            return
        if area.kind != "narrow":
            seen.add(area.kind)
        yield area
        at = area.end


def city_at(text: str, at: int) -> Area | None:
    """A city abroad, which its word shows: กรุงโตเกียว, นครเจนีวา, เมืองดาวอส. Its name keeps the word.

    >>> city_at("ณ กรุงพนมเปญ ราชอาณาจักรกัมพูชา", 2).name
    'กรุงพนมเปญ'
    >>> city_at("กรุงเทพฯ", 0) is city_at("นครปฐม", 0) is None
    True
    """
    found = _CITY.match(text, at)
    if found is None or found[0].startswith("กรุงเทพ") or name_at(provinces, text, at):
        return None
    end = found.end()
    for name in (n for n in range(at + 4, end) if text[n : n + 3] in ("ประ", "สาธ", "ราช")):
        if country_at(text, name):
            end = name
            break
    return Area("city", text[at:end], at, at, end)


def country_at(text: str, at: int) -> Area | None:
    """A country abroad at that offset, with or without ประเทศ; None for Thailand."""
    start = at + len("ประเทศ") if text.startswith("ประเทศ", at) else at
    name = name_at(countries, text, start)
    if (
        name is None
        or text[start + len(name) : start + len(name) + 1].strip(_MARKS)
        != text[start + len(name) : start + len(name) + 1]
    ):
        return None
    return Area("country", name, at, start, start + len(name))


_country = country_at
_MARKS = "".join(map(chr, (0x0E31, *range(0x0E33, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))


def _province(text: str, at: int) -> Area | None:
    marked = _PROVINCE.match(text, at)
    start = marked.end() if marked else at
    name = name_at(provinces, text, start)
    if name is None:
        return None
    end = start + len(name)
    if text[end : end + 1] and text[end] in _MARKS:
        return None
    province = provinces()[name]
    if marked is None and province.code != BANGKOK and not _alone(text, start, end):
        return None
    return Area("province", province.name, at, start, end)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a province without its word can be one: a word by itself, with no district behind it."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if before and not (before.isspace() or before in "(,"):
        return False
    if after and "ก" <= after <= "๎" and not _GOES_ON.match(text, end):
        return False
    return not _NAME_GOES_ON.match(text, end) and f"จังหวัด{text[start:end]}" not in text[end : end + 60]


def _district(text: str, at: int) -> Area | None:
    if khet := _KHET.match(text, at):
        name = name_at(districts, text, khet.end())
        if name and any(d.province == BANGKOK for d in districts()[name]):
            return Area("district", name, at, khet.end(), khet.end() + len(name))
        return None
    marked = _DISTRICT.match(text, at)
    if marked is None:
        return None
    start = marked.end()
    name = name_at(districts, text, start)
    if name is None and text.startswith("เมือง", start):
        name = "เมือง"  # the capital's district, its province's name left out
    if name is None and (unknown := _NAME.match(text, start)) and _PROVINCE.match(text, unknown.end() + 1):
        name = unknown[0]
    return Area("district", name, at, start, start + len(name)) if name else None


def _narrow(text: str, at: int) -> Area | None:
    found = _NARROW.match(text, at)
    return Area("narrow", found[0], at, at, found.end()) if found else None
