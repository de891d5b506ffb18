"""A site's nights: everything the first time, nothing the second, and only what changed from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.equality import differences
from archive.store import Archive
from tests.flows.harvesting import harvest, problems, site_at
from tests.world.posts import POSTS
from tests.world.server import World, serve

IDS = {f"sample/{post.id}" for post in POSTS}


@pytest.fixture
def world() -> Iterator[World]:
    with serve() as world:
        yield world


def asked(world: World) -> list[str]:
    """The paths asked for since the last look, robots.txt aside."""
    paths = [request.path for request in world.log if request.path != "/robots.txt"]
    world.log.clear()
    return paths


def documents(folder: Path) -> set[str]:
    with Archive(folder, readonly=True) as archive:
        return {row["id"] for row in archive.db.query("SELECT id FROM document WHERE version IS NOT NULL")}


def test_the_first_night_brings_everything_and_the_second_asks_for_the_listing_alone(
    world: World, tmp_path: Path
) -> None:
    first = harvest(tmp_path, site_at(world.url))
    assert documents(tmp_path) >= IDS
    assert first["new"] == first["found"] == len(documents(tmp_path))
    assert first["failed"] == 0, problems(tmp_path)
    assert len(asked(world)) == 1 + first["found"]  # the listing, and each page and attachment once

    with Archive(tmp_path, readonly=True) as archive:
        before = archive.db.execute("SELECT max(id) FROM version").fetchone()
    second = harvest(tmp_path, site_at(world.url))
    assert all("/wp-json/wp/v2/posts" in path for path in asked(world))
    assert (second["new"], second["changed"], second["failed"]) == (0, 0, 0)
    with Archive(tmp_path, readonly=True) as archive:
        assert archive.db.execute("SELECT max(id) FROM version").fetchone() == before
        kept = archive.db.execute(
            "SELECT count(*) FROM capture WHERE run = 2 AND document IS NOT NULL"
        ).fetchone()
    assert kept == (0,)


def test_a_listing_over_several_pages_loses_nothing(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractors.sites import wordpress

    monkeypatch.setitem(wordpress.QUERY, "per_page", 7)
    harvest(tmp_path, site_at(world.url))
    assert documents(tmp_path) >= IDS
    assert sum("/wp-json/" in path for path in asked(world)) == -(-len(POSTS) // 7)


def test_new_posts_come_the_night_they_appear(world: World, tmp_path: Path) -> None:
    days = sorted(post.published[:10] for post in POSTS)
    world.today = days[len(days) // 2]
    first = harvest(tmp_path, site_at(world.url))
    asked(world)
    world.today = None
    second = harvest(tmp_path, site_at(world.url))
    assert first["new"] > 0
    assert second["new"] > 0
    assert documents(tmp_path) >= IDS
    pages = [path for path in asked(world) if path.startswith("/archives/")]
    assert len(pages) == len(set(pages))


@pytest.mark.parametrize("fault", ["no-rest", "rest-members"])
def test_where_rest_is_shut_the_feed_gives_the_same(world: World, tmp_path: Path, fault: str) -> None:
    harvest(tmp_path / "rest", site_at(world.url))
    world.faults = [fault]
    row = harvest(tmp_path / "feed", site_at(world.url))
    assert row["failed"] == 0, problems(tmp_path / "feed")
    assert documents(tmp_path / "feed") == documents(tmp_path / "rest")


def test_a_page_that_fails_is_fetched_the_next_night(world: World, tmp_path: Path) -> None:
    world.faults = ["error /archives/118"]
    row = harvest(tmp_path, site_at(world.url))
    assert row["failed"] == 1
    assert problems(tmp_path) == ["TryAgain"]
    assert "sample/118" not in documents(tmp_path)
    world.faults = []
    asked(world)
    harvest(tmp_path, site_at(world.url))
    assert "/archives/118" in asked(world)
    assert "sample/118" in documents(tmp_path)


def test_a_listing_that_holds_less_than_it_says_is_told_and_asked_for_again(
    world: World, tmp_path: Path
) -> None:
    world.faults = ["miscounted"]
    row = harvest(tmp_path, site_at(world.url))
    assert problems(tmp_path) == ["LayoutChanged"]
    assert "listed" in row["message"]
    with Archive(tmp_path, readonly=True) as archive:
        assert archive.listed_until("sample") is None
    assert documents(tmp_path) >= IDS


def test_a_limit_leaves_the_rest_for_the_next_night(world: World, tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    harvest(whole, site_at(world.url))
    harvest(parts, site_at(world.url), limit=5)
    assert len(documents(parts) & IDS) == 5
    harvest(parts, site_at(world.url))
    assert differences(whole, parts) == []


def test_a_forbidden_site_is_left_alone_and_told(world: World, tmp_path: Path) -> None:
    world.faults = ["forbid"]
    row = harvest(tmp_path, site_at(world.url))
    assert [request.path for request in world.log] == ["/robots.txt"]
    assert row["failed"] == 1
    assert "robots.txt" in row["message"]


def test_no_wordpress_at_all_is_told_with_the_fix(world: World, tmp_path: Path) -> None:
    world.faults = ["no-rest", "error /feed/*"]
    row = harvest(tmp_path, site_at(world.url))
    assert row["failed"] == 1
    assert "sites.toml" in row["message"]


def test_a_login_form_in_place_of_a_page_is_no_new_text(world: World, tmp_path: Path) -> None:
    """The listing still carries the text; the form must not become a version of it."""
    harvest(tmp_path, site_at(world.url))
    with Archive(tmp_path, readonly=True) as archive:
        texts = archive.db.execute("SELECT text FROM text ORDER BY version").fetchall()
    assert not any("Remember Me" in text for (text,) in texts)
