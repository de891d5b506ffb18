"""A body that was renamed is one body: in search, on its page, in the dataset."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from bs4 import BeautifulSoup

from archive.export import export_to
from archive.search import search
from archive.store import Archive, Reading
from extractors.read import read_event
from tests.archive.made import SITE, capture, link, read
from tests.archive.serving import serving

OLD, NEW = "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 22", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษานครพนม"
TEXTS = {
    1: "วันที่ 5 มีนาคม 2563 สพม.เขต 22 จัดอบรมครูภาษาไทย ณ หอประชุมริมโขง",
    2: "วันที่ 9 มีนาคม 2566 สพม.นครพนม จัดอบรมครูภาษาไทย ณ หอประชุมริมโขง",
    3: "วันที่ 9 มีนาคม 2566 สพม.น่าน จัดอบรมครูภาษาไทย ณ หอประชุมริมน้ำ",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("renamed")
    with Archive(path) as archive:
        archive.register(SITE)
        run = archive.begin_run("harvest")
        for n, text in TEXTS.items():
            archive.keep(capture(link(n), text), SITE, run)
        for page in archive.pending():
            documents = [read(kept, SITE) for kept in archive.family(page)]
            readings = [Reading(kept, read(kept, SITE)) for kept in archive.family(page)]
            archive.save(page, readings, read_event(documents), run)
    return path


@pytest.fixture
def archive(folder: Path) -> Iterator[Archive]:
    with Archive(folder, readonly=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("organizer", "ids"),
    [
        ("สพม.นครพนม", {"krabi/1", "krabi/2"}),
        ("สพม.22", {"krabi/1", "krabi/2"}),
        ("สพม.มุกดาหาร", {"krabi/1"}),
        ("สพม.น่าน", {"krabi/3"}),
        ("ริมโขง", set()),
    ],
)
def test_it_is_found_under_every_name(archive: Archive, organizer: str, ids: set[str]) -> None:
    assert {hit.id for hit in search(archive.db, f"หน่วยงาน:{organizer}").hits} == ids


def test_its_page_says_what_it_is_now(folder: Path) -> None:
    with serving(folder) as site:
        page = BeautifulSoup(requests.get(f"{site}/event/krabi/1", timeout=30).text, "lxml")
    (row,) = [row for row in page.select("dl > div") if row.dt.text == "หน่วยงานผู้จัด"]
    assert [line.text for line in row.select(".more")][:2] == [OLD, f"ปัจจุบันคือ {NEW} (พ.ศ. 2564)"]


def test_the_dataset_links_the_two(archive: Archive, tmp_path: Path) -> None:
    export_to(archive, tmp_path, "csv")
    with open(tmp_path / "organizers.csv", encoding="utf-8-sig", newline="") as file:
        old, new, _ = csv.DictReader(file)
    assert (old["written"], old["name"]) == ("สพม.เขต 22", OLD)
    assert old["successors"].startswith(f"{NEW} (2564); ")
    assert new["predecessors"] == f"{OLD} (2564)"
