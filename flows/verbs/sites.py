"""`prachum site`: add a site, try one, list them all with their health."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from archive.ledger import KINDS, ledger
from archive.store import Archive
from extractors.errors import BadInput, LayoutChanged
from extractors.sites.guesses import LOOKS, look
from flows import sitelist, sitewriter
from flows.sources import agent
from flows.terminal import console, figures
from flows.verbs import PARTLY
from flows.verbs.looking import (
    SHOWN,
    open_site,
    print_first_text,
    print_links,
    print_proposal,
    proposed,
    walked,
)
from flows.verbs.options import data_option, sites_file, sites_option

REQUESTS = 12  # list pages that a try asks for at most
NUMBERS = ("documents", "new", "elsewhere")  # of `site list`, as Archive.standing names them


@click.group()
def site() -> None:
    """Add a site, try one, or list them with their health."""


@site.command("list")
@data_option
@sites_option
def list_(data: Path, sites: Path | None) -> None:
    """Every site: when it was visited, what the archive has of it, what went wrong."""
    listed = sitelist.load(sites_file(data, sites))
    standing = _standing(data)
    below: list[tuple[str, ...]] = [()]
    rows: list[tuple[str, ...]] = [("site", "kind", "visited", *NUMBERS)]
    for entry in listed.sites:
        row = standing.get(entry.id, {})
        visited = (row.get("visited") or "never")[:10] if entry.enabled else "switched off"
        rows.append((entry.id, entry.kind, visited, *(str(row.get(column) or 0) for column in NUMBERS)))
        below.append((entry.name, *(f"! {problem}" for problem in [row.get("problem")] if problem)))
    click.echo("\n".join(figures(rows, below)))


@site.command("ledger")
@click.argument("id_", metavar="ID")
@click.option("--runs", type=click.IntRange(1, 1000), default=7, show_default=True, help="The last so many.")
@data_option
@sites_option
def ledger_(id_: str, runs: int, data: Path, sites: Path | None) -> None:
    """What each host of a site was asked for, for its owner to read."""
    listed = sitelist.load(sites_file(data, sites))
    entry = next((entry for entry in listed.sites if entry.id == id_), None)
    if entry is None:
        raise BadInput(str(listed.path), f"has no site {id_!r}; `prachum site list` names them")
    with Archive(data, readonly=True) as archive:
        said = ledger(archive.db, id_, runs)
    click.echo(f"{agent(listed.contact)}\nat least {entry.delay:g} s between two requests to a host\n")
    table = Table(box=None, pad_edge=False)
    sized = [heading for kind in KINDS for heading in (kind, "kB")]
    for heading in ("run", "host", *sized, "2xx", "304", "3xx", "4xx", "5xx", "forbidden"):
        table.add_column(heading, justify="left" if heading in ("run", "host") else "right")
    for line in said.lines:
        counts = [cell for kind in KINDS for cell in (str(line.answers[kind]), _kilobytes(line.sizes[kind]))]
        statuses = [str(line.statuses[status]) for status in ("2xx", "304", "3xx", "4xx", "5xx")]
        table.add_row(line.started_at[:16], line.host, *counts, *statuses, str(line.refused))
    Console(width=140).print(table)  # it goes into a mail, whatever the terminal's width
    for host, until in said.resting.items():
        console.print(f"{host} is left alone until {until}")
    console.print(f"requests in all: {sum(said.requests.values())}, in {len(said.requests)} runs")


def _kilobytes(size: int) -> str:
    """A size in thousands of bytes, rounded up, so that 0 means nothing.

    >>> _kilobytes(0), _kilobytes(1), _kilobytes(1_234_567)
    ('0', '1', '1,235')
    """
    return f"{-(-size // 1000):,}"


@site.command("test")
@click.argument("id_", metavar="ID")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=SHOWN, show_default=True, help="Documents to show."
)
@data_option
@sites_option
def try_(id_: str, limit: int, data: Path, sites: Path | None) -> int:
    """What a harvest of the site would find; nothing is written."""
    listed = sitelist.load(sites_file(data, sites))
    entry = listed.chosen([id_])[0]
    source = open_site(entry, listed.contact)
    links, _ = walked(look(entry, REQUESTS, limit), source)
    if not links:
        raise LayoutChanged(entry.url, f"lists no document; see `url` and `kind` of {entry.id}")
    click.echo(f"{entry.id} ({entry.kind}) lists, to begin with:")
    print_links(links[:limit])
    return print_first_text([source.get(link.url, link) for link in links[:1]], entry)


@site.command("add")
@click.argument("url")
@click.option("--id", "id_", help="Its short name for ever, a-z, 0-9 and -; else made of its address.")
@click.option("--name", help="The office's name; else what the site calls itself.")
@click.option(
    "--kind", type=click.Choice(sorted({*LOOKS, "folder"})), help="Take it for that, whatever else it is."
)
@click.option("--delay", type=click.FloatRange(0), help="Seconds between two requests.")
@click.option("--pin", help="sha256:…, the fingerprint of its certificate, where that has expired.")
@click.option("--allow-private", is_flag=True, help="It is a server of your own network.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@data_option
@sites_option
def add(url: str, yes: bool, data: Path, sites: Path | None, **said: Any) -> int:
    """Look at a site, show what a harvest would find, and write its entry."""
    path = sites_file(data, sites)
    listed = sitelist.load(path)
    proposal = proposed(url, said, listed)
    entry = proposal.guess.site
    if twin := sitewriter.twin(entry, listed):
        raise BadInput(
            str(path), f"{twin.id} is {twin.url} already; `prachum site test {twin.id}` looks at it"
        )
    print_proposal(proposal)
    code = print_first_text(proposal.pages, entry)
    click.echo(f"\n{sitewriter.as_toml(entry).strip()}\n")
    if not yes and not _agreed(path):
        click.echo("nothing was written; --yes writes it without asking")
        return PARTLY
    sitewriter.append(path, entry)
    click.echo(f"{entry.id} is in {path}; `prachum harvest {entry.id}` visits it")
    return code


def _agreed(path: Path) -> bool:
    try:
        return click.confirm(f"Write this into {path}?")
    except click.Abort:
        return False


def _standing(data: Path) -> dict[str, dict[str, Any]]:
    """What the archive knows of each site; nothing before the first harvest."""
    try:
        with Archive(data, readonly=True) as archive:
            return archive.standing()
    except BadInput:
        return {}
