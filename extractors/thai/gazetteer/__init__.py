"""The gazetteer: Thailand's provinces and districts with their official codes, and the countries abroad.

Codes are those of the Department of Provincial Administration (กรมการปกครอง):
two digits a province, four a district, the first two of them its province's.
Where the tables come from is told in NOTICE.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

BANGKOK = "10"  # its districts are called เขต, those of all other provinces อำเภอ


@dataclass(frozen=True)
class Province:
    code: str
    name: str  # the full official name, without จังหวัด
    abbreviation: str  # two letters, as in สพป.นศ; three for Bangkok
    also: tuple[str, ...] = ()  # short forms, nicknames and frequent misspellings


@dataclass(frozen=True)
class District:
    code: str
    name: str  # without อำเภอ and เขต; the capital's is เมือง and the province's name

    @property
    def province(self) -> str:
        """The code of its province."""
        return self.code[:2]


def _rows(file: str) -> Iterator[list[str]]:
    text = files("extractors.thai.gazetteer").joinpath(file).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


@cache
def provinces() -> Mapping[str, Province]:
    """The 77 provinces by every name that is theirs alone.

    >>> provinces()["กทม."].name, provinces()["อยุธยา"].code
    ('กรุงเทพมหานคร', '14')
    """
    rows = [
        Province(code, name, two, tuple(also.split())) for code, name, two, also in _rows("provinces.tsv")
    ]
    return {name: province for province in rows for name in (province.name, *province.also)}


@cache
def districts() -> Mapping[str, tuple[District, ...]]:
    """The 928 districts by name; some names are those of several.

    >>> [district.code for district in districts()["เฉลิมพระเกียรติ"]]
    ['1913', '3032', '3123', '5515', '8023']
    """
    named: dict[str, tuple[District, ...]] = {}
    for code, name in _rows("districts.tsv"):
        named[name] = (*named.get(name, ()), District(code, name))
    return named


@cache
def countries() -> frozenset[str]:
    """Short and formal names of all countries but Thailand."""
    return frozenset(name for short, also in _rows("countries.tsv") for name in (short, *also.split()))


def district_code(name: str, province: Province | None) -> str | None:
    """The district's code.

    None where the name is unknown, or several districts bear it and no province is said.

    >>> district_code("เมือง", provinces()["น่าน"]), district_code("บางพลัด", None)
    ('5501', '1025')
    >>> district_code("เมือง", None), district_code("เฉลิมพระเกียรติ", None)
    (None, None)
    """
    if name == "เมือง" and province:
        name += province.name
    found = [d for d in districts().get(name, ()) if province is None or d.province == province.code]
    return found[0].code if len(found) == 1 else None


def district_name(code: str) -> str | None:
    """The official name of the district with that code, without อำเภอ and เขต.

    >>> district_name("5501"), district_name("9999")
    ('เมืองน่าน', None)
    """
    return next((d.name for same in districts().values() for d in same if d.code == code), None)


def name_at(table: Callable[[], Collection[str]], text: str, at: int) -> str | None:
    """The longest of the table's names that the text holds at that offset.

    >>> name_at(provinces, "จ.อุบลราชธานี", 2)
    'อุบลราชธานี'
    """
    names, lengths = table(), _lengths(table).get(text[at : at + 2], ())
    return next((text[at : at + n] for n in lengths if text[at : at + n] in names), None)


@cache
def _lengths(table: Callable[[], Collection[str]]) -> Mapping[str, list[int]]:
    """How long the names are that begin with those two letters, the longest first."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for name in table():
        lengths[name[:2]].add(len(name))
    return {letters: sorted(known, reverse=True) for letters, known in lengths.items()}
