"""How pages read: kept by page, searched for, shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
import requests
from bs4 import BeautifulSoup

from archive import quality, record
from archive.search import search
from archive.store import Archive, Reading
from extractors.records import Document
from tests.archive.made import SITE, capture, link, read
from tests.archive.serving import serving

READS = {
    1: ((1.0, ()),),
    2: ((1.0, ()), (0.45, ("broken spelling", "OCR failed")), (0.9, ("read by OCR",))),
    3: ((0.0, ("no text",)),),
    4: ((1.0, ("a damaged file, read as far as it goes",)),),
}


def fill(archive: Archive, reads: dict[int, tuple[tuple[float, tuple[str, ...]], ...]]) -> None:
    for n, judged in reads.items():
        kept = archive.keep(capture(link(n), f"ประกาศที่ {n}"), SITE, None)
        archive.save(kept.link.id, [Reading(kept, document(n, judged, read(kept, SITE)))], None, None)


def document(n: int, judged: tuple[tuple[float, tuple[str, ...]], ...], of: Document) -> Document:
    worst = min(score for score, _ in judged)
    return replace(of, quality=worst, judged=judged, needs_ocr=n == 3)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path) as opened:
        opened.register(SITE)
        fill(opened, READS)
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("คุณภาพ:ต่ำ", {"krabi/2", "krabi/3"}),
        ("quality:poor", {"krabi/2", "krabi/3"}),
        ("quality:ocr", {"krabi/2"}),
        ("คุณภาพ:รออ่าน", {"krabi/3"}),
        ("คุณภาพ:เสียหาย", {"krabi/4"}),
        ("คุณภาพ:ต่ำ ประกาศที่", {"krabi/2", "krabi/3"}),
        ("คุณภาพ:อย่างอื่น", set()),
    ],
)
def test_what_reads_badly_is_found(archive: Archive, query: str, found: set[str]) -> None:
    assert {hit.id for hit in search(archive.db, query).hits} == found


def test_pages_are_shown_with_what_is_to_be_said_of_them(archive: Archive) -> None:
    assert quality.poor(archive.db) == 2
    shown = record.document(archive, "krabi/2")
    assert shown is not None
    assert shown["pages"] == [
        {"n": 2, "quality": 0.45, "reasons": ["broken spelling", "OCR failed"], "poor": True},
        {"n": 3, "quality": 0.9, "reasons": ["read by OCR"], "poor": False},
    ]


def test_a_page_that_is_read_anew_has_its_new_quality(archive: Archive) -> None:
    fill(archive, {2: ((1.0, ()),)})
    assert {hit.id for hit in search(archive.db, "คุณภาพ:ต่ำ").hits} == {"krabi/3"}


def test_the_web_page_leads_to_what_reads_badly_and_says_why(archive: Archive) -> None:
    with serving(archive.folder) as address:
        home = BeautifulSoup(requests.get(address, timeout=30).text, "lxml")
        there = home.find("a", string="อ่านได้ไม่ดี 2 เอกสาร")
        assert there is not None
        assert quote("คุณภาพ:ต่ำ") in str(there["href"])
        said = BeautifulSoup(requests.get(f"{address}/document/krabi/2", timeout=30).text, "lxml")
        assert "หน้า 2 · คุณภาพ 45 % · สระหรือวรรณยุกต์ผิดที่, อ่านด้วย OCR ไม่สำเร็จ" in " ".join(said.text.split())
