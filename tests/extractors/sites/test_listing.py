"""List pages as they are drawn: scripts for links, pictures for words, days of either era."""

# ruff: noqa: E501  (an entry is one line)

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.errors import LayoutChanged
from extractors.records import Site
from extractors.sites import listing
from tests.extractors.sites.walking import answered, walk

SITE = Site("a", "ก", "http://a.go.th/news/", "listing", items="li", item_date="i")

# an entry's HTML, and the address, title and day that it tells; None where it tells of no document
ENTRIES = [
    ('<a href="7">ประชุมครู</a> <i>12 มี.ค. 67</i>', ("news/7", "ประชุมครู", "2024-03-12")),
    ('<a href="/show.php?id=7&Itemid=2">ประชุม\n ครู</a> <i>(๑๒/๓/๒๕๖๗)</i>', ("show.php?id=7", "ประชุม ครู", "2024-03-12")),
    ('<a href="7"><img src="x.gif" alt="ประชุมครู"></a><i>12 March 2024</i>', ("news/7", "ประชุมครู", "2024-03-12")),
    ('<a href="7" title="ประชุมครู"></a><i><time datetime="2024-03-12">เมื่อวาน</time></i>', ("news/7", "ประชุมครู", "2024-03-12")),
    ('<a href="7">ประชุมวันที่ 5 ม.ค. 60</a><i></i>', ("news/7", "ประชุมวันที่ 5 ม.ค. 60", None)),
    ("<a href=\"javascript:openNews('view.aspx?NewsID=7')\">ก</a>", ("news/view.aspx?NewsID=7", "ก", None)),
    ("<a href=\"#\" onclick=\"window.open('/view.asp?id=7','','width=600')\">ก</a>", ("view.asp?id=7", "ก", None)),
    ('<a href="/files/ประกาศ.pdf">ประกาศ</a>', ("files/ประกาศ.pdf", "ประกาศ", None)),
    ('<a href="https://www.facebook.com/a">Facebook</a>', None),
    ('<a href="/?cat=3">ทั้งหมด</a>', None),
    ("<a href=\"javascript:__doPostBack('GridView1','Page$2')\">2</a>", None),
    ("ไม่มีลิงก์", None),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "told"), ENTRIES)
def test_an_entry_tells_its_document(entry: str, told: tuple[str, str, str | None] | None) -> None:
    found = listing.links(answered(SITE.url, f"<ul><li>{entry}</li></ul>"), SITE)
    assert [(link.id, link.title, link.published) for link in found] == (
        [("a/" + told[0], *told[1:])] if told else []
    )


def test_a_base_moves_every_address() -> None:
    page = '<base href="/old/"><ul><li><a href="7">ก</a></li></ul>'
    assert listing.links(answered(SITE.url, page), SITE)[0].url == "http://a.go.th/old/7"


def test_a_page_in_the_thai_code_page_is_read_whatever_it_is_declared_as() -> None:
    body = "<ul><li><a href=7>ประชุมครู</a></li></ul>".encode("cp874")
    capture = answered(SITE.url, body, media_type="text/html; charset=utf-8")
    assert listing.links(capture, SITE)[0].title == "ประชุมครู"


def entries(*numbers: int, more: str = "") -> str:
    return "".join(f'<li><a href="/{n}.htm">ข่าว</a></li>' for n in numbers) + more


@pytest.mark.parametrize(
    ("after_the_last", "asked"),
    [(entries(3), 3), (entries(1, 2), 3), ("<p>ไม่มีข่าว</p>", 3)],
    ids=["the last again", "the first again", "nothing"],
)
def test_numbered_pages_end_where_nothing_new_comes(after_the_last: str, asked: int) -> None:
    site = replace(SITE, item_date=None, next="?page={n}")
    web = {
        SITE.url: entries(1, 2),
        f"{SITE.url}?page=2": entries(3),
        f"{SITE.url}?page=3": after_the_last,
    }
    assert len(walk(listing.discover(site, None), web)[0]) == asked


def test_rel_next_leads_on_where_the_entry_names_no_other_and_never_in_a_circle() -> None:
    site = replace(SITE, item_date=None)
    web = {
        SITE.url: entries(1, more='<a rel="nofollow next" href="?p=b">ต่อไป</a>'),
        f"{SITE.url}?p=b": entries(2, more='<a rel="next" href="./">ต่อไป</a>'),
    }
    assert walk(listing.discover(site, None), web)[0] == [SITE.url, f"{SITE.url}?p=b"]


def test_a_later_page_that_lists_nothing_is_told() -> None:
    site = replace(SITE, item_date=None)
    web = {SITE.url: entries(1, more='<a rel="next" href="?p=b">ต่อไป</a>')}
    with pytest.raises(LayoutChanged, match="got status 404"):
        walk(listing.discover(site, None), web)
