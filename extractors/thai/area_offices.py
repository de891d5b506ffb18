"""Names of the education area offices, which every office writes in its own way.

สพป.ขอนแก่น เขต 1, สพป.ขก.1, สพป.ขอนแก่น ๑; สพม.สิงห์บุรี-อ่างทอง; and the
numbers that the secondary areas had until 2564: สพม. เขต 22, สพม.22. Their
normal names are those of the register.
"""

from __future__ import annotations

import re
from functools import cache

from extractors.thai import register
from extractors.thai.digits import arabic
from extractors.thai.gazetteer import provinces

_LEVELS = {"ป": "ประถมศึกษา", "ม": "มัธยมศึกษา", "ท": ""}
_OFFICE = "สำนักงานเขตพื้นที่การศึกษา"
_SHORTER = {"กท": "กรุงเทพมหานคร"}  # with two letters as all others, where its own abbreviation has three


def _alternatives() -> str:
    """Provinces by any of their names, and by the two letters of สพป.นศ."""
    names = {*provinces(), *(province.abbreviation for province in provinces().values()), *_SHORTER}
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def pattern() -> re.Pattern[str]:
    """An area office from its first word to its number, wherever it stands in a text."""
    province = rf"(?:{_alternatives()})\.?"
    return re.compile(
        rf"(?P<office>สพ(?P<level>[ปมท])\.?|(?:สำนักงาน|สนง\.?)\s?เขตพื้นที่การศึกษา(?P<full>ประถมศึกษา|มัธยมศึกษา)?)\s?"
        rf"(?:(?P<where>{province}(?:[ ]?[-,–]?[ ]?(?:และ)?{province}){{0,2}})(?![ก-ฮะ-ฺเ-๎])"
        r"(?:[ ]?(?:เขต(?:ที่)?[ ]?(?P<zone>\d{1,2})|(?P<bare>\d)(?!\d)))?"
        r"|(?:เขต(?:ที่)?[ ]?)?(?P<number>\d{1,2})(?![\d.:/]))"
    )


def unnamed() -> str:
    """The pattern without names for its groups, to be part of another."""
    return re.sub(r"\?P<\w+>", "?:", pattern().pattern)


def normal(name: str) -> str | None:
    """The normal name of an area office; None where it is none, or one that never was.

    >>> normal("สพป.ขก.1"), normal("สพม. เขต ๒๒")
    ('สำนักงานเขตพื้นที่การศึกษาประถมศึกษาขอนแก่น เขต 1', 'สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 22')
    >>> normal("สพป.ขอนแก่น เขต 9") is None
    True
    """
    said = pattern().fullmatch(" ".join(name.split()))
    if said is None:
        return None
    head = _OFFICE + (_LEVELS[said["level"]] if said["level"] else said["full"] or "")
    where, zone = said["where"], arabic(said["zone"] or said["bare"] or said["number"] or "")
    for full in (
        head + _places(where) if where else head,
        head + _places(where, turned=True) if where else head,
    ):
        for spelt in (f"{full} เขต {int(zone)}", full) if zone else (full,):
            if spelt in register.bodies():
                return spelt
    return None


def _places(where: str, *, turned: bool = False) -> str:
    """The provinces by their official names, one blank between; `turned` last first."""
    found = re.findall(_alternatives(), where)
    names = [_province(name) for name in found]
    return " ".join(names[::-1] if turned else names)


@cache
def _province(name: str) -> str:
    name = _SHORTER.get(name, name)
    if name in provinces():
        return provinces()[name].name
    return next(province.name for province in provinces().values() if province.abbreviation == name)
