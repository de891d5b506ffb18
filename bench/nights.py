"""A night in which nothing is new: two harvests of 200 sites, and what the second one asked for."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archive.store import Archive
from bench.harvesting import harvest, listed
from extractors.records import Site
from tests.world import entries
from tests.world.posts import POSTS
from tests.world.server import World, serve
from tests.world.sites import WorldSite

EACH = 3  # posts of a site
SITES = 200
# kind -> the skin it is served in, what is added to its address, what its entry says, its share in ten
KINDS: dict[str, tuple[str, str, entries.Entry, int]] = {
    "wordpress": ("wordpress", "", {"kind": "wordpress"}, 5),
    "feed": ("wordpress", "feed/", {"kind": "feed"}, 1),
    "sitemap": ("joomla", "sitemap.xml", entries.JOOMLA_SITEMAP, 1),
    "listing": ("table", "news.asp", entries.OLD_TABLES, 3),
}


def main() -> None:
    sites = list(_sites())
    with tempfile.TemporaryDirectory() as name, serve([site for _, site in sites]) as world:
        folder = Path(name)
        path = listed(folder / "sites.toml", (_entry(kind, site, world) for kind, site in sites))
        harvest(folder / "data", path)
        world.log.clear()
        seconds = harvest(folder / "data", path)
        asked = Counter(request.host for request in world.log)
        with Archive(folder / "data", readonly=True) as archive:
            held = archive.db.execute("SELECT count(*) FROM document").fetchone()[0]
            rows = archive.run_table(archive.last_run())
    print(f"{SITES} sites with {held} documents; new {sum(row['new'] for row in rows)}, ", end="")
    print(f"failed {sum(row['failed'] for row in rows)}.\n")
    print("| | sites | requests a site | in all | kB |\n|---|---|---|---|---|")
    sizes = {row["site"]: row["bytes"] for row in rows}
    for kind in KINDS:
        hosts = {site.id: site.host for its, site in sites if its == kind}
        print(_row(kind, [asked[host] for host in hosts.values()], sum(sizes[id] for id in hosts)))
    print(_row("all", [asked[site.host] for _, site in sites], sum(sizes.values())))
    print(f"\n{seconds:.0f} s from `prachum harvest` to its end, with Prefect's start.")


def _sites() -> Iterator[tuple[str, WorldSite]]:
    """Each with its kind, a loopback address and some posts of the sample's that have no files."""
    posts = [post for post in POSTS if not post.files]
    for n in range(SITES):
        kind = [kind for kind, (*_, share) in KINDS.items() for _ in range(share)][n % 10]
        own = [posts[(n * EACH + k) % len(posts)] for k in range(EACH)]
        yield kind, WorldSite(f"s{n}", f"แห่งที่ {n}", own, KINDS[kind][0], f"127.0.2.{n + 1}")


def _entry(kind: str, site: WorldSite, world: World) -> Site:
    _, path, said, _ = KINDS[kind]
    return Site(site.id, site.name, world.urls[site.id] + path, delay=0, allow_private=True, **said)


def _row(name: str, asked: list[int], size: int) -> str:
    few, most = min(asked), max(asked)
    span = f"{few}" if few == most else f"{few} to {most}"
    return f"| {name} | {len(asked)} | {span} | {sum(asked)} | {size / 1000:.0f} |"


if __name__ == "__main__":
    main()
