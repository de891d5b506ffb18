"""What `show` shows, and what the exports write."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from archive import record
from archive.catalogue import one_state
from archive.export import EXPORTERS, export_to
from archive.export import csv as as_csv
from archive.store import Archive
from extractors.errors import BadInput
from extractors.output import event_from_json, event_json
from extractors.records import AgendaItem, Event, Evidence, Person
from tests.archive.made import SITE, attachment, capture, link, read_pending

MINUTES = (
    "รายงานการประชุมครู\nผู้มาประชุม\n1. นายกวิน ทุ่งดอกคูณ =1+1\nเริ่มประชุมเวลา 13.00 น.\n"
    "ระเบียบวาระที่ 1 เรื่องแจ้งเพื่อทราบ\nมติที่ประชุม รับทราบ"
)
NASTY = '=HYPERLINK("http://x"), <script>\n'


@pytest.fixture
def archive(tmp_path: Path):
    with Archive(tmp_path / "data") as opened:
        opened.register(SITE)
        run = opened.begin_run("harvest")
        opened.keep(capture(link(1), "ประชุมครู ครั้งที่ 1\nประธาน: สมหญิง ทองดี\n"), SITE, run)
        opened.keep(capture(attachment(1, 5), "แนบ"), SITE, run)
        opened.keep(capture(link(2), f"{NASTY}ประธาน: +66 ใจดี\n"), SITE, run)
        opened.keep(capture(link(3), "ข่าวที่ไม่มีเหตุการณ์"), SITE, run)
        opened.keep(capture(link(4), MINUTES), SITE, run)
        read_pending(opened)
        yield opened


def test_each_value_comes_with_its_sentence(archive: Archive) -> None:
    shown = record.event(archive, "krabi/1")
    assert shown is not None
    assert [document["id"] for document in shown["documents"]] == ["krabi/1", "krabi/uploads/5.txt"]
    (chair,) = [line for line in shown["values"] if line["path"] == "people[0].name"]
    (place,) = chair["evidence"]
    ((start, end),) = place["marks"]
    assert place["sentence"] == "ประธาน: สมหญิง ทองดี"
    assert place["sentence"][start:end] == chair["value"] == "สมหญิง ทองดี"
    assert place["url"] == link(1).url


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "คำ " * 300 + "สมหญิง" + " คำ" * 300
    shown, ((start, end),) = record.sentence(text, 900, 906)
    assert shown[start:end] == "สมหญิง"
    assert len(shown) <= 4 * record.AROUND + 6
    shown, ((start, end),) = record.sentence("ก" * 5000, 2000, 2010)
    assert (shown[start:end], len(shown) < 500) == ("ก" * 10, True)


def test_a_document_shows_its_text_marks_and_versions(archive: Archive) -> None:
    shown = record.document(archive, "krabi/1")
    assert shown is not None
    assert [shown["text"][start:end] for start, end, _ in shown["marks"]] == ["ประชุมครู ครั้งที่ 1", "สมหญิง ทองดี"]
    assert [(version["n"], version["current"]) for version in shown["versions"]] == [(1, 1)]
    assert shown["event"] == "krabi/1"
    assert [part["id"] for part in shown["attachments"]] == ["krabi/uploads/5.txt"]


def test_who_asks_for_nothing_gets_none(archive: Archive) -> None:
    assert record.event(archive, "krabi/3") is None
    assert record.document(archive, "x") is record.history(archive, "x") is None
    assert record.document(archive, "krabi/3")["event"] is None  # type: ignore[index]


def test_every_exporter_writes_files_that_can_be_read(archive: Archive, tmp_path: Path) -> None:
    for form in EXPORTERS:
        paths = export_to(archive, tmp_path / form, form)
        assert all(path.stat().st_size for path in paths)
    with pytest.raises(BadInput, match="expected one of csv"):
        export_to(archive, tmp_path, "xls")


def test_no_cell_is_a_formula_and_rows_keep_their_columns(archive: Archive, tmp_path: Path) -> None:
    for path in export_to(archive, tmp_path, "csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with open(path, encoding="utf-8-sig", newline="") as file:
            header, *lines = csv.reader(file)
        assert lines or path.stem in ("agenda", "days", "venues")
        for line in lines:
            assert len(line) == len(header)
            assert not any(text.startswith(as_csv.FORMULA) for text in line)
    events = list(csv.DictReader((tmp_path / "events.csv").open(encoding="utf-8-sig", newline="")))
    assert events[1]["title"] == "'" + NASTY.strip()
    evidence = list(csv.DictReader((tmp_path / "evidence.csv").open(encoding="utf-8-sig", newline="")))
    assert {row["text"] for row in evidence} >= {"สมหญิง ทองดี", "'+66 ใจดี"}


def test_an_export_is_of_one_moment_and_repeats_byte_for_byte(archive: Archive, tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        first, second = (export_to(archive, tmp_path / form / n, form) for n in "12")
        assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    with Archive(archive.folder, readonly=True) as reader:
        with one_state(reader.db):
            before = reader.db.table("report").count
            with archive.db.conn:
                archive.db.execute("DELETE FROM report")
            assert reader.db.table("report").count == before > 0
        assert reader.db.table("report").count == 0


def test_every_column_is_documented(archive: Archive, tmp_path: Path) -> None:
    told = (Path(__file__).parents[2] / "docs" / "dataset.md").read_text(encoding="utf-8").split("\n### ")[1:]
    known = {
        table: set(re.findall(r"`(\w+)`", " ".join(re.findall(r"^\| (`.*?) \|", part, re.MULTILINE))))
        for part in told
        for table in part.partition("\n")[0].split(", ")
    }
    for path in export_to(archive, tmp_path, "csv"):
        columns = path.read_text(encoding="utf-8-sig").partition("\n")[0].split(",")
        assert set(columns) <= known[path.stem], path.stem


def test_hits_as_csv_come_in_the_order_of_the_hits(archive: Archive) -> None:
    lines = list(csv.DictReader(io.StringIO(as_csv.text(archive, ["krabi/2", "krabi/1", "krabi/404"]))))
    assert [line["id"] for line in lines] == ["krabi/2", "krabi/1"]
    assert lines[1]["people"] == "สมหญิง ทองดี (chair)"


def test_json_lines_carry_the_whole_event(archive: Archive, tmp_path: Path) -> None:
    path, _ = export_to(archive, tmp_path, "jsonl")
    first = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    assert first["documents"][0] == {"id": "krabi/1", "url": link(1).url}
    (place,) = first["event"]["evidence"]["people[0].name"]
    assert place["document"] == "krabi/1"
    assert event_json(event_from_json(first["event"])) == first["event"]


def test_an_event_survives_json() -> None:
    event = Event(
        title="ประชุม",
        days=(("2020-12-21", "2020-12-22"), ("2020-12-24", "2020-12-24")),
        organizers=("สพฐ.",),
        organizations=(("สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน", None),),
        people=(Person("สมชาย ใจดี", "speaker", acting=True),),
        agenda=(AgendaItem("เปิด", "09:00", None, ("สมชาย ใจดี",)),),
        evidence={"start": (Evidence("a/1", 1, 2, "r", 0.5, 3), Evidence("a/1", 4, 5, "r", 0.5))},
    )
    assert event_from_json(json.loads(json.dumps(event_json(event)))) == event
    assert event_json(Event())["people"] == []
