"""One document under several addresses, over real sockets: each is asked for once, one is held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.equality import differences
from archive.rebuild import rebuild
from archive.store import Archive
from extractors.records import Site
from tests.flows.harvesting import harvest, site_at
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

SMALL = replace(SAMPLE, posts=SAMPLE.posts[:4])
OWN = {f"sample/archives/{post.id}" for post in SMALL.posts}
LIST: dict[str, Any] = {"kind": "listing", "items": "h2.entry-title", "selector": ".entry-content"}


def sitemap(world: World, **entry: Any) -> Site:
    return site_at(f"{world.url}wp-sitemap.xml", kind="sitemap", selector=".entry-content", **entry)


def on(day: int) -> Callable[[int], datetime]:
    return lambda requests: datetime(2026, 11, day, 1, 30)


def held(folder: Path) -> set[str]:
    with Archive(folder, readonly=True) as archive:
        return {row["id"] for row in archive.db.query("SELECT id FROM document WHERE kind = 'page'")}


def versions(folder: Path) -> int:
    with Archive(folder, readonly=True) as archive:
        return int(archive.db.execute("SELECT count(*) FROM version").fetchone()[0])


def asked(world: World) -> list[str]:
    """The pages asked for since the last look."""
    paths = [request.path for request in world.log if "archives" in request.path or "p=" in request.path]
    world.log.clear()
    return paths


def test_short_addresses_that_lead_to_the_long_ones_are_known_the_second_night(tmp_path: Path) -> None:
    with serve([SMALL], faults=["short-links"]) as world:
        first = harvest(tmp_path, site_at(world.url, **LIST))
        assert (first["new"], first["failed"], held(tmp_path)) == (first["found"], 0, OWN)
        asked(world)
        second = harvest(tmp_path, site_at(world.url, **LIST))
        assert asked(world) == []
        assert (second["unchanged"], second["failed"]) == (4, 0)
        world.faults = []
        harvest(tmp_path, site_at(world.url, **LIST))  # it lists the long ones from now on
        assert asked(world) == []
    assert held(tmp_path) == OWN


def test_documents_listed_under_both_addresses_are_one_also_in_a_rebuild(tmp_path: Path) -> None:
    with serve([SMALL], faults=["short-links /"]) as world:
        site = site_at(world.url, **LIST, also=("page/1",))
        row = harvest(tmp_path / "a", site)
        before = versions(tmp_path / "a")
        asked(world)
        harvest(tmp_path / "a", site)
        assert asked(world) == []
    assert (row["failed"], held(tmp_path / "a")) == (0, OWN)
    assert versions(tmp_path / "a") == before
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "captures").rename(tmp_path / "b" / "captures")
    rebuild(tmp_path / "b", [site])
    assert differences(tmp_path / "a", tmp_path / "b") == []


def test_a_document_that_moved_keeps_its_id(tmp_path: Path) -> None:
    kept, *moved = sorted(OWN)
    with serve([SMALL]) as world:
        harvest(tmp_path, sitemap(world), moment=on(1))
        world.faults = ["moved"]
        asked(world)
        narrow = sitemap(world, paths=("/" + kept.removeprefix("sample/"),))
        harvest(tmp_path, narrow, moment=on(9))
        assert len(asked(world)) == 2 * len(moved)  # the old address, and where it leads
        assert held(tmp_path) == OWN
        world.faults = ["moved", "moved-links"]
        harvest(tmp_path, sitemap(world, paths=tuple(f"/index.php/{id[7:]}" for id in moved)), moment=on(10))
        assert asked(world) == []
    assert held(tmp_path) == OWN


def test_where_an_address_leads_for_now_is_no_address_of_the_document(tmp_path: Path) -> None:
    with serve([SMALL], faults=["lent"]) as world:
        row = harvest(tmp_path, site_at(world.url, **LIST))
    assert (row["new"], row["failed"], held(tmp_path)) == (4, 0, OWN)


def test_what_an_advertiser_adds_to_a_feed_s_addresses_is_no_part_of_a_document(tmp_path: Path) -> None:
    with serve([SMALL], faults=["tracked-links"]) as world:
        site = site_at(f"{world.url}feed/", kind="feed")
        row = harvest(tmp_path, site)
    assert (row["failed"], held(tmp_path)) == (0, OWN)
    with Archive(tmp_path, readonly=True) as archive:
        addresses = {row["url"] for row in archive.db.query("SELECT url FROM document WHERE kind = 'page'")}
    assert not any("utm_" in address for address in addresses)


def test_a_former_host_makes_no_other_document(tmp_path: Path) -> None:
    new = replace(SMALL, id="new", host="127.0.0.2")
    with serve([SMALL, new]) as world:
        harvest(tmp_path, site_at(world.urls["sample"], **LIST))
        asked(world)
        row = harvest(tmp_path, site_at(world.urls["new"], **LIST, was=(world.urls["sample"],)))
        assert asked(world) == []
    assert (row["unchanged"], row["failed"], held(tmp_path)) == (4, 0, OWN)
