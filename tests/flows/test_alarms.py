"""Nights in which nothing fails, on a real server: what is unlike the site's history is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from flows.report import in_words
from tests.flows.harvesting import harvest, problems, site_at
from tests.world.server import serve
from tests.world.sites import SAMPLE

SMALL = replace(SAMPLE, posts=SAMPLE.posts[:4])


def test_a_site_that_lists_nothing_is_not_silent(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        harvest(tmp_path, site_at(world.url))
        assert problems(tmp_path) == []
        world.today = "1999-01-01"  # the site is there, and all of its posts are away
        row = harvest(tmp_path, site_at(world.url))
    assert (row["found"], row["failed"]) == (0, 0)
    assert problems(tmp_path) == ["Silent"]


def test_a_new_template_is_one_alarm_beside_the_pages_it_cost(tmp_path: Path) -> None:
    with serve([SMALL]) as world:
        harvest(tmp_path, site_at(f"{world.url}wp-sitemap.xml", kind="sitemap", selector=".story-of-before"))
    assert set(problems(tmp_path)) == {"Unmatched", "OtherTemplate"}
    assert problems(tmp_path).count("OtherTemplate") == 1


def test_the_run_says_first_what_to_look_at() -> None:
    assert in_words([], ["krabi: Quiet"]).startswith("look at krabi: Quiet; 0 sites")
