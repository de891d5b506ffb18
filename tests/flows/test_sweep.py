"""Once a week: what a site no longer lists is asked for; it is gone, or it is there still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from archive.store import Archive
from tests.flows.harvesting import harvest, problems, site_at
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

SMALL = replace(SAMPLE, posts=SAMPLE.posts[:5])
LOST = SMALL.posts[2].id


def on(day: int) -> Callable[[int], datetime]:
    return lambda requests: datetime(2026, 11, day, 1, 30)


def gone(folder: Path) -> list[str]:
    with Archive(folder, readonly=True) as archive:
        return [
            id for (id,) in archive.db.execute("SELECT id FROM document WHERE gone_at IS NOT NULL").fetchall()
        ]


def asked(world: World) -> list[str]:
    paths = [request.path.partition("?")[0] for request in world.log if request.path != "/robots.txt"]
    world.log.clear()
    return paths


def test_a_post_that_vanished_is_found_out_within_a_week(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        harvest(tmp_path, site_at(world.url), moment=on(1))
        world.faults = [f"gone /archives/{LOST}"]
        asked(world)
        harvest(tmp_path, site_at(world.url), moment=on(2))
        assert asked(world) == ["/wp-json/wp/v2/posts"]
        assert gone(tmp_path) == []
        row = harvest(tmp_path, site_at(world.url), moment=on(8))
        assert asked(world) == ["/wp-json/wp/v2/posts", f"/archives/{LOST}"]
        assert gone(tmp_path) == [f"sample/{LOST}"]
        assert (row["failed"], problems(tmp_path)) == (0, ["Gone"])
        harvest(tmp_path, site_at(world.url), moment=on(15))
        assert asked(world) == ["/wp-json/wp/v2/posts"]  # it is known to be gone
        world.faults = []
        harvest(tmp_path, site_at(world.url), moment=on(22))
        assert gone(tmp_path) == []
    with Archive(tmp_path, readonly=True) as archive:
        (versions,) = archive.db.execute("SELECT count(*) FROM version WHERE error IS NULL").fetchone()
    assert versions >= len(SMALL.posts)  # the last good version of everything is there


def test_what_a_sitemap_no_longer_names_is_asked_for(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        site = site_at(f"{world.url}wp-sitemap.xml", kind="sitemap", selector=".entry-content")
        harvest(tmp_path, site, moment=on(1))
        world.faults = [f"gone /archives/{LOST}"]
        asked(world)
        harvest(tmp_path, site, moment=on(9))
        assert f"/archives/{LOST}" in asked(world)
    assert gone(tmp_path) == [f"sample/archives/{LOST}"]


def test_a_feed_names_only_the_newest_and_nothing_else_is_asked_for(tmp_path: Path) -> None:
    with serve(faults=["no-rest"]) as world:
        site = site_at(f"{world.url}feed/", kind="feed")
        harvest(tmp_path, site, moment=on(1))
        asked(world)
        harvest(tmp_path, site, moment=on(20))
        assert all(path.startswith("/feed") for path in asked(world))


def test_what_was_gone_at_first_sight_and_is_listed_is_asked_for_in_a_week(
    tmp_path: Path,
) -> None:
    with serve([SMALL], faults=[f"no-more /archives/{LOST}"]) as world:
        site = site_at(f"{world.url}feed/", kind="feed", selector=".entry-content")
        harvest(tmp_path, site, moment=on(1))
        world.faults = []
        asked(world)
        harvest(tmp_path, site, moment=on(2))
        assert asked(world) == ["/feed/"]
        harvest(tmp_path, site, moment=on(8))
        assert asked(world) == ["/feed/", f"/archives/{LOST}"]
    with Archive(tmp_path, readonly=True) as archive:
        assert archive.count_pages(site.id) == len(SMALL.posts)
