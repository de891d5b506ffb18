"""Places and school years as they are typed and as texts have them: จ.ขอนแก่น, โคราช, รพ.ปากช่อง, ม.3."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.thai.gazetteer import provinces

# What stands before a name, and before a number: short, and in full. To add one: a line here.
BEFORE_NAMES = {
    "จ.": "จังหวัด",
    "อ.": "อำเภอ",
    "ต.": "ตำบล",
    "ม.": "มหาวิทยาลัย",
    "รพ.": "โรงพยาบาล",
    "รร.": "โรงเรียน",
}
BEFORE_NUMBERS = {"อ.": "อนุบาล", "ป.": "ประถมศึกษาปีที่ ", "ม.": "มัธยมศึกษาปีที่ "}


def localities(word: str) -> list[str]:
    """The other ways to write a place, or a year of a school; none for what is neither.

    >>> localities("จ.ขอนแก่น"), localities("โคราช"), localities("ม.3"), localities("โรงพยาบาลปากช่อง")
    (['จังหวัดขอนแก่น', 'ขอนแก่น'], ['นครราชสีมา'], ['มัธยมศึกษาปีที่ 3'], ['รพ.ปากช่อง'])
    """
    return [form for form in dict.fromkeys((*_other_beginnings(word), *_of_province(word))) if form != word]


def _other_beginnings(word: str) -> Iterator[str]:
    beginnings = BEFORE_NUMBERS if word[-1:].isdigit() else BEFORE_NAMES
    for short, full in beginnings.items():
        for one, other in ((short, full), (full, short)):
            if word.startswith(one) and len(word) > len(one):
                yield other + word.removeprefix(one)


def _of_province(word: str) -> Iterator[str]:
    """Its name and short forms, but those with which it begins: อุบล and กาญจน์ are names of people too."""
    bare = word.removeprefix("จังหวัด").removeprefix("จ.")
    if found := provinces().get(bare):
        yield from (bare, found.name)
        yield from (form for form in found.also if not found.name.startswith(form))
