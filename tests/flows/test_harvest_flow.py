"""The flows on a real Prefect server: one site's failure costs the others nothing, and all is reported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive.folder import Busy, lock
from archive.store import Archive
from tests.world.server import World, serve
from tests.world.sites import SAMPLE

pytestmark = pytest.mark.prefect_api

SITES = """
[[site]]
id = "sample"
name = "ตัวอย่าง"
url = "http://127.0.0.1:{port}/"
kind = "wordpress"
delay = 0
allow_private = true
[[site]]
id = "broken"
name = "เสีย"
url = "http://127.0.0.2:{port}/"
kind = "wordpress"
delay = 0
allow_private = true
"""


def sites_file(folder: Path, world: World) -> str:
    path = folder / "sites.toml"
    path.write_text(SITES.format(port=world.port), encoding="utf-8")
    return str(path)


def test_a_site_that_fails_does_not_stop_the_others(prefect_api: None, tmp_path: Path) -> None:
    from prefect.client.orchestration import get_client

    from flows.harvest import harvest, reread

    broken = replace(SAMPLE, id="broken", host="127.0.0.2")
    with serve([SAMPLE, broken], faults=["forbid 127.0.0.2/robots.txt"]) as world:
        sites = sites_file(tmp_path, world)
        state = harvest(str(tmp_path / "data"), sites, return_state=True)
    assert state.is_failed()
    assert "2 sites" in str(state.message)
    with Archive(tmp_path / "data", readonly=True) as archive:
        rows = {row["site"]: row for row in archive.run_table(archive.last_run())}
        pages = archive.pages()
    assert rows["sample"]["new"] > len(SAMPLE.posts)
    assert rows["sample"]["failed"] == 0
    assert rows["broken"]["failed"] == 1
    assert len(pages) == len(SAMPLE.posts)
    with get_client(sync_client=True) as client:
        runs = client.read_task_runs()
        tables = [artifact for artifact in client.read_artifacts() if artifact.key == "run-report"]
    assert sorted(run.name for run in runs if run.name.startswith("visit")) == [
        "visit broken",
        "visit sample",
    ]
    assert sum(run.name.startswith("read") for run in runs) == 1  # fewer than fifty pages are one batch
    assert '"site": "broken"' in str(tables[-1].data)

    again = reread(str(tmp_path / "data"), sites, ["sample"], return_state=True)
    assert again.is_completed()
    with Archive(tmp_path / "data", readonly=True) as archive:
        (row,) = archive.run_table(archive.last_run())
    assert (row["new"], row["changed"], row["failed"]) == (0, 0, 0)
    assert row["unchanged"] == rows["sample"]["new"]


def test_a_second_harvest_says_that_one_is_running(prefect_api: None, tmp_path: Path) -> None:
    from flows.harvest import harvest

    with serve() as world, lock(tmp_path / "data"):
        state = harvest(str(tmp_path / "data"), sites_file(tmp_path, world), ["sample"], return_state=True)
        assert not world.log
    error = state.result(raise_on_failure=False)
    assert isinstance(error, Busy)
    assert "another harvest is running" in str(error)
