"""The help page: what it says may be typed is understood so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from bs4 import BeautifulSoup

from archive.search import fields
from archive.search.query import understand
from archive.web.help import FIELDS, TIMES, WORDS
from tests.archive import shelf
from tests.archive.serving import serving


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(shelf.fill(tmp_path_factory.mktemp("shelf"))) as address:
        yield address


def soup(url: str) -> BeautifulSoup:
    return BeautifulSoup(requests.get(url, timeout=30).text, "lxml")


def test_each_field_that_may_be_typed_is_told_of_and_narrows() -> None:
    assert FIELDS.keys() == set(fields.FIELDS.values())
    for name, (typed, _) in FIELDS.items():
        for one in typed:
            query = understand(one)
            assert [filter for filter, _ in query.filters] == [name], one
            assert query.empty, one


def test_each_other_example_is_words() -> None:
    for typed in (*WORDS, *TIMES):
        query = understand(typed)
        assert query.chunks, typed
        assert not query.filters, typed


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_page_leads_to_the_help_and_each_example_to_its_search(site: str, language: str) -> None:
    for path in ("/", "/event/krabi/1", "/nowhere", "/help"):
        page = soup(f"{site}{path}?lang={language}")
        assert page.select_one("footer a")["href"].startswith("/help"), path
    page = soup(urljoin(site, soup(f"{site}/?lang={language}").select_one(".box .hint a")["href"]))
    assert page.html["lang"] == language
    links = page.select(".examples a")
    assert len(links) == len(WORDS) + len(TIMES) + len(FIELDS)
    for link in links:
        (typed,) = parse_qs(urlsplit(link["href"]).query)["q"]
        assert soup(urljoin(site, link["href"])).select_one("#q")["value"] == typed == link.text


def test_the_help_is_there_without_an_archive(tmp_path: Path) -> None:
    with serving(tmp_path / "nothing") as site:
        assert requests.get(f"{site}/help", timeout=30).status_code == 200
