"""A list that did not change is asked for with its validators, and costs no bytes: 304 Not Modified."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from archive.equality import differences
from archive.ledger import ledger
from archive.rebuild import rebuild
from archive.store import Archive
from extractors.records import Site
from tests.flows.harvesting import harvest, problems, site_at
from tests.flows.test_warc_files import checked
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

SMALL = replace(SAMPLE, posts=SAMPLE.posts[:4])
LATEST = max(SMALL.posts, key=lambda post: post.changed)  # WordPress has one validator: the last change
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


def feed(world: World) -> Site:
    return site_at(f"{world.url}feed/", kind="feed")


def statuses(folder: Path, url: str) -> list[int]:
    with Archive(folder, readonly=True) as archive:
        sql = "SELECT status FROM capture WHERE url LIKE ? ORDER BY id"
        return [status for (status,) in archive.db.execute(sql, [f"%{url}"]).fetchall()]


@pytest.mark.parametrize("faults", [[], ["packed /feed/*"]])
def test_an_unchanged_feed_costs_no_bytes(tmp_path: Path, faults: list[str]) -> None:
    with serve([SMALL], faults=faults) as world:
        first = harvest(tmp_path, feed(world))
        second = harvest(tmp_path, feed(world))
        third = harvest(tmp_path, feed(world))
    assert statuses(tmp_path, "/feed/") == [200, 304, 304]
    assert (first["new"], first["failed"]) == (4, 0)
    for later in (second, third):
        assert (later["found"], later["unchanged"], later["new"], later["failed"]) == (4, 4, 0, 0)
        assert later["bytes"] < 1000  # of robots.txt
    assert problems(tmp_path) == []
    with Archive(tmp_path, readonly=True) as archive:
        assert ledger(archive.db, "sample", 7).lines[0].statuses["304"] == 1


def test_it_is_kept_as_a_revisit_and_a_rebuild_knows_it(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        harvest(tmp_path / "a", feed(world))
        harvest(tmp_path / "a", feed(world))
        profiles = []
        for path in (tmp_path / "a" / "captures").iterdir():
            with path.open("rb") as file:
                profiles += [
                    record.rec_headers.get_header("WARC-Profile") for record in ArchiveIterator(file)
                ]
        assert profiles.count(NOT_MODIFIED) == 1
        assert checked(tmp_path / "a")
        (tmp_path / "b").mkdir()
        (tmp_path / "a" / "captures").rename(tmp_path / "b" / "captures")
        rebuild(tmp_path / "b", [feed(world)])
        assert differences(tmp_path / "a", tmp_path / "b") == []
        (tmp_path / "a" / "captures").mkdir()
        assert harvest(tmp_path / "b", feed(world))["unchanged"] == 4
    assert statuses(tmp_path / "b", "/feed/") == [200, 304, 304]


def test_what_is_new_in_a_feed_comes_whole(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        world.faults = [f"gone /archives/{LATEST.id}"]  # not yet there
        harvest(tmp_path, feed(world))
        world.faults = []
        row = harvest(tmp_path, feed(world))
    assert (row["found"], row["new"], row["failed"]) == (4, 1, 0)
    assert statuses(tmp_path, "/feed/") == [200, 200]


def test_a_server_that_always_says_so_is_believed_for_some_days(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        world.faults = [f"gone /archives/{LATEST.id}"]
        harvest(tmp_path, feed(world))
        world.faults = ["stale /feed/*"]
        assert harvest(tmp_path, feed(world))["new"] == 0
        with Archive(tmp_path) as archive:
            archive.db.execute(
                "UPDATE capture SET fetched_at = '2020-01-01T00:00:00Z' WHERE url LIKE '%/feed/'"
            )
        assert harvest(tmp_path, feed(world))["new"] == 1
    assert statuses(tmp_path, "/feed/") == [200, 304, 200]


def test_who_says_so_unasked_has_said_nothing(tmp_path: Path) -> None:
    with serve([SMALL], faults=["unasked /archives/*"]) as world:
        row = harvest(tmp_path, feed(world))
        assert (row["new"], row["failed"]) == (0, 4)
        world.faults = []
        assert harvest(tmp_path, feed(world))["new"] == 4
