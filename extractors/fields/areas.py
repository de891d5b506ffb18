"""In which district, province or country: of the chosen place, or of the one address that the text gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extractors.fields.whereabouts import Mention
from extractors.records import Facts, Found
from extractors.sought import Sought
from extractors.thai.gazetteer import district_code, districts, name_at, provinces
from extractors.thai.places import Area, address, area_at

_AREA_WORD = Sought(r"(?<![ก-๎.])(?:อำเภอ|อ\.|เขต|ต\.|ตำบล|แขวง|ถนน|ถ\.|จังหวัด|จ\.|กรุงเทพ|กทม)")
# Before a province that is part of the name of an office or a post, or one of several.
_OFFICE = re.compile(
    r"(?:(?:เจ้าอาวาส|เจ้าคณะ|ผู้อำนวยการ|ผู้จัดการ|ผู้ใหญ่|ประธาน|นายก|หัวหน้า)[ก-๎]*|ผู้ว่าราชการ|ราชการ|ปลัด|ศึกษาธิการ|สำนักงาน[ก-๎]*|เรือนจำ|ศาล[ก-๎]*|ศูนย์[ก-๎]*|หอการค้า|สภา[ก-๎]*|เหล่ากาชาด|นายอำเภอ|โรงพยาบาล[ก-๎]*"
    r"|คณะกรรมการ[ก-๎]*|อาชีวศึกษา|ระดับ|พื้นที่|ในเขต|ทุก|ต่าง|และ|,|กลาง|ชาว|จาก|ประจำ|อุตสาหกรรม|สาธารณสุข|[ก-๎]+การ"
    r"|(?<![ก-๎])(?:สนง|กกต|กศน|สกร|อบ)\.(?:[ก-๎]{2,5}\.)?|[ก-๎]ศึกษา)\s?$"
)
_GOES_TO = Sought(r"(?:ลงพื้นที่|(?<!ผู้)ตรวจราชการ|เดินทาง(?:ไป|มา)(?:ยัง|ที่)?)(?:ใน)?\s?(?=จังหวัด|จ\.)")
PLANNED = re.compile(r"กำหนด(?:การ)?จัด|จะจัด")  # told of an event that is still to come
PLAN = 600  # code points before an address in which it is said that something is planned there
# Who goes to look at something: ตรวจเยี่ยมโรงเรียน… อำเภอ…
_LOOKS = re.compile(r"ลงพื้นที่|ตรวจเยี่ยม|เยี่ยม(?:บ้าน|ชม)|นิเทศ|ออกหน่วย")
REACH = 1_500  # code points in which news says where somebody goes
_DISTRICT_WORD = re.compile(r"อ(?<![ก-๎.]อ)(?:ำเภอ|\.)")
_AND = re.compile(r"(?:\s|,)(?:\s|,|และ|จังหวัด|จ\.)*")
_FOOT = re.compile(r"\s*(?:\d{5}|โทร|Tel|\n|$)")


def of_place(text: str, chosen: Mention, mentions: list[Mention]) -> dict[str, Found]:
    country = _country(text, chosen, mentions)
    if country:
        return {"country": Found(country.name, country.start, country.end, "address", 0.9)}
    district, province = chosen.area("district"), chosen.area("province")
    if province is None and (again := _again(text, chosen, mentions)):
        district, province = district or again.area("district"), again.area("province")
    province = province or _inside(text, chosen, "จังหวัด")
    district = district or _inside(text, chosen, "อำเภอ")
    return _official({"district": district, "province": province}, 0.9)


def _official(said: Mapping[str, Area | None], trust: float) -> dict[str, Found]:
    """District and province as facts, with their official codes."""
    found: dict[str, Found] = {}
    district, province = said.get("district"), said.get("province")
    for path, area in (("district", district), ("province", province)):
        if area:
            found[path] = Found(area.name, area.start, area.end, "address", trust)
    official = provinces()[province.name] if province else None
    if official and province:
        found["province_code"] = Found(official.code, province.start, province.end, "gazetteer")
    if district and (code := district_code(district.name, official)):
        found["district_code"] = Found(code, district.start, district.end, "gazetteer")
    return found


def _country(text: str, chosen: Mention, mentions: list[Mention]) -> Area | None:
    """The country of the chosen place, or of the same town where it is named once more; its fullest name."""
    city = chosen.area("city")
    there = [m for m in mentions if city and (town := m.area("city")) and town.name == city.name]
    if city and not chosen.area("province"):
        there += [m for m in mentions if m.rule == "to"]
    country = next((found for m in (chosen, *there) if (found := m.area("country"))), None)
    if country is None:
        return None
    names = [found for m in mentions if (found := m.area("country")) and found.name.endswith(country.name)]
    return max(names, key=lambda area: len(area.name))


def _again(text: str, chosen: Mention, mentions: list[Mention]) -> Mention | None:
    """The place named once more, with its province."""
    name = text[chosen.start : chosen.end][:20]
    told = (m for m in mentions if name and text.startswith(name, m.start) and m.area("province"))
    return next(told, None)


def _inside(text: str, mention: Mention, word: str) -> Area | None:
    """The province or district in the name of an office: ศาลากลางจังหวัดเลย, ที่ว่าการอำเภอปัว."""
    at = text.find(word, mention.start, mention.end)
    area = area_at(text, at) if at >= 0 else None
    return area if area and area.kind in ("province", "district") else None


def of_text(text: str, facts: Facts, areas: dict[str, Found]) -> dict[str, Found]:
    """Province and district by the one address of a text: beside the day, in its headline, at its foot.

    A district that only one province has tells the province too, where the text names it anywhere.
    """
    if "province" in areas or "country" in areas:
        return {}
    if "district" in areas:
        return _only_province(text, areas["district"])
    told = [
        address
        for address in _addresses(text)
        if _beside_event(text, facts, address[0].begin, address[-1].end)
    ]
    named = {area.name for address in told for area in address if area.kind == "province"}
    if len(named) != 1:
        return _went(text) or _looked(text) if not named else {}
    best = max(told, key=len)
    return _official({area.kind: area for area in best if area.kind in ("district", "province")}, 0.65)


def _only_province(text: str, district: Found) -> dict[str, Found]:
    homes = {one.province for one in districts().get(str(district.value), ())}
    official = next((p for p in provinces().values() if homes == {p.code}), None)
    said = re.finditer(re.escape(official.name), text) if official else ()
    at = next(
        (it.start() for it in said if not _OFFICE.search(text, max(0, it.start() - 30), it.start())), -1
    )
    if official is None or at < 0:
        return {}
    return _official({"province": Area("province", official.name, at, at, at + len(official.name))}, 0.8)


def _addresses(text: str) -> Iterator[list[Area]]:
    """Every run of areas that ends in a province, but for those that only tell whose an office or post is."""
    place = 0
    for word in _AREA_WORD.finditer(text):
        if word.start() < place or _OFFICE.search(text, max(0, word.start() - 30), word.start()):
            continue
        areas = address(text, word.start())
        if any(area.kind == "province" for area in areas) and _whole(areas) and not _listed(text, areas):
            place = areas[-1].end
            yield areas


def _listed(text: str, areas: list[Area]) -> bool:
    """Whether further provinces follow: จังหวัดระนอง กระบี่ และตรัง."""
    joint = _AND.match(text, areas[-1].end)
    return joint is not None and name_at(provinces, text, joint.end()) is not None


def _whole(areas: list[Area]) -> bool:
    """Whether an address is more than the name of the capital, which many bodies have in theirs."""
    return len(areas) > 1 or areas[0].start > areas[0].begin


def _beside_event(text: str, facts: Facts, begin: int, end: int) -> bool:
    """Whether text[begin:end] stands in the headline, in the paragraph of the event's day, or at the foot."""
    first = text.find("\n")
    start = text.rfind("\n", 0, begin) + 1
    stop = text.find("\n", end)
    day = facts.get("start")
    if day is not None and PLANNED.search(text, max(day.end, start, begin - PLAN), begin):
        return begin < first
    foot = len(text) - end < 150 and _FOOT.search(text, end, end + 60)
    return (
        begin < first
        or (day is not None and start <= day.start < (stop if stop >= 0 else len(text)))
        or bool(foot)
    )


def _went(text: str) -> dict[str, Found]:
    """The one province to which the text says that somebody goes: ลงพื้นที่จังหวัด…"""
    told = [address(text, went.end()) for went in _GOES_TO.finditer(text, 0, REACH)]
    areas = [areas for areas in told if any(area.kind == "province" for area in areas)]
    if len({area.name for said in areas for area in said if area.kind == "province"}) != 1:
        return {}
    return _official({area.kind: area for area in areas[0] if area.kind in ("district", "province")}, 0.8)


def _looked(text: str) -> dict[str, Found]:
    """The one district of a text in which somebody looks at something, whose province is not told."""
    told = [
        areas[0]
        for word in _DISTRICT_WORD.finditer(text, 0, REACH)
        if not _OFFICE.search(text, max(0, word.start() - 30), word.start())
        and (areas := address(text, word.start()))
        and areas[0].kind == "district"
    ]
    if len({area.name for area in told}) != 1:
        return {}
    line = text.rfind("\n", 0, told[0].begin) + 1
    looks = _LOOKS.search(text, max(line, told[0].begin - 200), told[0].begin)
    return _official({"district": told[0]}, 0.65) if looks else {}


def visited(text: str, mentions: list[Mention]) -> dict[str, Found]:
    """The country to which a headline says that somebody goes, where the text names no place."""
    headline = text.find("\n") if "\n" in text else len(text)
    for mention in mentions:
        if mention.rule == "to" and mention.start < headline and mention.area("country"):
            country = _country(text, mention, mentions)
            return {"country": Found(country.name, country.start, country.end, "to", 0.7)} if country else {}
    return {}
