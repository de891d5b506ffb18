"""From a clone to the first hit, what Prefect adds to a run, and what a second run asks for."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archive.store import Archive
from bench.harvesting import ROOT, harvest
from tests.world.server import serve
from tests.world.sites import PORT


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        from_clone = clone_to_hit(folder / "clone")
        with serve() as world:
            sites = folder / "sites.toml"
            entry = (ROOT / "tests/world/sites.toml").read_text(encoding="utf-8")
            sites.write_text(entry.replace(str(PORT), str(world.port)), encoding="utf-8")
            plain = timed(sys.executable, "-m", "tests.flows.harvesting", world.url, folder / "plain")
            first = harvest(folder / "data", sites)
            world.log.clear()
            again = harvest(folder / "data", sites)
            asked = [request.path.partition("?")[0] for request in world.log]
            plain_again = timed(sys.executable, "-m", "tests.flows.harvesting", world.url, folder / "plain")
        with Archive(folder / "data", readonly=True) as archive:
            documents = archive.db.execute("SELECT count(*) FROM document").fetchone()[0]
    print("| | |\n|---|---|")
    print(f"| from `git clone` to the first hit, packages installed by pip | {from_clone:.0f} s |")
    print(f"| a first harvest of {documents} documents by `prachum harvest` | {first:.1f} s |")
    print(f"| the same without Prefect | {plain:.1f} s |")
    print(f"| Prefect's share of a first run | {first - plain:.1f} s |")
    print(f"| Prefect's share of a later run | {again - plain_again:.1f} s |")
    print(f"| requests of a second run | {len(asked)}: {', '.join(asked)} |")


def clone_to_hit(clone: Path) -> float:
    """Seconds, on whatever index pip is configured to use."""
    began = time.monotonic()
    subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
    timed("make", "harvest", cwd=clone)
    hits = subprocess.run(
        [".venv/bin/prachum", "search", "--data", "sample", "--json", "ประชุมปฏิบัติการ"],
        cwd=clone, check=True, capture_output=True,
    ).stdout  # fmt: skip
    if not hits:
        raise RuntimeError("the first search found nothing")
    return time.monotonic() - began


def timed(*command: str | Path, cwd: Path = ROOT) -> float:
    began = time.monotonic()
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - began
