"""Sitemaps as they are met: indexes, packed ones, false stamps, other people's addresses, hostile XML."""

from __future__ import annotations

import pytest

from extractors.errors import LayoutChanged
from extractors.records import Site
from extractors.sites import sitemap
from tests.extractors.sites.walking import answered, packed, walk

SITE = Site("a", "ก", "http://a.go.th/sitemap.xml", "sitemap")
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*entries: tuple[str, str | None], head: str = '<?xml version="1.0" encoding="UTF-8"?>') -> str:
    said = ((url, f"<lastmod>{stamp}</lastmod>" if stamp else "") for url, stamp in entries)
    return f"{head}<urlset {SPACE}>" + "".join(f"<url><loc>{u}</loc>{s}</url>" for u, s in said) + "</urlset>"


def index(*entries: tuple[str, str | None]) -> str:
    return (
        urlset(*entries)
        .replace("urlset", "sitemapindex")
        .replace("<url>", "<sitemap>")
        .replace("</url>", "</sitemap>")
    )


def test_an_index_leads_to_its_maps_but_not_to_those_of_lists() -> None:
    web = {
        SITE.url: index(
            ("http://a.go.th/post-sitemap.xml", None),
            ("http://a.go.th/category-sitemap.xml", None),
            ("http://a.go.th/wp-sitemap-taxonomies-category-1.xml", None),
            ("http://elsewhere.example/post-sitemap.xml", None),
        ),
        "http://a.go.th/post-sitemap.xml": urlset(("http://a.go.th/archives/1", None)),
    }
    assert walk(sitemap.discover(SITE, None), web) == ([SITE.url, "http://a.go.th/post-sitemap.xml"], None)


def test_on_a_later_night_only_maps_that_changed_are_asked_for() -> None:
    web = {
        SITE.url: index(
            ("http://a.go.th/2023.xml", "2023-12-30T08:00:00+07:00"),
            ("http://a.go.th/2024.xml", "2024-05-31"),
            ("http://a.go.th/unsaid.xml", None),
        ),
        "http://a.go.th/2024.xml": urlset(("http://a.go.th/archives/2", "2024-05-31")),
        "http://a.go.th/unsaid.xml": urlset(("http://a.go.th/archives/3", None)),
    }
    asked, _ = walk(sitemap.discover(SITE, "2024-05-31T12:00:00Z"), web)
    assert asked == [SITE.url, "http://a.go.th/2024.xml", "http://a.go.th/unsaid.xml"]


def test_an_index_that_leads_to_itself_or_ever_deeper_ends() -> None:
    deeper = {f"http://a.go.th/{n}.xml": index((f"http://a.go.th/{n + 1}.xml", None)) for n in range(9)}
    web = {SITE.url: index((SITE.url, None), ("http://a.go.th/0.xml", None))} | deeper
    with pytest.raises(LayoutChanged, match="holds none"):
        walk(sitemap.discover(SITE, None), web)


def test_documents_come_with_their_stamps_and_without_lists_and_strangers() -> None:
    body = urlset(
        ("http://a.go.th/", "2024-06-01"),
        ("http://a.go.th/category/news", "2024-06-01"),
        ("http://a.go.th/archives/7", "2020-12-25T16:40:12+07:00"),
        ("http://b.go.th/archives/7", "2024-06-01"),
        ("http://a.go.th/view.php?id=8&lang=th", None),  # a bare &, as PHP writes it
        ("http://a.go.th/ข่าว/9", "เมื่อวาน"),
    )
    found = sitemap.links(answered(SITE.url, body), SITE)
    assert [(link.id, link.modified) for link in found] == [
        ("a/archives/7", "2020-12-25T09:40:12Z"),
        ("a/view.php?id=8&lang=th", None),
        ("a/ข่าว/9", None),
    ]
    assert found[2].url.isascii()


@pytest.mark.parametrize(
    "body",
    [
        packed(urlset(("http://a.go.th/archives/1", None))),
        urlset(("http://a.go.th/archives/1", None), head="\ufeff<?xml version='1.0' encoding='TIS-620'?>"),
        urlset(("http://a.go.th/archives/1", None), head="<br />\n<b>Warning</b>:  Undefined $x <br />"),
        urlset(("\n  http://a.go.th/archives/1\n", None)),
        urlset(("http://a.go.th/archives/1", None)).replace("<url", "<ns:url").replace("</url", "</ns:url")
        .replace(SPACE, SPACE.replace("xmlns", "xmlns:ns")).replace("loc>", "ns:loc>"),
    ],
    ids=["packed", "BOM and false encoding", "PHP warning", "blanks", "prefix"],
)  # fmt: skip
def test_a_map_is_read_however_it_is_written(body: str | bytes) -> None:
    assert [link.id for link in sitemap.links(answered(SITE.url, body), SITE)] == ["a/archives/1"]


def test_a_stamp_that_all_share_tells_when_the_map_was_made() -> None:
    """Generators that know no dates stamp every address with now: all would be fetched every night."""
    made = urlset(*((f"http://a.go.th/archives/{n}", "2024-06-01T01:00:00Z") for n in range(30)))
    told = urlset(*((f"http://a.go.th/archives/{n}", f"2024-06-{n + 1:02}") for n in range(30)))
    assert {link.modified for link in sitemap.links(answered(SITE.url, made), SITE)} == {None}
    assert None not in {link.modified for link in sitemap.links(answered(SITE.url, told), SITE)}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<html><body>ไม่พบ</body></html>", "expected a sitemap, got status 200"),
        (urlset(("http://a.go.th/1", None))[:-20], "sound XML"),
        (urlset(), "holds none"),
        (urlset(("http://b.go.th/archives/1", None)), "lie elsewhere"),
        (
            '<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + urlset(("&x;", None), head=""),
            "DTDForbidden",
        ),
        (packed("<urlset" + " " * 60_000_000), "sound XML"),
    ],
    ids=["page", "cut", "empty", "elsewhere", "entity", "bomb"],
)
def test_what_is_no_usable_sitemap_is_told(body: str | bytes, said: str) -> None:
    with pytest.raises(LayoutChanged, match=said):
        walk(sitemap.discover(SITE, None), {SITE.url: body})
