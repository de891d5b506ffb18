"""The page of an event, and the ways that lead from it and back."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urljoin, urlsplit

import pytest
import requests
from bs4 import BeautifulSoup

from tests.archive import shelf
from tests.archive.serving import serving


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(shelf.fill(tmp_path_factory.mktemp("shelf"))) as address:
        yield address


def soup(url: str) -> BeautifulSoup:
    answer = requests.get(url, timeout=30)
    assert answer.status_code == 200
    return BeautifulSoup(answer.text, "lxml")


def test_when_where_and_who_stand_at_the_top(site: str) -> None:
    top = soup(f"{site}/event/krabi/1").select("article > p")[:3]
    assert [" ".join(line.get_text().split()) for line in top] == [
        "14–17 ธันวาคม 2563 · ประชุมเชิงปฏิบัติการ",
        "ห้องประชุมดอกปีบ · กระบี่",
        "ดร.ศศิพงศ์ ลมทะเลจันทร์ (วิทยากร/ผู้พูด), นายกวิน ทุ่งดอกคูณ (ประธาน)",
    ]


def test_a_name_leads_to_its_other_events(site: str) -> None:
    page = soup(f"{site}/event/krabi/1?lang=en")
    (more,) = page.select(".more a")
    assert more.find_parent("dd").select_one(".value").text == "นายกวิน ทุ่งดอกคูณ"
    assert more.text == "Other events: 1, นายกวิน ทุ่งดอกคูณ"
    listed = soup(urljoin(site, more["href"])).select(".title a")
    assert {urlsplit(a["href"]).path for a in listed} == {"/event/krabi/1", "/event/krabi/2"}


def test_one_can_search_on_from_a_page(site: str) -> None:
    for path in ("/event/krabi/1", "/document/krabi/1"):
        box = soup(f"{site}{path}?q={quote('ดอกปีบ')}&year=2563&lang=en").select_one("form[role=search]")
        sent = {field["name"]: field["value"] for field in box.select("input")}
        assert sent == {"q": "ดอกปีบ", "lang": "en"}, path  # no filter that one does not see


def test_the_way_back_goes_on_from_page_to_page(site: str) -> None:
    page = soup(f"{site}/?q={quote('ดอกปีบ')}&year=2563&sort=date")
    for link in (".title a", ".documents a[href^='/document/']", "a[href^='/event/']"):
        page = soup(urljoin(site, page.select_one(link)["href"]))
        back = page.select_one("main .tools a")["href"]
        assert parse_qs(urlsplit(back).query) == {"q": ["ดอกปีบ"], "year": ["2563"], "sort": ["date"]}, link
    proof = soup(f"{site}/event/krabi/1?q=x").select_one("blockquote a")["href"]
    assert urlsplit(proof).query == "q=x"
    assert urlsplit(proof).fragment.startswith("t")


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/event/krabi/1?q=x&page=y", "/event/krabi/1"),
        ("/event/krabi/1?q=x&lang=en", "/event/krabi/1?lang=en"),
        ("/document/krabi/uploads/11.txt?sort=date", "/document/krabi/uploads/11.txt"),
    ],
)
def test_a_page_names_the_one_address_to_cite(site: str, path: str, canonical: str) -> None:
    page = soup(site + path)
    assert page.select_one("link[rel=canonical]")["href"] == canonical
    id = urlsplit(canonical).path.split("/", 2)[2]
    assert page.select_one("article .id").text == id
