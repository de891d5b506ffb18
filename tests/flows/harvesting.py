"""A harvest without Prefect: the plain functions of a night, one after another, on a site of the world."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from archive.folder import lock
from archive.store import Archive
from extractors.records import Site
from flows import reading
from flows.fetch import Limits
from flows.politeness import Gate
from flows.sources import open_source
from flows.visit import visit
from flows.window import bangkok

LIMITS = Limits(size=5_000_000, tries=2, patience=0.01, rest=0.01)


def site_at(url: str, **entry: Any) -> Site:
    site = Site("sample", "เครือข่ายการเรียนรู้ตัวอย่าง", url, "wordpress", delay=0, allow_private=True)
    return replace(site, **entry)


def harvest(
    folder: Path, site: Site, limit: int | None = None, moment: Callable[[int], datetime] | None = None
) -> dict[str, Any]:
    """One night; the site's row of the report. `moment` tells the time by the number of requests so far."""
    with lock(folder), Archive(folder) as archive:
        run = archive.begin_run("harvest")
        source = open_source(
            site,
            "Prachum/0.1 (+test)",
            Gate(),
            lambda capture: archive.keep(capture, site, run),
            LIMITS,
            archive.hosts,
        )
        clock = (lambda: moment(source.requests)) if moment else bangkok
        visit(archive, site, run, source, limit, clock)
        before: list[str] = []
        while (waiting := archive.pending()) != before:
            for page_id in waiting:
                reading.read_family(archive, page_id, {site.id: site}, run)
            before = waiting
        archive.examine(run)
        archive.end_run(run, "done")
        return archive.run_table(run)[0]


def problems(folder: Path) -> list[str]:
    """The kinds of the last run's problems."""
    with Archive(folder, readonly=True) as archive:
        return [row["kind"] for row in archive.problems(archive.last_run())]


if __name__ == "__main__":
    print("begins", flush=True)
    harvest(Path(sys.argv[2]), site_at(sys.argv[1]))
