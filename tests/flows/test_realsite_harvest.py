"""A real WordPress harvested, by REST and by its feed and HTML: the archive tells what its posts tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.store import Archive
from tests.flows.harvesting import harvest, problems, site_at
from tests.realsite.fixture import needs_wordpress
from tests.realsite.wordpress import WordPressSite
from tests.world.posts import POSTS
from tests.world.server import serve

pytestmark = needs_wordpress


def said(folder: Path) -> dict[str, tuple[object, ...]]:
    """What each event says, by its id."""
    sql = """
        SELECT event.id, title, start, "end", time, venue.name, province, district, type, phase
        FROM event LEFT JOIN venue ON venue.id = event.venue"""
    with Archive(folder, readonly=True) as archive:
        return {row[0]: row[1:] for row in archive.db.execute(sql)}


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, ...]]:
    folder = tmp_path_factory.mktemp("simulated")
    with serve() as world:
        harvest(folder, site_at(world.url))
    return said(folder)


def test_by_rest_it_is_as_the_simulated_one(
    wordpress_site: WordPressSite, simulated: dict[str, tuple[object, ...]], tmp_path: Path
) -> None:
    row = harvest(tmp_path, site_at(wordpress_site.url))
    assert row["failed"] == 0, problems(tmp_path)
    assert row["new"] > len(POSTS)
    assert said(tmp_path) == simulated
    again = harvest(tmp_path, site_at(wordpress_site.url))
    assert (again["new"], again["changed"]) == (0, 0)


@pytest.fixture
def feed_of_excerpts(wordpress_site: WordPressSite) -> Iterator[str]:
    """The feed's address while it carries every post, without its text."""
    wordpress_site.php("update_option('rss_use_excerpt', 1); update_option('posts_per_rss', 100);")
    yield wordpress_site.url + "feed/"
    wordpress_site.php("update_option('rss_use_excerpt', 0); update_option('posts_per_rss', 10);")


@pytest.mark.parametrize("selector", [".entry-content", None])
def test_by_its_pages_it_tells_the_same(
    feed_of_excerpts: str, simulated: dict[str, tuple[object, ...]], tmp_path: Path, selector: str | None
) -> None:
    """Each text comes out of its page, theme and all."""
    row = harvest(tmp_path, site_at(feed_of_excerpts, kind="feed", selector=selector))
    assert row["failed"] == 0, problems(tmp_path)
    assert said(tmp_path) == simulated
