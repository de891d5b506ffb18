"""Hits and records as the command line tells them: in Thai, in Buddhist Era, each value with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text

from archive.related import Related
from archive.search import Hit, Results
from archive.search.fields import written
from archive.web import papers
from archive.web.language import KINDS, LABELS, REASONS, days, named, say
from extractors.output import official_from_json
from extractors.records import NEEDS_OFFICE
from extractors.thai.honorifics import addressed
from flows.terminal import console

MARKED = "bold yellow"
# Values that are days, and values that are one of a few kinds, are said as people say them.
DAYS = {"start", "end", "previous_start", "previous_end", "date_edtf"}
CODES = {"type", "phase", "status", "role"}
CHOICES = 4  # values of a facet that a hit list ends with
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

# What came in place of a document (extractors/sites/answers.py).
ANSWERS = {
    "gone": "ต้นทางแจ้งว่าไม่มีแล้ว",
    "not found": "ต้นทางแสดงหน้า “ไม่พบ”",
    "home": "ต้นทางพาไปหน้าแรก",
    "elsewhere": "ต้นทางพาไปเว็บไซต์อื่น",
    "login": "ต้นทางให้เข้าสู่ระบบก่อน",
    "refused": "ต้นทางปฏิเสธ",
    "blocked": "ต้นทางแสดงหน้าปฏิเสธ",
    "script": "หน้านี้สร้างในเบราว์เซอร์ ไม่มีข้อความ",
    "empty": "ต้นทางส่งหน้าว่าง",
    "failing": "ต้นทางขัดข้อง",
    "broken": "ต้นทางแสดงข้อผิดพลาด",
    "other": "ต้นทางตอบอย่างอื่น",
}


def print_hits(results: Results, show: str = "prachum show") -> None:
    """Each hit as one reads it aloud: day, title, venue, who spoke, passage; under it `show` and its id.

    Then what would narrow them, each as it is typed, with how many it leaves.
    """
    if results.suggestions:
        console.print(Text(f"{say('th', 'did_you_mean')}: {' · '.join(results.suggestions)}"))
    if not results.hits:
        console.print(Text("ไม่พบ"))
        return
    found = "พบมากกว่า" if results.full else "พบ"
    near = f" และใกล้เคียง {results.loose} รายการ" if results.loose else ""
    console.print(Text(f"{found} {results.total} รายการ{near}"))
    if results.newest:
        console.print(Text(say("th", "only_newest")))
    loose = False
    for hit in results.hits:
        if hit.loose and not loose:
            console.print(Text("\n" + say("th", "loose")))
        loose = hit.loose
        _print_hit(hit, show)
    _print_choices(results)


def _print_choices(results: Results) -> None:
    """What the words name first, then the most frequent values of each facet that has several."""
    if results.offers:
        named = (_choice(offer.name, offer.value, offer.hits) for offer in results.offers)
        console.print(Text(f"\n{say('th', 'offer')}: {' '.join(named)}"))
    narrowing = {name: values for name, values in results.facets.items() if len(values) > 1}
    if narrowing:
        console.print(Text(f"\n{say('th', 'filter')}:"))
    for name, values in narrowing.items():
        console.print(Text("  " + "  ".join(_choice(name, value, hits) for value, hits in values[:CHOICES])))


def _choice(facet: str, value: str, hits: int) -> str:
    said = named("th", KINDS, value) if facet in CODES else value
    return f"{written(facet, said)} ({hits})"


def _print_hit(hit: Hit, show: str) -> None:
    when = days("th", hit.start or hit.date_edtf, hit.end)
    where = " · ".join(part for part in (hit.venue, hit.province) if part)
    console.print()
    console.print(_marked(hit.title, hit.title_marks, style="bold"))
    console.print(Text(" · ".join(part for part in (when, where) if part)))
    if speakers := [addressed(person.honorific, person.name) for person in hit.people]:
        more = f" และอีก {len(speakers) - 3} คน" if len(speakers) > 3 else ""
        console.print(Text(", ".join(speakers[:3]) + more))
    console.print(_marked(hit.snippet, hit.marks, style="dim"))
    for line in _reasons(hit):
        console.print(Text(line, style="dim"))
    console.print(Text(f"{show} {hit.id}", style="cyan"))


def _reasons(hit: Hit) -> Iterator[str]:
    """Where the passage stands if not in the page, which facts were named, and what is not there."""
    if hit.attachment:
        yield f"{say('th', 'from_attachment')}: {hit.attachment.title or hit.attachment.id}"
    named = [
        f"{label(fact.name)} {days('th', hit.start, hit.end) if fact.name == 'start' else fact.value}"
        for fact in hit.why
        if fact.name != "title"
    ]
    if named:
        yield f"{say('th', 'why')}: {' · '.join(named)}"
    if hit.lacks:
        yield f"{say('th', 'lacks')}: {' · '.join(hit.lacks)}"


def print_event(record: dict[str, Any]) -> None:
    """Every value with the sentence it was read from, the words themselves marked; then the documents."""
    console.print(Text(record["event"]["title"] or record["id"], style="bold"))
    console.print(Text(record["id"], style="cyan"))
    for heading, lines in grouped(record["values"]).items():
        console.print()
        console.print(Text(f"{heading}: ", style="bold") + Text(_in_one_line(lines, record["event"])))
        for correction in [line["correction"] for line in lines if line["correction"]]:
            console.print(Text(f"  แก้ไขโดย {correction['who']} ({correction['at']}): {correction['why']}"))
        told = [line for line in lines if line["path"].rpartition(".")[2] not in UNSAID]
        for passage in passages(place for line in told for place in line["evidence"][:1]):
            page = f" (หน้า {passage.page})" if passage.page else ""
            other = f" ใน {passage.document}" if passage.document != record["id"] else ""
            marks = [[start - passage.start, end - passage.start] for start, end in passage.marks]
            console.print(Text("  “") + _marked(passage.text, marks) + Text(f"”{page}{other}"))
    console.print()
    print_documents(record["documents"])
    print_related(record["related"])
    for document in record["documents"]:
        if document["official"]:
            console.print()
            print_official(document["official"], papers.TOLD_BY_EVENT)


def print_related(events: Iterable[Related]) -> None:
    """A line an event: its title and days, and why it belongs here."""
    for n, event in enumerate(events):
        if n == 0:
            console.print(Text(f"\n{say('th', 'related')}:", style="bold"))
        why = [say("th", "same_series")] * event.series + event.people[:3]
        when = (
            [days("th", event.start or event.date_edtf, event.end)] if event.start or event.date_edtf else []
        )
        console.print(Text(f"  {' · '.join([event.title or event.id, *when, ', '.join(why)])}"))
        console.print(Text(f"  {event.id}", style="cyan"))


def print_official(said: dict[str, Any], leave_out: tuple[str, ...] = ()) -> None:
    """What a letter, order or minutes say of themselves: a line each, a list's entries below each other."""
    for line in papers.lines(official_from_json(said), "th", leave_out):
        values = [value.text + (f" · {value.more}" if value.more else "") for value in line.values]
        console.print(Text(f"{line.label}: ", style="bold") + Text("\n  ".join(values)))


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


def _in_one_line(lines: list[dict[str, Any]], event: dict[str, Any]) -> str:
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


@dataclass
class Passage:
    """A stretch of a document's text, from its offset `start` on, with what was read from it."""

    document: str
    page: int | None
    start: int
    text: str
    marks: list[list[int]]  # offsets in the document


def passages(places: Iterable[dict[str, Any]]) -> list[Passage]:
    """The sentences of several values, joined where they overlap, in the order of the text."""
    joined: list[Passage] = []
    for place in sorted(places, key=lambda place: (place["document"], place["start"] - place["marks"][0][0])):
        start, text = place["start"] - place["marks"][0][0], place["sentence"]
        last = joined[-1] if joined else None
        if last is None or last.document != place["document"] or start > last.start + len(last.text):
            last = Passage(place["document"], place["page"], start, text, [])
            joined.append(last)
        last.text += text[last.start + len(last.text) - start :] if last.text is not text else ""
        last.marks.append([place["start"], place["end"]])
    return joined


def print_documents(documents: Iterable[dict[str, Any]]) -> None:
    """A line a document: where it came from, when, which version is shown."""
    for document in documents:
        gone = f", ไม่อยู่แล้วเมื่อ {document['gone_at']}" if document["gone_at"] else ""
        waits = ", รอ OCR" if document["needs_ocr"] else ""
        waits += ", รอ LibreOffice" if NEEDS_OFFICE in document["reasons"] else ""
        error = f", อ่านไม่ได้: {document['error']}" if document["error"] else ""
        kept = f"เก็บเมื่อ {document['fetched_at']}, ฉบับที่ {document['version']}{came(document['answer'])}"
        console.print(Text(f"{document['url']}\n  {document['id']}, {kept}{waits}{gone}{error}"))


def print_document(record: dict[str, Any]) -> None:
    """The document's text, what was read from it marked."""
    if down := record["taken_down"]:
        console.print(Text(f"{record['id']}: ถอดถอนโดย {down['who']} ({down['at']}): {down['why']}"))
        return
    console.print(Text(record["title"] or record["id"], style="bold"))
    print_documents([record])
    if given := record["given"]:
        console.print(
            Text(f"  {given['by']} มอบให้เมื่อ {given['at']} ได้จาก {given['source']} ({given['name']})")
        )
    for found in record["elsewhere"]:
        console.print(Text(f"  ชี้ไปยังแฟ้มที่อื่นซึ่งไม่ได้เก็บ: {found['title'] or ''} {found['url']}"))
    for page in record["pages"]:
        why = ", ".join(named("th", REASONS, reason) for reason in page["reasons"])
        score = f", {say('th', 'quality', percent=int(100 * page['quality']))}" if page["quality"] < 1 else ""
        console.print(Text(f"  {say('th', 'at_page', n=page['n'])}{score}: {why}"))
    if record["event"]:
        console.print(Text(f"prachum show {record['event']}", style="cyan"))
    if record["official"]:
        print_official(record["official"])
    console.print()
    console.print(_marked(record["text"] or "", [(start, end) for start, end, _ in record["marks"]]))


def came(answer: str | None) -> str:
    """What came in place of the document, to be put behind another word."""
    return f", {ANSWERS.get(answer, answer)}" if answer else ""


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


def _marked(text: str, marks: Sequence[Sequence[int]], style: str = "") -> Text:
    """The text with its marks in colour; where there is no colour, in brackets."""
    if console.is_terminal and not console.no_color:
        drawn = Text(text, style=style)
        for start, end in marks:
            drawn.stylize(MARKED, start, end)
        return drawn
    for start, end in _apart(marks):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return Text(text)


def _apart(marks: Sequence[Sequence[int]]) -> list[list[int]]:
    """The marks joined where they touch, the last first, so that each can be put in before those ahead of it.

    >>> _apart([[0, 4], [2, 6], [9, 12]])
    [[9, 12], [0, 6]]
    """
    joined: list[list[int]] = []
    for start, end in sorted(map(list, marks)):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined[::-1]
