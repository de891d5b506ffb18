"""A host that asks to be left alone, or fails again and again, is left alone in later runs as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.ledger import ledger
from archive.store import Archive
from flows.fetch import LONGEST_REST
from tests.flows import harvesting
from tests.flows.harvesting import harvest, problems, site_at
from tests.world.posts import POSTS
from tests.world.server import World, serve
from tests.world.sites import SAMPLE


def test_it_is_not_asked_before_its_time(tmp_path: Path) -> None:
    with serve(faults=["busy-all-day /archives/*"]) as world:
        first = harvest(tmp_path, site_at(world.url))
        assert first["failed"] == 1
        world.faults = []
        world.log.clear()
        second = harvest(tmp_path, site_at(world.url))
        assert world.log == []
        assert (second["requests"], second["failed"]) == (0, 1)
        assert "left it alone until" in second["message"]
        with Archive(tmp_path) as archive:
            assert list(ledger(archive.db, "sample", 7).resting) == [f"127.0.0.1:{world.port}"]
            archive.db.execute("UPDATE resting SET until = '2020-01-01T00:00:00Z'")
        third = harvest(tmp_path, site_at(world.url))
        assert (third["failed"], third["new"] > 0) == (0, True)


def test_no_rest_is_longer_than_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.fetch.retry_after", lambda capture: 1e9)
    with serve(faults=["busy-all-day /archives/*"]) as world:
        harvest(tmp_path, site_at(world.url))
    with Archive(tmp_path, readonly=True) as archive:
        ((asked, until),) = archive.db.execute(
            "SELECT max(fetched_at), until FROM capture, resting"
        ).fetchall()
        (days,) = archive.db.execute("SELECT julianday(?) - julianday(?)", [until, asked]).fetchone()
    assert 0 < days <= LONGEST_REST.days + 0.01


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A site whose lists are served while its pages fail, and a breaker that opens after three of them."""
    monkeypatch.setattr(harvesting, "LIMITS", replace(harvesting.LIMITS, failures=3, rest=0.0))
    with serve([replace(SAMPLE, skin="joomla")], faults=["error /index.php/*"]) as world:
        yield world


def night(world: World, folder: Path) -> tuple[dict[str, object], set[str]]:
    """The site's row of the report, and the pages that were asked for, however often."""
    world.log.clear()
    row = harvest(folder, site_at(f"{world.url}sitemap.xml", kind="sitemap"))
    return row, {request.path for request in world.log if request.path.startswith("/index.php/")}


def test_of_a_host_that_failed_to_the_end_of_a_run_one_document_is_asked_for(
    failing: World, tmp_path: Path
) -> None:
    first, asked = night(failing, tmp_path)
    assert (len(asked), first["new"]) == (4, 0)
    assert "4 requests in a row failed" in str(first["message"])

    second, asked_again = night(failing, tmp_path)
    assert (len(asked_again), second["new"]) == (1, 0)
    assert not asked & asked_again  # what failed waits behind what was never asked for

    failing.faults = []
    _, third_asked = night(failing, tmp_path)
    assert len(third_asked) == len(POSTS), problems(tmp_path)

    failing.faults = ["error /index.php/*"]  # it is trusted again: three may fail
    with Archive(tmp_path) as archive:
        archive.db.execute("UPDATE capture SET link = json_set(link, '$.modified', 'before')")
    _, asked = night(failing, tmp_path)
    assert len(asked) == 4


def test_a_run_that_follows_at_once_waits_for_the_end_of_the_rest(
    failing: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.politeness.Gate.close", lambda gate, host, seconds: None)
    monkeypatch.setattr(harvesting, "LIMITS", replace(harvesting.LIMITS, failures=3, rest=3600.0))
    night(failing, tmp_path)
    row, asked = night(failing, tmp_path)
    assert (asked, row["requests"]) == (set(), 0)
    assert "an earlier run left it alone until" in str(row["message"])
