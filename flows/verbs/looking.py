"""How `prachum site add` and `site test` look at a site: what is asked, what is made of it, what is shown."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click
from rich.console import Console

from extractors.child import read_safely
from extractors.errors import BadInput, PrachumError, Skip, TryAgain
from extractors.records import Capture, Link, Site
from extractors.sites.guesses import Guess, look
from extractors.sites.recognise import Proposal, recognise
from flows import sitelist, sitewriter
from flows.sources import agent
from flows.verbs import DONE, PARTLY

if TYPE_CHECKING:
    from flows.families import Source

SHOWN = 5  # documents of a preview
LINES = 6  # of its text
ELSEWHERE = 403  # stands for what may not be had, or cannot, while one looks around

T = TypeVar("T")


def proposed(url: str, said: dict[str, Any], listed: sitelist.SiteList) -> Proposal:
    """What the site, or the folder, is found to be; `said` is what people said of it on the command line."""
    if Path(url).expanduser().exists() or said["kind"] == "folder":
        return _proposed_folder(Path(url).expanduser().absolute(), said, listed)
    if "://" not in url:  # many offices have no https to this day
        try:
            return _recognised(start_of(f"https://{url}", said, listed), said["kind"], listed.contact)
        except TryAgain:
            url = f"http://{url}"
    return _recognised(start_of(url, said, listed), said["kind"], listed.contact)


def _recognised(start: Site, kind: str | None, contact: str | None) -> Proposal:
    with Console(stderr=True).status(f"looking at {start.url} …"):
        return walked(recognise(start, kind), open_site(start, contact))


def _proposed_folder(path: Path, said: dict[str, Any], listed: sitelist.SiteList) -> Proposal:
    id_ = sitewriter.new_id(said["id_"] or sitewriter.id_of_folder(path.name), listed)
    entry = Site(id_, said["name"] or path.name, str(path), "folder")
    source = open_site(entry, None)
    links, more = walked(look(entry), source)
    return Proposal(Guess(entry, links, more), (), tuple(source.get(link.url, link) for link in links[:1]))


def start_of(url: str, said: dict[str, Any], listed: sitelist.SiteList) -> Site:
    """The entry as far as people say it. Raises BadInput where the site may not be asked."""
    sitelist.refuse_password(url, "site add")
    host = urlsplit(url).hostname
    if not host:
        raise BadInput("", f"{url!r} is no web address and no folder; expected https://…")
    if not said["allow_private"] and _is_private(host):
        raise BadInput("", f"{host} is an address of your own network; --allow-private takes it in")
    id_ = sitewriter.new_id(said["id_"] or sitewriter.id_of(host), listed)
    start = Site(id_, said["name"] or "", url, "", allow_private=said["allow_private"], pin=said["pin"])
    if said["delay"] is not None:
        start = replace(start, delay=said["delay"])
    replace(listed, sites=(start,)).chosen()
    return start


def _is_private(host: str) -> bool:
    """Whether the host says by its name that it is no site of the public internet.

    >>> [_is_private(host) for host in ("127.0.0.1", "localhost", "203.150.1.1", "office.example")]
    [True, True, False, False]
    """
    from flows.connect import is_public

    try:
        return not is_public(host)
    except ValueError:  # a name; where that leads is seen when it is asked
        return host == "localhost"


def open_site(entry: Site, contact: str | None) -> Source:
    from flows.politeness import Gate
    from flows.sources import open_source

    return open_source(entry, agent(contact), Gate(), record=lambda capture: capture)


def walked(asking: Generator[str, Capture, T], source: Source) -> T:
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


def print_proposal(proposal: Proposal) -> None:
    guess = proposal.guess
    more = " to begin with" if guess.more else ""
    click.echo(f"{guess.site.url} can be harvested as {guess.site.kind}: {len(guess.links)} documents{more}")
    print_links(guess.links[:SHOWN])
    if guess.note:
        click.echo(f"note: {guess.note}")
    for other in proposal.others:
        click.echo(f"or {other.site.url} as {other.site.kind}: {len(other.links)} documents")


def print_links(links: Sequence[Link]) -> None:
    for link in links:
        title = link.title or "(its title stands on its page)"
        click.echo(f"  {(link.published or '')[:10]:10}  {title}\n{'':14}{link.url}")


def print_first_text(pages: Sequence[Capture], entry: Site) -> int:
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
