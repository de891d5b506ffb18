"""The first harvest of a large site: nights of it, the newest first, each new post before the old ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from archive.equality import differences
from archive.store import Archive
from extractors.errors import BadInput
from flows.sitelist import load
from tests.flows.harvesting import harvest, problems, site_at
from tests.world.posts import POSTS
from tests.world.server import serve

NEWEST_FIRST = [f"sample/{post.id}" for post in sorted(POSTS, key=lambda post: post.published, reverse=True)]


def slow(night: int, minutes: int = 20) -> Callable[[int], datetime]:
    """A clock of a night that begins at 01:30, in which every request takes so long."""
    began = datetime(2026, 11, night, 1, 30)
    return lambda requests: began + timedelta(minutes=minutes * requests)


def pages(folder: Path) -> list[str]:
    """The pages that are kept, in the order of fetching."""
    with Archive(folder, readonly=True) as archive:
        sql = "SELECT document FROM capture WHERE document IS NOT NULL AND parent IS NULL ORDER BY id"
        return [document for (document,) in archive.db.execute(sql).fetchall()]


def test_what_does_not_fit_into_a_night_goes_on_the_next(tmp_path: Path) -> None:
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    with serve() as world:
        site = site_at(world.url, until="06:00")
        harvest(whole, site_at(world.url))
        first = harvest(parts, site, moment=slow(1))
        assert pages(parts) == NEWEST_FIRST[: len(pages(parts))]
        assert 5 < len(pages(parts)) < 14  # four hours and a half, a third of an hour each
        kept, nights = len(pages(parts)), -(-(len(POSTS) - len(pages(parts))) // len(pages(parts)))
        assert first["message"] == f"{kept} of {len(POSTS)}, about {nights} nights"
        assert problems(parts) == []
        for night in range(2, 9):
            row = harvest(parts, site, moment=slow(night))
        assert row["message"] is None
    assert sorted(pages(parts)) == sorted(NEWEST_FIRST)
    assert differences(whole, parts) == []


def test_new_posts_come_before_the_old_ones_that_wait(tmp_path: Path) -> None:
    days = sorted(post.published[:10] for post in POSTS)
    with serve() as world:
        site = site_at(world.url, until="06:00")
        world.today = days[-4]
        harvest(tmp_path, site, moment=slow(1, minutes=60))
        before = pages(tmp_path)
        world.today = None
        harvest(tmp_path, site, moment=slow(2, minutes=60))
    new = [id for id in NEWEST_FIRST if id not in before][:3]
    assert pages(tmp_path)[len(before) :][:3] == new
    assert {post.published[:10] > days[-4] for post in POSTS if f"sample/{post.id}" in new} == {True}


@pytest.mark.parametrize("until", ["6:00", "24:00", "06.00", "dawn"])
def test_what_is_no_time_of_day_is_told(tmp_path: Path, until: str) -> None:
    path = tmp_path / "sites.toml"
    path.write_text(
        f'[[site]]\nid = "a"\nname = "a"\nurl = "http://127.0.0.1/"\nkind = "feed"\nuntil = "{until}"\n',
        encoding="utf-8",
    )
    with pytest.raises(BadInput, match="expected a time of day"):
        load(path)
