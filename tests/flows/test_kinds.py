"""Every kind of site, over real sockets: the same posts give the same events, whatever serves them.

Add the next kind or site to SITES.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.fixity import check
from archive.store import Archive
from extractors.records import Site
from flows.fetch import FORM
from tests.flows.harvesting import harvest, problems, site_at
from tests.world import entries
from tests.world.posts import POSTS
from tests.world.records import File
from tests.world.server import World, serve
from tests.world.sites import SAMPLE
from tests.world.skins import table

JOOMLA = entries.JOOMLA_ADDRESS

# name: the skin, what is added to the site's address, and what the entry says besides
SITES: dict[str, tuple[str, str, entries.Entry]] = {
    "a list of Joomla's": ("joomla", JOOMLA, entries.JOOMLA),
    "a list in old tables": ("table", "news.asp", entries.OLD_TABLES),
    "a numbered list": ("table", "news.asp", entries.NUMBERED),
    "a list of ASP.NET's": ("table", "news.aspx", entries.ASP_NET),
    "a sitemap of Joomla's": ("joomla", "sitemap.xml", entries.JOOMLA_SITEMAP),
    "a sitemap of WordPress's": ("wordpress", "wp-sitemap.xml", {"kind": "sitemap"}),
}


def night(
    folder: Path, skin: str, path: str, entry: dict[str, Any], **world: Any
) -> tuple[dict[str, Any], World]:
    with serve([replace(SAMPLE, skin=skin)], **world) as served:
        return harvest(folder, entry_at(served, path, entry)), served


def entry_at(world: World, path: str, entry: dict[str, Any]) -> Site:
    return site_at(world.url + path, **entry)


def events(folder: Path) -> list[str]:
    """What every event says, and from which words; without ids, and without the addresses of pages."""
    told = []
    with Archive(folder, readonly=True) as archive:
        for row in list(archive.db.query("SELECT key, facts FROM event")):
            facts = {name: value for name, value in json.loads(row["facts"]).items() if name != "id"}
            proofs = archive.db.query(
                """SELECT path, rule,
                    substr(text, evidence.start + 1, evidence."end" - evidence.start) AS words
                FROM evidence JOIN document ON document.key = evidence.document
                JOIN text ON text.version = document.version WHERE event = ? ORDER BY path, words""",
                [row["key"]],
            )
            told.append(json.dumps([facts, list(proofs)], ensure_ascii=False, sort_keys=True))
    return sorted(told)


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wordpress")
    night(folder, "wordpress", "", {"kind": "wordpress"})
    return events(folder)


@pytest.mark.parametrize("name", SITES)
def test_the_same_posts_give_the_same_events(name: str, tmp_path: Path, wanted: list[str]) -> None:
    row, _ = night(tmp_path, *SITES[name])
    assert row["failed"] == 0, problems(tmp_path)
    assert row["new"] == row["found"] >= len(POSTS)
    assert events(tmp_path) == wanted


def test_a_second_night_asks_for_the_first_list_page_alone(tmp_path: Path) -> None:
    for name in ("a list in old tables", "a numbered list", "a list of ASP.NET's"):
        skin, path, entry = SITES[name]
        with serve([replace(SAMPLE, skin=skin)]) as world:
            harvest(tmp_path / name, entry_at(world, path, entry))
            world.log.clear()
            row = harvest(tmp_path / name, entry_at(world, path, entry))
            asked = [request.path for request in world.log]
        assert (row["new"], row["changed"], row["failed"]) == (0, 0, 0)
        assert asked == ["/robots.txt", f"/{path}"]


def test_a_form_is_sent_without_the_stamp_of_what_it_gave_before(tmp_path: Path) -> None:
    skin, path, entry = SITES["a list of ASP.NET's"]
    days = sorted(post.published[:10] for post in POSTS)
    with serve([replace(SAMPLE, skin=skin)], today=days[-13]) as world:
        harvest(tmp_path, entry_at(world, path, entry))
        world.today = None
        world.log.clear()
        row = harvest(tmp_path, entry_at(world, path, entry))
        sent = [request.headers for request in world.log if request.method == "POST"]
    assert row["failed"] == 0
    assert sent
    assert not [name for headers in sent for name in headers if name.startswith("if-")]


def test_each_form_that_was_sent_stands_whole_beside_its_answer(tmp_path: Path) -> None:
    """In the encoding of its page, which is windows-874 there."""
    night(tmp_path, *SITES["a list of ASP.NET's"])
    answers, forms = {}, []
    for path in (tmp_path / "captures").glob("*.warc.gz"):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                sent = record.content_stream().read().decode("ascii", "replace")
                if record.rec_type == "response":
                    answers[record.rec_headers["WARC-Record-ID"]] = record.rec_headers["WARC-Target-URI"]
                if record.rec_type == "request":
                    forms.append((record.rec_headers, record.http_headers, sent))
    assert len(forms) == -(-len(POSTS) // table.PER_PAGE) - 1
    for n, (headers, http, sent) in enumerate(forms, start=2):
        fields = dict(parse_qsl(sent, encoding="cp874"))
        assert answers[headers["WARC-Concurrent-To"]] == headers["WARC-Target-URI"]
        assert (fields["__VIEWSTATE"], fields["__EVENTARGUMENT"]) == (f"{table.STATE}{n - 1}", f"Page${n}")
        assert fields["ctl00$Kind"] == table.KIND
        assert (http.protocol, http.statusline) == ("POST", "/news.aspx HTTP/1.1")
        assert (http["Content-Type"], http["Cookie"]) == (FORM, table.COOKIE)
    with Archive(tmp_path, readonly=True) as archive:
        assert list(check(archive)) == []


def test_new_entries_are_followed_until_a_page_without_any(tmp_path: Path) -> None:
    skin, path, entry = SITES["a list of Joomla's"]
    days = sorted(post.published[:10] for post in POSTS)
    with serve([replace(SAMPLE, skin=skin)], today=days[-13]) as world:
        first = harvest(tmp_path, entry_at(world, path, entry))
        world.today = None
        world.log.clear()
        second = harvest(tmp_path, entry_at(world, path, entry))
        pages = [request.path for request in world.log if request.path.startswith(f"/{JOOMLA}?start=")]
    assert first["failed"] == second["failed"] == 0
    assert pages == [f"/{JOOMLA}?start=10", f"/{JOOMLA}?start=20"]  # twelve are new
    with Archive(tmp_path, readonly=True) as archive:
        kept = {row["id"] for row in archive.db.query("SELECT id FROM document WHERE kind = 'page'")}
    assert kept == {f"sample/{JOOMLA}/{post.id}-{post.slug}" for post in POSTS}


def test_a_sitemap_s_second_night_asks_for_maps_that_changed_and_fetches_what_did(tmp_path: Path) -> None:
    skin, path, entry = SITES["a sitemap of Joomla's"]
    with serve([replace(SAMPLE, skin=skin)], today="2022-05-10") as world:
        harvest(tmp_path, entry_at(world, path, entry))
        world.today = "2022-05-31"  # a post of the second was changed on the 23rd
        world.log.clear()
        row = harvest(tmp_path, entry_at(world, path, entry))
        asked = [request.path for request in world.log if request.path.endswith(".xml")]
    assert asked == ["/sitemap.xml", "/sitemap-2022.xml"]
    assert row["changed"] == 1


# what is changed in the entry of the old tables, and what the message must say
CHANGES = [
    ({"items": "div.news-item"}, "'div.news-item' matched 0 times"),
    ({"items": "td.day", "item_link": "a"}, "no match leads to a document"),
    ({"item_date": "td.topic"}, "gave no day"),
]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_a_selector_that_no_longer_fits_is_told(tmp_path: Path, change: dict[str, str], said: str) -> None:
    skin, path, entry = SITES["a list in old tables"]
    row, _ = night(tmp_path, skin, path, entry | change)
    assert problems(tmp_path) == ["LayoutChanged"]
    assert said in row["message"]
    assert row["found"] == 0


def test_a_list_cut_short_is_told_when_everything_on_it_is_new(tmp_path: Path) -> None:
    """A page of ten and no way on: of twelve new entries two would be lost without a word."""
    skin, path, entry = SITES["a list of Joomla's"]
    days = sorted(post.published[:10] for post in POSTS)
    blind = entry | {"next": "a.there-is-none"}
    with serve([replace(SAMPLE, skin=skin)], today=days[-13]) as world:
        harvest(tmp_path, entry_at(world, path, blind))
        world.today = None
        harvest(tmp_path, entry_at(world, path, blind))
    assert problems(tmp_path) == ["LayoutChanged"]


def test_further_lists_of_a_site_belong_to_it(tmp_path: Path) -> None:
    """Here the list's second page stands for another list; a document of both is one."""
    skin, path, entry = SITES["a list in old tables"]
    with serve([replace(SAMPLE, skin=skin)]) as world:
        site = entry_at(world, path, entry | {"next": "a.there-is-none", "also": ("news.asp?page=2", path)})
        row = harvest(tmp_path, site)
    pages = 24
    files = row["found"] - pages
    assert row["failed"] == 0
    assert 0 <= files < 10


TYPED = replace(SAMPLE, types=(("announcements", "ข่าวประชาสัมพันธ์"), ("jobs", "รับสมัครงาน")))


@pytest.mark.parametrize("faults", [[], ["no-pretty"]])
def test_wordpress_s_further_types_of_posts_are_harvested(
    tmp_path: Path, wanted: list[str], faults: list[str]
) -> None:
    with serve([TYPED], faults=faults) as world:
        posts_alone = harvest(tmp_path / "posts", site_at(world.url))
        all_of_them = harvest(tmp_path / "all", site_at(world.url, types=("announcements", "jobs")))
        again = harvest(tmp_path / "all", site_at(world.url, types=("announcements", "jobs")))
    assert posts_alone["found"] < all_of_them["found"]
    assert (all_of_them["failed"], again["new"], again["changed"]) == (0, 0, 0)
    assert events(tmp_path / "all") == wanted


LIBRARY = replace(
    SAMPLE,
    library=(
        File("2568/07/programme.pdf", "programme.pdf", "กำหนดการอบรม"),
        File("2568/07/infographic.jpg", "infographic.jpg", "ภาพ"),
    ),
)


@pytest.mark.parametrize("faults", [[], ["no-pretty"]])
def test_of_wordpress_s_library_what_hangs_on_no_post_is_harvested_and_nothing_twice(
    tmp_path: Path, faults: list[str]
) -> None:
    with serve([LIBRARY], faults=faults) as world:
        posts_alone = harvest(tmp_path / "posts", site_at(world.url))
        both = harvest(tmp_path / "both", site_at(world.url, types=("media",)))
        again = harvest(tmp_path / "both", site_at(world.url, types=("media",)))
        asked = Counter(request.path for request in world.log if request.path.endswith(".pdf"))
    assert (posts_alone["failed"], both["failed"], again["new"], again["changed"]) == (0, 0, 0, 0)
    files = Counter(f"/wp-content/uploads/{file.path}" for post in POSTS for file in post.files)
    assert asked == {path: 2 for path in files if path.endswith(".pdf")} | {
        f"/wp-content/uploads/{LIBRARY.library[0].path}": 1
    }
    alone = f"sample/wp-content/uploads/{LIBRARY.library[0].path}"
    assert documents(tmp_path / "both") - documents(tmp_path / "posts") == {(alone, "page", None)}
    assert documents(tmp_path / "posts") <= documents(tmp_path / "both")


def documents(folder: Path) -> set[tuple[str, str, str | None]]:
    """Id, kind and parent of each."""
    with Archive(folder, readonly=True) as archive:
        found = archive.db.query("SELECT id, kind, parent FROM document")
        return {(row["id"], row["kind"], row["parent"]) for row in found}


def test_a_type_that_the_site_no_longer_has_is_told_and_the_posts_are_kept(tmp_path: Path) -> None:
    with serve([TYPED]) as world:
        row = harvest(tmp_path, site_at(world.url, types=("speeches",)))
    assert problems(tmp_path) == ["LayoutChanged"]
    assert "expected posts of the type 'speeches'" in row["message"]
