"""Which addresses are documents. Add the next one that was taken for the other to its table."""

from __future__ import annotations

import pytest

from extractors.records import Site
from extractors.sites.addresses import clean, document_id, is_document, is_list_page, is_own

SITE = Site("a", "ก", "http://www.a.go.th/", "sitemap", was=("http://old.a.go.th/",))

LISTS = [
    "",
    "index.php",
    "th/home",
    "?cat=120",
    "?paged=3",
    "?m=202008",
    "category/inno-news/page/25",
    "category/ข่าว/กิจกรรม/",
    "author/admin/page/7",
    "tag/อบรม",
    "2020/page/2",
    "2563/08/",
    "page/4",
    "feed/",
    "archives/118/feed",
    "sitemap.xml",
    "wp-json/wp/v2/posts",
    "index.php?option=com_content&view=category&id=34&Itemid=496",
    "index.php/news?start=20",
    "news.php?page=2",
    "news.php?cat_id=3&page=2",
    "taxonomy/term/12",
]
DOCUMENTS = [
    "?p=15360",
    "archives/238587",
    "index.php/2021/02/18/18-02-64-112233/",
    "index.php/home/news/news-ac/251-prachum",
    "index.php?option=com_content&view=article&id=3595&Itemid=496&lang=th",
    "node/1864",
    "detail_new.php?id=16881",
    "detail_new.php?id=16881&page=3",
    "show_topic.php?id=1084",
    "th/news/detail/TCATG630811",
    "main2/article/new_struc46.htm",
    "uploads/2563/ประกาศ.pdf",
    "NewsDetail.aspx?NewsID=12",
    "category-committee-meeting",
]


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_no_document(path: str) -> None:
    assert is_list_page(f"http://a.go.th/{path}")
    assert not is_document(f"http://a.go.th/{path}", SITE)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_is_no_list(path: str) -> None:
    assert not is_list_page(f"http://a.go.th/{path}")
    assert is_document(f"http://a.go.th/{path}", SITE)


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://a.go.th/1", True),
        ("http://old.a.go.th/1", True),
        ("http://b.a.go.th/1", False),
        ("http://a.go.th.evil.example/1", False),
        ("http://a.go.th:8080/1", False),
        ("http://[::1/1", False),
    ],
)
def test_only_the_site_s_own_host_and_its_former_ones_hold_its_documents(url: str, own: bool) -> None:
    assert is_own(url, SITE) is own


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.go.th/archives/7", "https://www.a.go.th/archives/7/?share=twitter"),
        ("http://a.go.th/view.php?id=7&page=1", "http://a.go.th/view.php?id=7&page=2"),
        ("http://a.go.th/index.php?id=7&Itemid=1", "http://a.go.th/index.php?id=7&Itemid=2#top"),
        ("http://a.go.th/ข่าว/7", "http://a.go.th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/7"),
    ],
)
def test_the_same_document_has_one_id(one: str, other: str) -> None:
    ids = {document_id(clean(url) or "", SITE) for url in (one, other)}
    assert len(ids) == 1


@pytest.mark.parametrize("target", ["javascript:", "mailto:a@a.go.th", "file:///etc/passwd", "http://[::1"])
def test_what_is_no_web_address_leads_nowhere(target: str) -> None:
    assert clean(target, "http://a.go.th/") is None
