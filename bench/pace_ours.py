"""Our share of bench/pace.py, `python -m bench.pace_ours PORT FOLDER`: lists and pages, fetched and kept."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archive.store import Archive
from bench.cost import Meter
from bench.pace_site import HOSTS
from extractors.records import Site
from extractors.sites import KINDS
from flows.politeness import Gate
from flows.sources import open_source


def sites(port: int) -> list[Site]:
    return [
        Site(
            f"site{n}",
            f"แห่งที่ {n}",
            f"http://{host}:{port}/",
            "listing",
            delay=0,
            allow_private=True,
            items="li",
        )
        for n, host in enumerate(HOSTS, 1)
    ]


def fetch(folder: Path, site: Site, run: int, gate: Gate) -> int:
    """The site's list and what it names, each in WARC and catalogue; gives how many pages."""
    with Archive(folder) as archive:
        archive.register(site)
        source = open_source(
            site, "Prachum/0.1 (+bench)", gate, lambda it: archive.keep(it, site, run), memory=archive.hosts
        )
        listed = source.get(site.url)
        links = KINDS[site.kind].links(listed, site)
        for link in links:
            source.get(link.url, link, listed.record_id)
        return 1 + len(links)


def main(port: str, folder: str) -> None:
    meter = Meter()
    with Archive(Path(folder)) as archive:
        run = archive.begin_run("harvest")
    gate = Gate()
    with ThreadPoolExecutor(len(HOSTS)) as pool:
        pages = sum(pool.map(lambda site: fetch(Path(folder), site, run, gate), sites(int(port))))
    meter.tell(pages)


if __name__ == "__main__":
    main(*sys.argv[1:])
