"""Letters, orders and minutes: kept, shown, searched, exported, taken down. All persons are invented."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from bs4 import BeautifulSoup

from archive import officials, record
from archive.equality import differences
from archive.export import export_to
from archive.rebuild import rebuild
from archive.search import search
from archive.store import Archive
from extractors.official import read_official
from extractors.read import read_event
from tests.archive.made import SITE, attachment, capture, link, read, read_pending
from tests.archive.serving import serving

PAPERS = Path(__file__).parents[1] / "extractors/official/papers"


def paper(name: str) -> str:
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8").strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A letter, minutes (attached to a page), and an order in one line, which tells of no event."""
    with Archive(tmp_path / "data") as archive:
        archive.register(SITE)
        run = archive.begin_run("harvest")
        archive.keep(capture(link(1), paper("letter-circular")), SITE, run)
        archive.keep(capture(link(2), "ประชุมกรรมการสถานศึกษา\nประธาน: สมหญิง ทองดี"), SITE, run)
        archive.keep(capture(attachment(2, 7), paper("minutes-committee")), SITE, run)
        archive.keep(capture(link(3), paper("order-in-one-line")), SITE, run)
        read_pending(archive, run)
    return tmp_path / "data"


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder, readonly=True) as opened:
        yield opened


def found(archive: Archive, query: str) -> list[str]:
    """The documents of the hits, best first of each."""
    return [hit.documents[0].id for hit in search(archive.db, query).hits]


def test_what_it_says_is_shown_with_its_place(archive: Archive) -> None:
    shown = record.document(archive, "krabi/1")
    assert shown is not None
    assert (shown["official"]["number"], shown["official"]["reply_by"]) == ("ศธ 04099/ว 318", "2023-03-10")
    (mark,) = [mark for mark in shown["marks"] if mark[2] == "official.number"]
    assert shown["text"][mark[0] : mark[1]] == "ศธ ๐๔๐๙๙/ว ๓๑๘"


def test_an_event_shows_the_minutes_that_tell_of_it(archive: Archive) -> None:
    shown = record.event(archive, "krabi/2")
    assert shown is not None
    page, minutes = shown["documents"]
    assert (page["official"], minutes["official"]["kind"]) == (None, "minutes")
    assert [said["item"] for said in minutes["official"]["resolutions"]] == ["1", "2", "3.1", "3.2"]


@pytest.mark.parametrize(
    ("query", "document"),
    [
        # by the number, as one may type it
        ("ศธ 04099/ว 318", "krabi/1"),
        ("ศธ ๐๔๐๙๙/ว ๓๑๘", "krabi/1"),
        ("เลขที่:04099/ว318", "krabi/1"),
        ("letter:45/2567", "krabi/3"),
        ("เลขที่:๔๕/๒๕๖๗", "krabi/3"),
        # by subject, signatory, resolution, who was absent
        ("คลังใบงานวิทยาศาสตร์", "krabi/1"),
        ("ผู้ลงนาม:ธรรมรงค์", "krabi/1"),
        ("มติ:แผนปฏิบัติการ", "krabi/uploads/7.txt"),
        ("อุดร ลำน้ำเซิน", "krabi/uploads/7.txt"),
        # by kind
        ("หนังสือ:คำสั่ง", "krabi/3"),
        ("paper:minutes", "krabi/uploads/7.txt"),
        ("paper:minutes อ่านออกเขียนได้", "krabi/uploads/7.txt"),
    ],
)
def test_it_is_found(archive: Archive, query: str, document: str) -> None:
    hits = search(archive.db, query).hits
    assert document in [source.id for hit in hits[:1] for source in hit.documents]


def test_a_resolution_is_the_passage_of_its_hit(archive: Archive) -> None:
    (hit,) = search(archive.db, "มติ:อ่านออกเขียนได้").hits
    assert hit.documents[0].id == "krabi/uploads/7.txt"
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["อ่านออกเขียนได้"]


@pytest.mark.parametrize("query", ["เลขที่:99999", "ผู้ลงนาม:สมหญิง", "มติ:อ่านไม่ออก", "หนังสือ:ใบลา"])
def test_what_it_does_not_say_is_not_found(archive: Archive, query: str) -> None:
    assert found(archive, query) == []


def test_tables_and_lines_carry_it(archive: Archive, tmp_path: Path) -> None:
    export_to(archive, tmp_path / "out", "csv")
    tables = {
        name: rows(tmp_path / "out" / f"{name}.csv") for name in ("official", "attendance", "resolutions")
    }
    assert [row["number"] for row in tables["official"]] == ["ศธ 04099/ว 318", "45/2567", ""]
    assert tables["official"][0]["signatories"] == "นายธรรมรงค์ ปลายนาเขียว"
    lists = [row["list"] for row in tables["attendance"]]
    assert {name: lists.count(name) for name in lists} == {"absent": 2, "attending": 2, "present": 5}
    assert tables["resolutions"][2]["text"].startswith("๑. เห็นชอบแผนปฏิบัติการ")
    evidence = rows(tmp_path / "out" / "official_evidence.csv")
    assert {row["text"] for row in evidence} >= {"ศธ ๐๔๐๙๙/ว ๓๑๘", "ลาป่วย"}
    export_to(archive, tmp_path / "out", "jsonl")
    lines = (tmp_path / "out" / "official.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["official"]["kind"] for line in lines] == ["letter", "order", "minutes"]


def rows(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_pages_show_it_and_lead_to_its_place(folder: Path) -> None:
    with serving(folder) as site:
        page = BeautifulSoup(requests.get(f"{site}/document/krabi/1", timeout=30).text, "lxml")
        said = {
            row.dt.text: [dd.get_text(" ", strip=True) for dd in row.select("dd")]
            for row in page.select("dl > div")
        }
        assert said["เลขที่"] == ["ศธ 04099/ว 318"]
        assert said["ตอบกลับภายใน"] == ["10 มีนาคม 2566"]
        assert said["ผู้ลงนาม"][0].endswith("ปฏิบัติราชการแทน เลขาธิการคณะกรรมการการศึกษาขั้นพื้นฐาน")
        target = page.select_one("section[aria-labelledby=official] a")["href"].partition("#")[2]
        assert page.find(id=target).name == "mark"
        event = BeautifulSoup(requests.get(f"{site}/event/krabi/2", timeout=30).text, "lxml")
        labels = [dt.text for dt in event.select("dt")]
        assert "มติที่ประชุม" in labels
        assert "ผู้ไม่มาประชุม" in labels
        assert "ผู้มาประชุม" not in labels  # they are the event's people


def test_reading_it_again_changes_nothing_and_another_text_replaces_it(folder: Path) -> None:
    with Archive(folder) as archive:
        key = archive.db.execute("SELECT key FROM document WHERE id = 'krabi/1'").fetchone()[0]
        before = officials.load(archive.db, key)
        assert before is not None
        changes = archive.db.conn.total_changes
        officials.put(archive.db, key, before)
        assert archive.db.conn.total_changes == changes
        archive.keep(capture(link(1), "หน้านี้ไม่ใช่หนังสือแล้ว", day=2), SITE, archive.begin_run("harvest"))
        read_pending(archive)
        assert officials.load(archive.db, key) is None
        left = "SELECT count(*) FROM official_evidence WHERE document = ?"
        assert archive.db.execute(left, [key]).fetchone() == (0,)


def test_a_takedown_takes_it_along(folder: Path) -> None:
    with Archive(folder) as archive:
        archive.take_down("krabi/uploads/7.txt", who="บรรณารักษ์", why="มีข้อมูลส่วนบุคคล")
        assert [row[0] for row in archive.db.execute("SELECT kind FROM official ORDER BY kind")] == [
            "letter",
            "order",
        ]
        kinds = "SELECT DISTINCT document FROM official_evidence"
        assert len(archive.db.execute(kinds).fetchall()) == 2
        assert found(archive, "มติ:แผนปฏิบัติการ") == []


def test_a_rebuild_makes_it_anew(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    rebuild(tmp_path / "copy", [SITE], read)
    assert not [line for line in differences(folder, tmp_path / "copy") if line.startswith("official")]


def test_a_page_and_its_minutes_are_one_event() -> None:
    """What the page does not say comes from the minutes attached to it."""
    page = read(capture(link(2), "ประชุมกรรมการสถานศึกษา โรงเรียนบ้านวังปลาสร้อย"), SITE)
    minutes = read(capture(attachment(2, 7), paper("minutes-committee")), SITE)
    assert read_official(minutes) is not None
    event = read_event([page, minutes])
    assert event is not None
    assert (event.start, event.end_time, len(event.agenda)) == ("2024-05-16", "15:40", 6)
    assert {place.document for _, place in event.proofs()} <= {"krabi/2", "krabi/uploads/7.txt"}
