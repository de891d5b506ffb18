"""Every field of the contract goes all the way: text, event, JSON, catalogue, page, tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from bs4 import BeautifulSoup

from archive import events, record
from archive.export import export_to
from archive.store import Archive, Reading
from archive.web.language import clock, days
from extractors.output import BESIDES, GUIDE, facts_json
from extractors.read import read_event
from extractors.records import Event
from tests.archive.made import SITE, capture, link, read
from tests.archive.serving import serving

# Between them the texts say everything that the contract knows. All persons are invented.
TEXTS = (
    # days apart, a wrong weekday, online with an address, a post in short that is held for another
    "วันเสาร์ที่ 25 - 26 และ 28 สิงหาคม 2566 (วันขึ้น 9 ค่ำ เดือน 9) เวลา 09.00 - 16.30 น. "
    "สพม.น่าน จัดการประชุมสัมมนาครูแนะแนว "
    "ครั้งที่ 3/2566 ประจำปีงบประมาณ 2566 ณ โรงเรียนริมน้ำวิทยา อำเภอเมือง จังหวัดน่าน "
    "และผ่านระบบ Zoom Meeting https://zoom.us/j/123 โดยมี ว่าที่ร้อยตรีสมมติ ตั้งใจดี รรท.ผอ.สพม.น่าน เป็นประธานเปิด "
    "และ ดร.ฟ้าใส รุ้งงามตา บรรยายเรื่อง ฟังให้ได้ยิน\n"
    "09.00 - 10.00 น. พิธีเปิด โดย ว่าที่ร้อยตรีสมมติ ตั้งใจดี\n10.00 - 12.00 น. บรรยาย เรื่อง ฟังให้ได้ยิน",
    # moved; two venues
    "ขอเลื่อนการประชุมครูอนามัย จากเดิมวันที่ 5 มีนาคม 2567 เป็นวันที่ 9 มีนาคม 2567 "
    "ณ ห้องประชุม 1 โรงเรียนริมน้ำวิทยา และห้องสมุดโรงเรียนริมน้ำวิทยา",
    # a month alone, abroad
    "มหาวิทยาลัยนครบูรพา เตรียมจัดการประชุมวิชาการ ป่าในเมือง ครั้งที่ 2 ในเดือนพฤษภาคม 2568 ณ กรุงโตเกียว ประเทศญี่ปุ่น",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contract")
    with Archive(path) as archive:
        archive.register(SITE)
        run = archive.begin_run("harvest")
        for n, text in enumerate(TEXTS, 1):
            archive.keep(capture(link(n), text), SITE, run)
        for page in archive.pending():
            readings = [Reading(kept, read(kept, SITE)) for kept in archive.family(page)]
            event = read_event([reading.document for reading in readings if reading.document])
            archive.save(page, readings, event, run)
    return path


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder, readonly=True) as opened:
        yield opened


def told(archive: Archive) -> list[Event]:
    found = [events.load(archive.db, f"krabi/{n}") for n in range(1, len(TEXTS) + 1)]
    assert all(found)
    return [event for event in found if event]


def test_the_texts_say_every_field_of_the_contract(archive: Archive) -> None:
    said = [facts_json(event) for event in told(archive)]
    unsaid = [name for name in (*GUIDE, *BESIDES) if not any(facts[name] for facts in said)]
    assert unsaid == []
    chair = said[0]["people"][0]
    assert (chair["rank"], chair["given"], chair["surname"]) == ("ว่าที่ร้อยตรี", "สมมติ", "ตั้งใจดี")
    assert (chair["acting"], chair["position_full"]) == (
        True,
        "รักษาราชการแทนผู้อำนวยการสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน",
    )
    assert said[0]["days"] == [["2023-08-25", "2023-08-26"], ["2023-08-28", "2023-08-28"]]
    assert (said[0]["weekday_conflict"], said[0]["weekday_year"]) == ("เสาร์", 2018)
    assert said[1]["venues"] == ["ห้องประชุม 1 โรงเรียนริมน้ำวิทยา", "ห้องสมุดโรงเรียนริมน้ำวิทยา"]
    assert (said[0]["district"], said[0]["district_name"], said[0]["district_code"]) == (
        "เมือง",
        "เมืองน่าน",
        "5501",
    )
    assert (said[0]["series"], said[0]["number"], said[0]["fiscal_year"]) == (
        "การประชุมสัมมนาครูแนะแนว",
        "3/2566",
        2566,
    )
    assert (said[0]["platform"], said[0]["link"], said[0]["lunar_date"]) == (
        "Zoom",
        "https://zoom.us/j/123",
        "วันขึ้น 9 ค่ำ เดือน 9",
    )
    assert [item["title"] for item in said[0]["agenda"]] == ["พิธีเปิด", "บรรยาย เรื่อง ฟังให้ได้ยิน"]
    assert (said[1]["status"], said[1]["previous_start"]) == ("postponed", "2024-03-05")
    assert (said[2]["date_edtf"], said[2]["start"], said[2]["country"]) == ("2025-05", None, "ญี่ปุ่น")


def test_every_value_but_the_derived_has_its_evidence(archive: Archive) -> None:
    for event in told(archive):
        facts = facts_json(event)
        for path, _ in record.leaves(facts):
            # `days` and `venues` are read as a whole, what nothing says is a default
            head = path.partition("[")[0] if path.startswith(("days", "venues")) else path
            assert head in event.evidence or head in ("type", "phase", "status"), path


def test_every_field_has_its_place_in_the_tables(archive: Archive, tmp_path: Path) -> None:
    tables = {}
    for path in export_to(archive, tmp_path, "csv"):
        with open(path, encoding="utf-8-sig", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    columns = set(tables["events"][0])
    lists = {"people", "organizers", "agenda", "days", "venues"}
    assert set(GUIDE) | set(BESIDES) <= columns | lists | {"organizations"}
    assert {"name", "code", "predecessors", "successors"} <= set(tables["organizers"][0])
    person = facts_json(told(archive)[0])["people"][0]
    assert set(person) <= set(tables["people"][0])
    assert [name for name in columns if not any(row[name] for row in tables["events"])] == []
    assert tables["days"]
    assert tables["venues"]


def test_every_value_is_on_the_page(archive: Archive, folder: Path) -> None:
    with serving(folder) as site:
        for n, event in enumerate(told(archive), 1):
            answer = requests.get(f"{site}/event/krabi/{n}", timeout=30)
            words = " ".join(BeautifulSoup(answer.text, "lxml").get_text(" ").split())
            assert [value for value in written(event) if value not in words] == []


def written(event: Event) -> list[str]:
    """What a reader of the event's page must find there."""
    facts = facts_json(event)
    named = (
        "title",
        "venue",
        "province",
        "country",
        "lunar_date",
        "weekday_conflict",
        "platform",
        "link",
        "series",
    )
    values = [facts[name] for name in (*named, "district_name", "number", "fiscal_year")]
    values += [
        person[name] for person in facts["people"] for name in ("name", "position", "position_full", "topic")
    ]
    values += [item["title"] for item in facts["agenda"]] + facts["venues"] + facts["organizers"]
    values += [body["name"] for body in facts["organizations"]]
    values += [days("th", facts[name]) for name in ("date_edtf", "previous_start")]
    values += [" · ".join(days("th", *run) for run in event.days), clock("th", event.time)]
    values += [str(event.weekday_year + 543) if event.weekday_year else ""]
    return [str(value) for value in values if value]
