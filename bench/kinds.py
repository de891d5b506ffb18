"""Six kinds of sites harvested in one `prachum harvest`, twice: what each night asks them for."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archive.store import Archive
from bench.harvesting import harvest, listed
from extractors.records import Site
from tests.world import entries
from tests.world.meetings import meetings
from tests.world.records import FILES
from tests.world.server import World, serve
from tests.world.sites import SAMPLE, WorldSite

DRAWER = ("letter.pdf", "programme.pdf", "minutes.docx")

# id: what it is, its skin in the world, its list, and what else its entry says. Each has a host of its own.
SITES: dict[str, tuple[str, str, str, entries.Entry]] = {
    "office": ("WordPress, 300 posts, 12 with a PDF", "wordpress", "", {"kind": "wordpress"}),
    "ministry": ("Joomla, a list of two pages", "joomla", entries.JOOMLA_ADDRESS, entries.JOOMLA),
    "district": (
        "ASP.NET, a table whose pages come to a form, in windows-874",
        "table",
        "news.aspx",
        entries.ASP_NET,
    ),
    "school": ("an RSS feed of ten", "wordpress", "feed/", {"kind": "feed"}),
    "province": ("a sitemap", "joomla", "sitemap.xml", entries.JOOMLA_SITEMAP),
}
FOLDER = "drawer"


@dataclass(frozen=True)
class Row:
    """One site's share of both nights."""

    what: str
    documents: int
    failed: int  # in both nights
    first: int  # requests
    again: tuple[str, ...]  # paths asked for the second night
    new: int  # or changed, in the second night


def two_nights(folder: Path) -> list[Row]:
    """A row a site, in the order of SITES, the folder last."""
    sites = [
        replace(SAMPLE, id=id, skin=skin, host=f"127.0.0.{n}", posts=SAMPLE.posts[:14])
        for n, (id, (_, skin, _, _)) in enumerate(SITES.items(), start=2)
    ]
    sites[0] = replace(sites[0], posts=meetings(300, letters=25))
    drawer = folder / "drawer"
    drawer.mkdir()
    for name in DRAWER:
        shutil.copy(FILES / name, drawer / name)
    with serve(sites) as world:
        sites_file = listed(folder / "sites.toml", _entries(world, drawer))
        asked = []
        for _ in range(2):
            world.log.clear()
            harvest(folder / "data", sites_file)
            asked.append([(request.host, request.path.partition("?")[0]) for request in world.log])
    return [_row(folder / "data", site, asked) for site in sites] + [_row(folder / "data", None, asked)]


def _row(data: Path, site: WorldSite | None, asked: list[list[tuple[str, str]]]) -> Row:
    id = site.id if site else FOLDER
    first, again = ([path for host, path in night if site and host == site.host] for night in asked)
    with Archive(data, readonly=True) as archive:
        sql = "SELECT count(*) FROM document WHERE site = ? AND version IS NOT NULL"
        documents = archive.db.execute(sql, [id]).fetchone()[0]
        sql = "SELECT failed, new + changed FROM run_site WHERE site = ? ORDER BY run"
        nights = archive.db.execute(sql, [id]).fetchall()
    what = SITES[id][0] if site else "a folder of three files"
    failed = sum(failed for failed, _ in nights)
    return Row(what, documents, failed, len(first), tuple(again), nights[-1][1])


def _entries(world: World, drawer: Path) -> Iterator[Site]:
    for id, (what, _, path, said) in SITES.items():
        yield Site(id, what, world.urls[id] + path, delay=0, allow_private=True, **said)
    yield Site(FOLDER, "ตู้เอกสาร", str(drawer), "folder")


def table(rows: list[Row]) -> str:
    lines = [
        "| site | documents | requests, first night | second night | asked for then |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        again = ", ".join(row.again) or "nothing; it looks at the files' stamps"
        lines.append(f"| {row.what} | {row.documents} | {row.first} | {len(row.again)} | {again} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        print(table(two_nights(Path(name))), end="")
