"""The values of an event: by what one says in one breath, under their Thai names, in Buddhist Era."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from archive.web.language import KINDS, LABELS, days, named, say
from extractors.thai.honorifics import addressed

# Values that are days, and values that are one of a few kinds, are said as people say them.
DAYS = {"start", "end", "previous_start", "previous_end", "date_edtf"}
CODES = {"type", "phase", "status", "role"}
# Values that are told together with another one.
TOGETHER = {
    **dict.fromkeys(("end", "days", "date_edtf", "time", "end_time", "lunar_date"), "start"),
    **dict.fromkeys(("weekday_conflict", "weekday_year"), "start"),
    **dict.fromkeys(("district", "province", "country", "online", "platform", "link"), "venue"),
    "previous_end": "previous_start",
}
# What a reader of the terminal has no use for; and what others of the same person say already.
UNTOLD = {"province_code", "district_code", "district_name"}
UNSAID = {"given", "surname", "rank"}
# The attributes of a person or a row of a programme.
ATTRIBUTES = {
    "name": "ชื่อ",
    "given": "ชื่อตัว",
    "surname": "ชื่อสกุล",
    "honorific": "คำนำหน้า",
    "rank": "ยศ",
    "position": "ตำแหน่ง",
    "position_full": "ตำแหน่งเต็ม",
    "role": "บทบาท",
    "topic": "หัวข้อ",
    "acting": "รักษาการ",
    "number": "ข้อ",
    "start": "เริ่ม",
    "end": "ถึง",
    "title": "เรื่อง",
    "people": "โดย",
}


def grouped(values: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The lines of a record by what one says in one breath: the days, the place, each person.

    >>> list(grouped([{"path": "start"}, {"path": "end"}, {"path": "people[0].name"}]))
    ['วันที่', 'บุคคล 1']
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    for line in values:
        head = line["path"].partition(".")[0]
        if head not in UNTOLD:
            groups.setdefault(label(TOGETHER.get(head, head)), []).append(line)
    return groups


def in_one_line(lines: list[dict[str, Any]], event: dict[str, Any]) -> str:
    said = {line["path"].rpartition(".")[2]: _said(line["path"], line["value"]) for line in lines}
    if lines[0]["path"].startswith("agenda"):
        hours = "–".join(said.pop(name) for name in ("start", "end") if name in said)
        number = f"วาระที่ {said.pop('number')}" if "number" in said else ""
        return " · ".join(part for part in (hours, number, *said.values()) if part)
    if match := re.fullmatch(r"organizers\[(\d+)\]", lines[0]["path"]):
        return " · ".join((*said.values(), *_body(lines[0]["value"], event["organizations"], int(match[1]))))
    if "start" in said:
        said["start"] = days("th", event["start"], event["end"])
        said.pop("end", None)
    if "weekday_conflict" in said:
        agrees = f" ซึ่งตรงกับปี {days('th', said.pop('weekday_year'))}" if "weekday_year" in said else ""
        said["weekday_conflict"] = f"เอกสารเขียนว่าวัน{said['weekday_conflict']}{agrees}"
    if "time" in said:
        said["time"] = "–".join(said.pop(name) for name in ("time", "end_time") if name in said) + " น."
    if "name" in said:
        said["name"] = addressed(said.pop("honorific", None), said["name"])
    return " · ".join(text for name, text in said.items() if name not in UNSAID)


def _body(written: str, bodies: list[dict[str, Any]], n: int) -> list[str]:
    """The normal name of an organizer, where it is written otherwise, and what became of the body."""
    if n >= len(bodies):
        return []
    said = [bodies[n]["name"]] if bodies[n]["name"] != written else []
    said += [say("th", "was", **link) for link in bodies[n].get("predecessors", ())]
    return said + [say("th", "became", **link) for link in bodies[n].get("successors", ())]


def label(path: str) -> str:
    """The name of a value.

    >>> label("people[1].topic"), label("venue"), label("organizers[0]")
    ('บุคคล 2 หัวข้อ', 'สถานที่', 'หน่วยงานผู้จัด 1')
    """
    head, _, attribute = path.partition(".")
    name, _, index = head.rstrip("]").partition("[")
    words = [named("th", LABELS, name)]
    words += [str(int(index) + 1)] if index else []
    words += [ATTRIBUTES.get(attribute, attribute)] if attribute else []
    return " ".join(words)


def _said(path: str, value: Any) -> str:
    name = path.rpartition(".")[2]
    if name in DAYS and "agenda" not in path:
        return days("th", value)
    if name in CODES:
        return named("th", KINDS, value)
    if value is True:
        return ATTRIBUTES.get(name, named("th", LABELS, name))
    if name == "topic":
        return f"{ATTRIBUTES[name]} “{value}”"
    if isinstance(value, list):
        return ", ".join(
            " – ".join(map(str, part)) if isinstance(part, list) else str(part) for part in value
        )
    return str(value)
