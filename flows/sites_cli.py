"""`prachum site`: add a site, try one, list them all with their health."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from archive.ledger import KINDS, ledger
from archive.store import Archive
from extractors.child import read_safely
from extractors.errors import BadInput, LayoutChanged, PrachumError, Skip, TryAgain
from extractors.records import Capture, Link, Site
from extractors.sites.guesses import LOOKS, Guess, look
from extractors.sites.recognise import Proposal, recognise
from flows import sitelist, sitewriter
from flows.options import data_option, sites_file, sites_option
from flows.sources import agent
from flows.terminal import console

if TYPE_CHECKING:
    from flows.families import Source

DONE, PARTLY = 0, 1  # exit codes
SHOWN = 5  # documents of a preview
LINES = 6  # of its text
REQUESTS = 12  # list pages that a try asks for at most
ELSEWHERE = 403  # stands for what may not be had, or cannot, while one looks around

NUMBERS = ("documents", "new", "elsewhere")  # of `site list`, as Archive.standing names them

T = TypeVar("T")


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
    table = Table(box=None, pad_edge=False)
    for heading in ("site", "kind", "visited", *NUMBERS, "last problem"):
        table.add_column(heading, justify="right" if heading in NUMBERS else "left")
    for entry in listed.sites:
        row = standing.get(entry.id, {})
        visited = (row.get("visited") or "never")[:10] if entry.enabled else "switched off"
        numbers = [str(row.get(column) or 0) for column in NUMBERS]
        table.add_row(
            f"{entry.id}  {entry.name}", entry.kind, visited, *numbers, Text(row.get("problem") or "")
        )
    console.print(table)


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
def test(id_: str, limit: int, data: Path, sites: Path | None) -> int:
    """What a harvest of the site would find; nothing is written."""
    listed = sitelist.load(sites_file(data, sites))
    entry = listed.chosen([id_])[0]
    source = _open(entry, listed.contact)
    links, _ = _driven(look(entry, REQUESTS, limit), source)
    if not links:
        raise LayoutChanged(entry.url, f"lists no document; see `url` and `kind` of {entry.id}")
    click.echo(f"{entry.id} ({entry.kind}) lists, to begin with:")
    _print_links(links[:limit])
    return _print_first_text([source.get(link.url, link) for link in links[:1]], entry)


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
    proposal = _proposed(url, said, listed)
    entry = proposal.guess.site
    if twin := sitewriter.twin(entry, listed):
        raise BadInput(
            str(path), f"{twin.id} is {twin.url} already; `prachum site test {twin.id}` looks at it"
        )
    _print_proposal(proposal)
    code = _print_first_text(proposal.pages, entry)
    click.echo(f"\n{sitewriter.as_toml(entry).strip()}\n")
    if not yes and not _agreed(path):
        click.echo("nothing was written; --yes writes it without asking")
        return PARTLY
    sitewriter.append(path, entry)
    click.echo(f"{entry.id} is in {path}; `prachum harvest {entry.id}` visits it")
    return code


def _proposed(url: str, said: dict[str, Any], listed: sitelist.SiteList) -> Proposal:
    if Path(url).expanduser().exists() or said["kind"] == "folder":
        return _proposed_folder(Path(url).expanduser().absolute(), said, listed)
    if "://" not in url:  # many offices have no https to this day
        try:
            return _recognised(_start(f"https://{url}", said, listed), said["kind"], listed.contact)
        except TryAgain:
            url = f"http://{url}"
    return _recognised(_start(url, said, listed), said["kind"], listed.contact)


def _recognised(start: Site, kind: str | None, contact: str | None) -> Proposal:
    with Console(stderr=True).status(f"looking at {start.url} …"):
        return _driven(recognise(start, kind), _open(start, contact))


def _proposed_folder(path: Path, said: dict[str, Any], listed: sitelist.SiteList) -> Proposal:
    id_ = sitewriter.new_id(said["id_"] or sitewriter.id_of_folder(path.name), listed)
    entry = Site(id_, said["name"] or path.name, str(path), "folder")
    source = _open(entry, None)
    links, more = _driven(look(entry), source)
    return Proposal(Guess(entry, links, more), (), tuple(source.get(link.url, link) for link in links[:1]))


def _start(url: str, said: dict[str, Any], listed: sitelist.SiteList) -> Site:
    """The entry as far as people say it. Raises BadInput where the site may not be asked."""
    sitelist.refuse_password(url, "site add")
    host = urlsplit(url).hostname
    if not host:
        raise BadInput("", f"{url!r} is no web address and no folder; expected https://…")
    id_ = sitewriter.new_id(said["id_"] or sitewriter.id_of(host), listed)
    start = Site(id_, said["name"] or "", url, "", allow_private=said["allow_private"], pin=said["pin"])
    if said["delay"] is not None:
        start = replace(start, delay=said["delay"])
    replace(listed, sites=(start,)).chosen()
    return start


def _open(entry: Site, contact: str | None) -> Source:
    from flows.politeness import Gate
    from flows.sources import open_source

    return open_source(entry, agent(contact), Gate(), record=lambda capture: capture)


def _driven(asking: Generator[str, Capture, T], source: Source) -> T:
    """Run a walk to its end. What cannot be had counts as not there, but for the first address."""
    try:
        capture = source.get(next(asking))
        while True:
            url = asking.send(capture)
            try:
                capture = source.get(url)
            except (Skip, TryAgain):
                capture = Capture(url, "", ELSEWHERE, (), b"")
    except StopIteration as stop:
        found: T = stop.value
        return found


def _print_proposal(proposal: Proposal) -> None:
    guess = proposal.guess
    more = " to begin with" if guess.more else ""
    click.echo(f"{guess.site.url} can be harvested as {guess.site.kind}: {len(guess.links)} documents{more}")
    _print_links(guess.links[:SHOWN])
    if guess.note:
        click.echo(f"note: {guess.note}")
    for other in proposal.others:
        click.echo(f"or {other.site.url} as {other.site.kind}: {len(other.links)} documents")


def _print_links(links: Sequence[Link]) -> None:
    for link in links:
        title = link.title or "(its title stands on its page)"
        click.echo(f"  {(link.published or '')[:10]:10}  {title}\n{'':14}{link.url}")


def _print_first_text(pages: Sequence[Capture], entry: Site) -> int:
    """The beginning of the first page's main text, as a harvest would keep it."""
    failure: PrachumError | None = None
    for page in pages:
        try:
            document = read_safely(page, entry)
        except PrachumError as error:
            failure = error
            continue
        click.echo(f"the text of {document.url}" + (f", by {entry.selector!r}:" if entry.selector else ":"))
        for line in document.text.split("\n")[:LINES]:
            click.echo(f"  | {line[:160]}")
        return DONE
    click.echo(f"no text could be read: {failure}" if failure else "no document was fetched")
    return PARTLY


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
