"""The register of public bodies: normal name, short forms, code, what a body was before and became.

`bodies.tsv` has a line a body: its name, the body it is a part of, its code,
short forms that stand for it in a text, further spellings, the years of the
Buddhist Era from and to which it bore the name, and what it became. Lists in
a cell are parted by ";". To add a body: a line. A short form that stands for
several bodies (กพร., สทศ. of the basic education commission) has no place there,
so that no name is guessed; nor has a year that nobody is sure of.

Codes are the agency codes of the state budget (รหัสหน่วยงาน, five digits),
which name ministries and departments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extractors.thai.digits import arabic

_SOUNDLESS = re.compile(r"[\s.ฯ]")


@dataclass(frozen=True)
class Body:
    name: str
    parent: str | None = None
    code: str | None = None
    short: tuple[str, ...] = ()  # สพฐ.
    also: tuple[str, ...] = ()
    since: int | None = None  # Buddhist Era
    until: int | None = None
    became: tuple[str, ...] = ()  # names of those that took its place in that year


# A change of many names at once: what they began with, begin with now, and the year.
RENAMED = (
    ("สถาบันราชภัฏ", "มหาวิทยาลัยราชภัฏ", 2547),
    (
        "สำนักงานส่งเสริมการศึกษานอกระบบและการศึกษาตามอัธยาศัยจังหวัด",
        "สำนักงานส่งเสริมการเรียนรู้ประจำจังหวัด",
        2566,
    ),
    ("ศูนย์การศึกษานอกระบบและการศึกษาตามอัธยาศัยอำเภอ", "ศูนย์ส่งเสริมการเรียนรู้ระดับอำเภอ", 2566),
)


@cache
def bodies() -> Mapping[str, Body]:
    """Every body by its name."""
    text = files("extractors.thai.register").joinpath("bodies.tsv").read_text(encoding="utf-8")
    return {body.name: body for body in map(_body, text.splitlines()[1:])}


def _body(line: str) -> Body:
    name, parent, code, short, also, since, until, became = line.split("\t")
    return Body(
        name,
        parent or None,
        code or None,
        _list(short),
        _list(also),
        int(since) if since else None,
        int(until) if until else None,
        _list(became),
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def _spellings() -> Mapping[str, Body]:
    return {_key(form): body for body in bodies().values() for form in (body.name, *body.short, *body.also)}


def _key(name: str) -> str:
    """What is the same in all spellings of a name: no blanks, dots and ฯ, Arabic digits."""
    return _SOUNDLESS.sub("", arabic(name))


def find(name: str) -> Body | None:
    """The body of that name, short form or spelling; None where the register has none.

    >>> find("สพฐ").name, find("มหาวิทยาลัย ขอนแก่น").short
    ('สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน', ('มข.',))
    """
    return _spellings().get(_key(name))


def successors(name: str) -> tuple[tuple[str, int], ...]:
    """What the body of that normal name became, each with the year of the Buddhist Era.

    >>> successors("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 23")
    (('สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาสกลนคร', 2564),)
    >>> successors("สถาบันราชภัฏเลย")
    (('มหาวิทยาลัยราชภัฏเลย', 2547),)
    """
    body = bodies().get(name)
    if body and body.until:
        return tuple((now, body.until) for now in body.became)
    return tuple((now + name[len(was) :], year) for was, now, year in RENAMED if _of(name, was))


def predecessors(name: str) -> tuple[tuple[str, int], ...]:
    """What the body of that normal name was before, each with the year in which that ended."""
    known = _before().get(name, ())
    return known or tuple((was + name[len(now) :], year) for was, now, year in RENAMED if _of(name, now))


def _of(name: str, beginning: str) -> bool:
    return name.startswith(beginning) and len(name) > len(beginning)


@cache
def _before() -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for body in bodies().values():
        for now in body.became:
            found[now] = (*found.get(now, ()), (body.name, body.until or 0))
    return found
