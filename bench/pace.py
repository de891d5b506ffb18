"""A harvest beside Scrapy's, of the same loopback hosts in the same run: CPU, memory and pages a second."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.cost import Cost, told
from bench.harvesting import harvest, listed
from bench.pace_ours import sites
from bench.pace_site import HOSTS, served
from bench.peers import ROOT, python_with

PAGES = 200  # a host
READ = 25  # a host, where they are read too, which takes longer
LATENCY = 0.05  # seconds until a host answers
TIMES = 3  # each is measured, in turn; the median counts


def main() -> None:
    scrapy = python_with("scrapy")
    ours: list[Cost] = []
    theirs: list[Cost] = []
    with served(PAGES, LATENCY) as port:
        for _ in range(TIMES):
            ours.append(measured(sys.executable, "bench.pace_ours", port))
            if scrapy:
                theirs.append(measured(scrapy, "bench.peer_scrapy", port))
    with served(READ, LATENCY) as port:
        whole = harvested(port)
    print(
        f"{len(HOSTS)} hosts, each answering after {LATENCY * 1000:.0f} ms and asked one thing at a time.\n"
    )
    print("| | pages | pages / s | CPU s / 1,000 | peak memory |\n|---|---|---|---|---|")
    print(row("Prachum: lists, pages, WARC, catalogue", ours))
    print(row("Scrapy: lists, pages, a file each", theirs))
    print(row("`prachum harvest`: the same in Prefect, texts and facts read, indexed", [whole]))


def measured(python: str | Path, module: str, port: str) -> Cost:
    """Of a process of its own, in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        return told(
            subprocess.run(
                [python, "-m", module, port, folder], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
            ).stdout
        )


def harvested(port: str) -> Cost:
    """Of the command as one types it, with its start and all processes of its own."""
    with tempfile.TemporaryDirectory() as name:
        path = listed(Path(name) / "sites.toml", sites(int(port)))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = harvest(Path(name) / "data", path)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost((READ + 1) * len(HOSTS), seconds, cpu, after.ru_maxrss / 1024)


def row(name: str, costs: list[Cost]) -> str:
    """The medians."""
    if not costs:
        return f"| {name} | not measured: Scrapy cannot be installed | | | |"
    pace = middle([cost.pages / cost.seconds for cost in costs])
    cpu = middle([cost.cpu / cost.pages * 1000 for cost in costs])
    memory = middle([cost.memory for cost in costs])
    return f"| {name} | {costs[0].pages:,} | {pace:.0f} | {cpu:.1f} | {memory:.0f} MB |"


def middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


if __name__ == "__main__":
    main()
