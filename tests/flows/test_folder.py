"""Folders as sites: files and lines become documents without the network, and a rebuild gives the same."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from archive import captures
from archive.equality import differences
from archive.rebuild import rebuild
from archive.store import Archive
from extractors.records import Site
from tests.flows.harvesting import harvest, problems
from tests.world.records import FILES

TEXT = "การประชุมครู ครั้งที่ 1/2566\nวันที่ 5 มกราคม 2566 เวลา 09.00 น. ณ หอประชุมโรงเรียนริมน้ำ จังหวัดราชบุรี"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Files of four formats in two folders, and some that are no documents."""
    folder = tmp_path / "ตู้เอกสาร"
    (folder / "2566").mkdir(parents=True)
    (folder / "2566" / "ประชุมครู.txt").write_bytes(TEXT.encode("cp874"))
    (folder / "page.html").write_text(f"<html><body><p>{TEXT * 3}</p></body></html>", encoding="utf-8")
    for name in ("letter.pdf", "minutes.docx"):
        shutil.copy(FILES / name, folder / name)
    for name in (".hidden.txt", "~$minutes.docx", "Thumbs.db"):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / "out.txt").symlink_to("/etc/hostname")
    return folder


def site_of(folder: Path) -> Site:
    return Site("drawer", "ตู้เอกสาร", str(folder), "folder")


def documents(data: Path) -> dict[str, dict[str, Any]]:
    with Archive(data, readonly=True) as archive:
        sql = """SELECT id, url, document.title, published, text FROM document
            LEFT JOIN text ON text.version = document.version WHERE document.version IS NOT NULL"""
        return {row["id"]: row for row in archive.db.query(sql)}


def lines(*entries: object) -> bytes:
    return "".join(
        (entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False)) + "\n"
        for entry in entries
    ).encode()


def line(n: int, **said: Any) -> dict[str, Any]:
    return {
        "id": f"n/{n}",
        "url": f"https://a.example/{n}",
        "title": "ก",
        "published": "2023-01-06",
        "text": TEXT,
    } | said


def test_files_are_documents_under_their_paths(shelf: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    row = harvest(data, site_of(shelf))
    assert row["found"] == 4
    assert row["requests"] == 0
    found = documents(data)
    assert set(found) <= {
        f"drawer/{name}" for name in ("2566/ประชุมครู.txt", "page.html", "letter.pdf", "minutes.docx")
    }
    assert found["drawer/2566/ประชุมครู.txt"]["text"] == TEXT
    assert found["drawer/2566/ประชุมครู.txt"]["url"].startswith("file:///")


def test_a_second_night_reads_nothing_and_a_changed_file_makes_a_version(shelf: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    harvest(data, site_of(shelf))
    second = harvest(data, site_of(shelf))
    assert (second["new"], second["changed"], second["bytes"]) == (0, 0, 0)
    path = shelf / "2566" / "ประชุมครู.txt"
    path.write_text(f"{TEXT} (แก้ไข)", encoding="utf-8")
    os.utime(path, (1_900_000_000, 1_900_000_000))  # a clock that runs ahead must not hide later changes
    assert harvest(data, site_of(shelf))["changed"] == 1
    assert harvest(data, site_of(shelf))["changed"] == 0
    with Archive(data, readonly=True) as archive:
        until = archive.listed_until("drawer")
    assert until is not None
    assert until < "2030"


def test_lines_are_documents_with_what_they_say(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(
        lines(line(1), line(2, url=None, published="6 มกราคม 2566"), line(3, published="เร็ว ๆ นี้"))
    )
    (folder / "queries.jsonl").write_bytes(lines({"q": "ประชุมครู", "targets": []}))  # no documents
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(lines(line(4, id=2023), "", line(5, title=None))))
    data = tmp_path / "data"
    assert harvest(data, site_of(folder))["failed"] == 0, problems(data)
    found = documents(data)
    assert {id: row["published"] for id, row in found.items()} == {
        "drawer/n/1": "2023-01-06",
        "drawer/n/2": "2023-01-06",
        "drawer/n/3": None,
        "drawer/2023": "2023-01-06",
        "drawer/n/5": "2023-01-06",
    }
    assert found["drawer/n/1"]["url"] == "https://a.example/1"
    assert found["drawer/n/2"]["url"].endswith("a.jsonl#2")
    assert found["drawer/n/5"]["text"] == TEXT
    with Archive(data, readonly=True) as archive:
        days = {row["start"] for row in archive.db.query("SELECT start FROM event")}
    assert days == {"2023-01-05"}


def test_a_line_more_makes_one_document_new(tmp_path: Path) -> None:
    folder, data = tmp_path / "corpus", tmp_path / "data"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(lines(line(1), line(2)))
    harvest(data, site_of(folder))
    (folder / "a.jsonl").write_bytes(lines(line(0), line(1), line(2, text=f"{TEXT} แก้ไข")))
    row = harvest(data, site_of(folder))
    assert (row["new"], row["changed"], row["unchanged"]) == (1, 1, 1)


# what lies in a.jsonl beside one good line, and what the problem must say
DAMAGES = [
    (lines("{oops", line(1)), "expected a JSON object"),
    (lines([1, 2], line(1)), "expected a JSON object"),
    (lines(line(2, text=None), line(1)), "expected a text in its key 'text'"),
    (lines(line(1), line(1)), "listed 1"),
]


@pytest.mark.parametrize(("body", "said"), DAMAGES)
def test_a_line_that_is_no_document_is_told_and_costs_no_other(
    tmp_path: Path, body: bytes, said: str
) -> None:
    folder, data = tmp_path / "corpus", tmp_path / "data"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(body)
    harvest(data, site_of(folder))
    with Archive(data, readonly=True) as archive:
        told = [row["message"] for row in archive.problems(1)]
    assert len(told) == 1
    assert said in told[0]
    assert set(documents(data)) == {"drawer/n/1"}


def test_a_packed_file_that_is_cut_gives_what_it_holds(tmp_path: Path) -> None:
    folder, data = tmp_path / "corpus", tmp_path / "data"
    folder.mkdir()
    whole = gzip.compress(lines(*(line(n, text=f"{TEXT} {os.urandom(400).hex()}") for n in range(60))))
    (folder / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    harvest(data, site_of(folder))
    assert problems(data) == ["Unreadable"]
    assert 5 < len(documents(data)) < 60


@pytest.mark.parametrize(
    ("make", "said"), [(False, "is the disk or share connected"), (True, "it holds none")]
)
def test_a_folder_that_is_away_or_empty_is_told(tmp_path: Path, make: bool, said: str) -> None:
    folder = tmp_path / "shelf"
    if make:
        folder.mkdir()
    assert said in harvest(tmp_path / "data", site_of(folder))["message"]


def test_what_is_kept_are_resource_records_and_they_rebuild_the_archive(shelf: Path, tmp_path: Path) -> None:
    (shelf / "a.jsonl").write_bytes(lines(line(1), line(2)))
    data, copy = tmp_path / "data", tmp_path / "copy"
    harvest(data, site_of(shelf))
    shutil.copytree(data, copy)
    shutil.rmtree(shelf)
    rebuild(copy)
    assert differences(data, copy) == []
    kept = [record for path in (data / "captures").iterdir() for record in captures.records(path)]
    assert {record.capture.url.partition(":")[0] for record in kept} == {"file"}
    raw = gzip.decompress(next((data / "captures").iterdir()).read_bytes())
    assert raw.count(b"WARC-Type: resource") >= 6
    assert b"WARC-Type: response" not in raw
