"""`prachum site`: one command adds a usual site, and a harvest by its entry finds what there is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from flows import sitelist
from flows.cli import main
from flows.verbs.keeping import SHIPPED
from tests.flows.harvesting import harvest, problems, site_at
from tests.flows.test_kinds import events
from tests.realsite.fixture import needs_wordpress
from tests.realsite.wordpress import WordPressSite
from tests.world.posts import POSTS
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

BEFORE = """# Our sites, and why.
contact = "archivist@office.example"

[[site]]
id = "letters"  # on the share
name = "หนังสือเวียน"
url = "letters"
kind = "folder"
"""
FILE = next(file.path for post in POSTS for file in post.files)
SKINS = ("wordpress", "joomla", "table")


@pytest.fixture
def world() -> Iterator[World]:
    with serve(
        [replace(SAMPLE, id=skin, skin=skin, host=f"127.0.0.{n}") for n, skin in enumerate(SKINS, 2)]
    ) as w:
        yield w


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    path = tmp_path / "sites.toml"
    path.write_text(BEFORE, encoding="utf-8")
    return path


def prachum(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a command, in this process."""
    with pytest.raises(SystemExit) as left:
        main(typed)
    said = capsys.readouterr()
    return int(str(left.value.code)), said.out, said.err


def add(capsys: pytest.CaptureFixture[str], sites: Path, url: str, *more: str) -> tuple[int, str, str]:
    typed = ("site", "add", url, "--sites", str(sites), "--data", str(sites.parent / "data"))
    return prachum(capsys, *typed, "--allow-private", "--delay", "0", "--yes", *more)


# the site, what is added to its address, what the entry must say
LOOKS = [
    ("wordpress", "", {"kind": "wordpress", "selector": None}),
    ("wordpress", "feed/", {"kind": "wordpress", "selector": None}),  # it holds ten, the REST listing all
    ("joomla", "", {"kind": "sitemap", "selector": '[itemprop="articleBody"]'}),
    ("joomla", "index.php/home/news", {"kind": "listing", "item_date": "td.list-date"}),
    ("table", "", {"kind": "listing", "item_date": "td.day"}),  # the list lies in a frame
]


@pytest.mark.parametrize(("skin", "path", "wanted"), LOOKS)
def test_a_site_added_by_one_command_tells_what_any_other_does(
    world: World,
    sites: Path,
    capsys: pytest.CaptureFixture[str],
    skin: str,
    path: str,
    wanted: dict[str, str],
) -> None:
    code, said, errors = add(capsys, sites, world.urls[skin] + path, "--id", "new")
    assert (code, errors) == (0, "")
    assert "ประชุม" in said
    text = sites.read_text(encoding="utf-8")
    assert text.startswith(BEFORE)
    (entry,) = sitelist.load(sites).chosen(["new"])
    assert {key: getattr(entry, key) for key in wanted} == wanted
    assert entry.name == SAMPLE.name
    whole, added = sites.parent / "whole", sites.parent / "added"
    harvest(whole, site_at(world.urls["wordpress"]))
    row = harvest(added, entry)
    assert row["failed"] == 0, problems(added)
    assert row["new"] >= len(POSTS)
    assert events(added) == events(whole)


def test_a_site_is_added_once(world: World, sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where another way leads to the same list."""
    assert add(capsys, sites, world.urls["wordpress"], "--id", "first")[0] == 0
    before = sites.read_text(encoding="utf-8")
    code, _, errors = add(capsys, sites, world.urls["wordpress"] + "archives/118", "--id", "second")
    assert (code, errors.count("\n")) == (2, 1)
    assert f"first is {world.urls['wordpress']} already" in errors
    assert sites.read_text(encoding="utf-8") == before


@needs_wordpress
def test_a_real_wordpress_is_recognised(
    wordpress_site: WordPressSite, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, errors = add(capsys, sites, wordpress_site.url, "--id", "new")
    assert (code, errors) == (0, "")
    (entry,) = sitelist.load(sites).chosen(["new"])
    assert (entry.kind, entry.url, entry.name) == ("wordpress", wordpress_site.url, SAMPLE.name)
    assert f"{wordpress_site.url} can be harvested as wordpress: {len(POSTS)} documents" in said


@needs_wordpress
def test_the_main_text_of_a_real_theme_is_learned(
    wordpress_site: WordPressSite, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Taken for a list of links, its pages are read, and the learned element is the text and nothing more."""
    code, _, errors = add(capsys, sites, wordpress_site.url, "--id", "new", "--kind", "listing")
    assert (code, errors) == (0, "")
    (entry,) = sitelist.load(sites).chosen(["new"])
    by_rest, by_pages = sites.parent / "rest", sites.parent / "pages"
    harvest(by_rest, site_at(wordpress_site.url))
    row = harvest(by_pages, entry)
    assert row["failed"] == 0, problems(by_pages)
    assert row["found"] >= len(POSTS)
    whole, read = events(by_rest), events(by_pages)
    assert {title(event) for event in read} == {title(event) for event in whole}
    assert sum(a == b for a, b in zip(whole, read, strict=True)) >= 0.9 * len(whole)


def title(event: str) -> str:
    return str(json.loads(event)[0]["title"])


def test_a_site_built_in_the_browser_is_said_so_and_not_added(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.faults = ["built"]
    for path in ("", "index.php/home/news"):
        code, _, errors = add(capsys, sites, world.urls["joomla"] + path, "--kind", "listing")
        assert code == 1
        assert "is built in the browser" in errors
        assert errors.count("\n") == 1
    # The list comes whole, and its pages without their texts.
    world.faults = ["built /index.php/home/news/*"]
    code, _, errors = add(capsys, sites, world.urls["joomla"])
    assert code == 1
    assert "is built in the browser" in errors
    assert sites.read_text(encoding="utf-8") == BEFORE


def test_further_types_of_wordpress_s_posts_are_found(
    sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    types = (("announcements", "ข่าวประชาสัมพันธ์"), ("speeches", "คำกล่าว"))  # of the second there is none
    with serve([replace(SAMPLE, types=types)]) as world:
        code, _, errors = add(capsys, sites, world.url, "--id", "new")
    assert code == 0, errors
    (entry,) = [site for site in sitelist.load(sites).sites if site.id == "new"]
    assert (entry.kind, entry.types) == ("wordpress", ("announcements",))


def test_a_feed_is_taken_for_one_where_that_is_asked_for(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, errors = add(
        capsys, sites, world.urls["wordpress"] + "feed/", "--id", "new", "--kind", "feed"
    )
    assert (code, errors) == (0, "")
    assert "as feed: 10 documents" in said
    (entry,) = sitelist.load(sites).chosen(["new"])
    assert (entry.kind, entry.name) == ("feed", SAMPLE.name)


def test_a_table_of_aspnet_is_read_to_its_last_page(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, errors = add(capsys, sites, world.urls["table"] + "news.aspx", "--id", "new")
    assert (code, errors) == (0, "")
    (entry,) = sitelist.load(sites).chosen(["new"])
    assert (entry.kind, entry.url.rpartition("/")[2]) == ("listing", "news.aspx")
    code, said, _ = prachum(capsys, "site", "test", "new", "--limit", "99", "--sites", str(sites))
    assert (code, said.count("show.asp?id=")) == (0, len(POSTS) + 1)


def test_a_folder_is_added_by_its_path(sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shelf = sites.parent / "หนังสือ"
    shelf.mkdir()
    (shelf / "1.txt").write_text("การประชุมครู วันที่ 5 มกราคม 2566 ณ หอประชุม", encoding="utf-8")
    code, said, errors = add(capsys, sites, str(shelf))
    assert (code, errors) == (0, "")
    assert "การประชุมครู" in said
    (entry,) = sitelist.load(sites).chosen(["folder"])
    assert (entry.kind, entry.url, entry.name) == ("folder", str(shelf), "หนังสือ")


def test_nothing_is_written_without_a_yes(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO())
    typed = ("site", "add", world.urls["table"], "--sites", str(sites), "--allow-private", "--delay", "0")
    code, said, _ = prachum(capsys, *typed)
    assert code == 1
    assert "nothing was written" in said
    assert sites.read_text(encoding="utf-8") == BEFORE


# what is typed after `site add`, the exit code, what the one line must say
MISTAKES = [
    (["http://127.0.0.2:1/", "--allow-private"], 1, "no answer"),
    (["http://nowhere.invalid/"], 1, "its name is not known"),
    (["{wordpress}"], 2, "an address of your own network; --allow-private takes it in"),
    (["{wordpress}archives/99999", "--allow-private"], 1, "expected a page, got status 404"),
    ([f"{{table}}files/{FILE}", "--allow-private"], 1, "expected a REST listing, a feed, a sitemap"),
    (["{table}", "--allow-private", "--kind", "feed"], 1, "expected a site of the kind 'feed'"),
    (["{table}", "--allow-private", "--id", "letters"], 2, "has a site 'letters' already"),
    (["{table}", "--allow-private", "--id", "ก"], 2, "expected a short name of a-z, 0-9 and -"),
    (["://", "--allow-private"], 2, "is no web address and no folder"),
    (["{table}", "--kind", "joomla"], 2, "--kind"),
]


@pytest.mark.parametrize(("typed", "code", "said"), MISTAKES)
def test_what_cannot_be_added_is_told_in_one_line(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str], typed: list[str], code: int, said: str
) -> None:
    url, *options = (word.format(**world.urls) for word in typed)
    left, _, errors = prachum(
        capsys, "site", "add", url, *options, "--sites", str(sites), "--delay", "0", "--yes"
    )
    assert (left, errors.count("\n")) == (code, 1), errors
    assert said in errors
    assert sites.read_text(encoding="utf-8") == BEFORE


def test_a_public_site_needs_a_contact(world: World, sites: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sites.write_text("", encoding="utf-8")
    code, _, errors = prachum(capsys, "site", "add", "https://office.example/", "--sites", str(sites))
    assert code == 2
    assert "write contact" in errors


def test_site_test_shows_what_a_harvest_would_find_and_says_what_no_longer_fits(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(capsys, sites, world.urls["table"], "--id", "new")
    code, said, _ = prachum(capsys, "site", "test", "new", "--limit", "99", "--sites", str(sites))
    assert code == 0
    assert said.count("show.asp?id=") == len(POSTS) + 1  # and once above the text
    assert "| " in said
    changed = sites.read_text(encoding="utf-8").replace("table.news", "table.gone")
    sites.write_text(changed, encoding="utf-8")
    code, _, errors = prachum(capsys, "site", "test", "new", "--sites", str(sites))
    assert code == 1
    assert "matched 0 times" in errors


def test_site_list_tells_the_health_of_each(
    world: World, sites: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = ("site", "list", "--sites", str(sites), "--data", str(sites.parent / "data"))
    add(capsys, sites, world.urls["table"], "--id", "new")
    assert "never" in prachum(capsys, *listed)[1]
    (entry,) = sitelist.load(sites).chosen(["new"])
    harvest(sites.parent / "data", entry)
    (line,) = [line for line in prachum(capsys, *listed)[1].splitlines() if line.startswith("new ")]
    assert "never" not in line
    world.faults = ["error /news.asp"]
    harvest(sites.parent / "data", entry)
    assert "  ! " in (said := prachum(capsys, *listed)[1])
    assert "status 500" in said


def test_site_list_is_as_wide_as_a_terminal_and_every_name_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said, _ = prachum(capsys, "site", "list", "--sites", str(SHIPPED), "--data", str(tmp_path))
    heading, *lines = said.splitlines()
    assert heading.split() == ["site", "kind", "visited", "documents", "new", "elsewhere"]
    entries = sitelist.load(SHIPPED).sites
    assert [line.strip() for line in lines[1::2]] == [entry.name for entry in entries]
    assert max(len(line) for line in (heading, *lines[::2])) <= 80
