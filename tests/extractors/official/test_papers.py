"""Official documents in the manner of Thai offices, each beside what it says of itself.

`papers/NAME.txt` is the text, `papers/NAME.json` the facts, annotated by
hand; what a paper does not say is left out. All persons and offices in them
are invented. To add one: the text and its JSON; where the JSON is missing the
test writes what is read now, and fails, so that somebody reviews it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.official import read_official
from extractors.output import official_facts_json, official_from_json, official_json
from extractors.read import read_event
from extractors.records import Document, Official
from extractors.thai.text import normalize

FOLDER = Path(__file__).parent / "papers"
PAPERS = sorted(path.stem for path in FOLDER.glob("*.txt"))
# Values that stand in the text as they are, white space aside.
VERBATIM = (
    "name",
    "honorific",
    "position",
    "duty",
    "note",
    "title",
    "text",
    "subject",
    "issuer",
    "addressee",
)


def document(name: str) -> Document:
    text = normalize((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))
    return Document(name, "", "text/plain", text)


def official(name: str) -> Official:
    read = read_official(document(name))
    assert read is not None
    return read


def said(read: Official) -> dict[str, Any]:
    return _bare(official_facts_json(read))


def _bare(value: Any) -> Any:
    """Without what was not said."""
    if isinstance(value, dict):
        return {name: _bare(held) for name, held in value.items() if held not in (None, [], False)}
    return [_bare(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", PAPERS)
def test_what_it_says_of_itself(name: str) -> None:
    path = FOLDER / f"{name}.json"
    read = said(official(name))
    if not path.exists():
        path.write_text(json.dumps(read, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        pytest.fail(f"{path} was not there; it holds what is read now: review it")
    assert read == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAPERS)
def test_each_value_stands_at_its_place(name: str) -> None:
    text, read = document(name).text, official(name)
    facts = official_facts_json(read)
    for path, place in read.proofs():
        assert 0 <= place.start < place.end <= len(text)
        head, _, attribute = path.partition(".")
        field, _, index = head.rstrip("]").partition("[")
        if (attribute or field) in VERBATIM:
            value = facts[field][int(index)][attribute] if attribute else facts[field]
            assert " ".join(text[place.start : place.end].split()) == value


@pytest.mark.parametrize("name", PAPERS)
def test_it_survives_being_written_as_json(name: str) -> None:
    read = official(name)
    assert official_from_json(json.loads(json.dumps(official_json(read)))) == read


@pytest.mark.parametrize("name", [name for name in PAPERS if name.startswith(("letter", "order", "mem"))])
def test_who_signs_takes_no_part_by_that(name: str) -> None:
    event = read_event([document(name)])
    signed = {signatory.name for signatory in official(name).signatories}
    assert not signed & {person.name for person in (event.people if event else ())}


def test_a_letter_s_own_day_is_not_the_event_s() -> None:
    event = read_event([document("letter-on-a-portal")])
    assert event is not None
    assert (event.start, event.previous_start, event.status) == ("2021-03-20", "2021-03-06", "postponed")
    stamped = read_event([document("letter-stamped")])
    assert stamped is not None
    assert (stamped.start, stamped.end, stamped.phase) == ("2024-07-24", "2024-07-26", "announcement")


def test_minutes_say_who_came_and_when_it_was_over() -> None:
    event = read_event([document("minutes-committee")])
    assert event is not None
    assert (event.time, event.end_time, event.number) == ("13:35", "15:40", "2/2567")
    roles = {person.name: person.role for person in event.people}
    assert (roles["ชัยวัฒน์ สะพานไม้งาม"], roles["ธีรเดช เกวียนเก่า"]) == ("chair", "participant")
    assert not roles.keys() & {person.name for person in official("minutes-committee").absent}
    assert [item.number for item in event.agenda] == ["1", "2", "3", "3.1", "3.2", "4"]
    assert event.agenda[3].title == "แผนปฏิบัติการประจำปีการศึกษา ๒๕๖๗"


def test_an_order_of_business_announces_its_meeting() -> None:
    event = read_event([document("agenda-paper")])
    assert event is not None
    assert (event.phase, event.status, len(event.agenda)) == ("announcement", "announced", 8)


# (paper, first day, last day, venue) of the event that it tells of, not of the paper.
EVENTS = [
    ("memorandum-urgent", "2024-06-20", "2024-06-22", "โรงแรมริมธาร"),
    (
        "letter-attachments-first",
        "2025-02-17",
        "2025-02-18",
        "ห้องประชุมดอกคูน ชั้น ๓ อาคารเรียนรวม มหาวิทยาลัยลมหนาว",
    ),
    ("order-working-group", "2023-05-27", "2023-05-27", "หอประชุมวิทยาลัยเทคนิคลมโชย"),
    ("announcement-names", "2023-09-05", "2023-09-07", "ห้องประชุมชงโค ศูนย์ฝึกอบรมครูริมธาร"),
    ("minutes-of-a-board", "2024-06-19", "2024-06-19", "ห้องประชุมโรงเรียนบ้านลมโชย"),
    ("letter-broken-lines", "2022-11-25", "2022-11-25", "ห้องประชุมภูลมโชย"),
    ("invitation-to-a-meeting", "2023-03-13", "2023-03-13", "ห้องประชุมภูหลวง ชั้น ๒ ศาลากลางจังหวัดเลย"),
    ("minutes-with-apologies", "2023-12-12", "2023-12-12", "ห้อง 4203 ชั้น 2 อาคาร 4"),
    ("announcement-cancelled", "2021-05-07", "2021-05-07", "หอประชุมลมหนาว"),
    ("order-amended", "2024-01-16", "2024-01-16", "หอประชุมโรงเรียนลมโชยวิทยา"),
    ("letter-guest-speaker", "2024-07-19", "2024-07-19", "อาคารอเนกประสงค์ โรงเรียนบ้านลมโชย"),
]


@pytest.mark.parametrize(("name", "start", "end", "venue"), EVENTS)
def test_the_event_that_a_paper_tells_of(name: str, start: str, end: str, venue: str) -> None:
    event = read_event([document(name)])
    assert event is not None
    assert (event.start, event.end, event.venue) == (start, end, venue)


def test_who_is_on_a_list_of_names_takes_part() -> None:
    event = read_event([document("announcement-names")])
    assert event is not None
    assert {person.role for person in event.people} == {"participant"}


def test_a_letter_moves_its_meeting_though_its_lines_are_broken() -> None:
    event = read_event([document("letter-broken-lines")])
    assert event is not None
    assert (event.status, event.previous_start) == ("postponed", "2022-11-18")
    cancelled = read_event([document("announcement-cancelled")])
    assert cancelled is not None
    assert cancelled.status == "cancelled"


# Texts that look like official documents, and are none.
NONE = [
    "ประกาศผลสอบคัดเลือกนักเรียน เรื่อง การรับสมัครนักเรียน\nโรงเรียนธารตะวันวิทยา ประกาศผลแล้ว",
    "วันที่ 5 มีนาคม 2567 ที่ประชุมมีมติรับรองรายงานการประชุมครั้งที่ 1/2567 เรื่อง แผนงาน",
    "ข่าวสั้น\nเรื่อง เล่าจากห้องเรียน\nเรียนรู้ไปด้วยกันกับครูในหมู่บ้าน",
    "คำสั่งซื้อสินค้า\nเรื่อง การส่งของ\nที่ร้านสหกรณ์",
    "รายงานการประชุมวิชาการประจำปี ตีพิมพ์บทความ 40 เรื่อง",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_official_document(text: str) -> None:
    assert read_official(Document("d", "", "text/plain", text)) is None
