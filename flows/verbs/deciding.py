"""People's word: `prachum correct`, `merge`, `split` and `takedown`, each with who and why for the record."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from archive import record
from archive.decisions.merges import redirected
from archive.decisions.values import DAYS, holds_words
from archive.folder import Busy, lock
from archive.store import Archive
from extractors.errors import BadInput
from flows import reading
from flows.verbs import DONE, PARTLY
from flows.verbs.options import by_option, data_option
from flows.verbs.typed import day, line, who

F = TypeVar("F", bound=Callable[..., Any])


def _for_the_record(verb: F) -> F:
    """The options that every decision takes."""
    why = click.option("--why", required=True, help="The reason, for whoever asks in ten years.")
    return data_option(why(by_option(verb)))


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("path", metavar="FIELD")
@click.argument("value", required=False)
@click.option("--clear", is_flag=True, help="Take the value away: the texts do not say it.")
@click.option("--withdraw", is_flag=True, help="Undo the corrections made there: what is read stands again.")
@_for_the_record
def correct(
    id_: str, path: str, value: str | None, clear: bool, withdraw: bool, why: str, by: str | None, data: Path
) -> None:
    """Set a value of an event for good: venue, start, organizers[0], people[1].topic."""
    if (value is not None) + clear + withdraw != 1:
        raise BadInput(path, "expected one of the three: a VALUE, --clear, --withdraw")
    said = _said(by, why)
    with _opened(data) as archive:
        if withdraw:
            _decide(archive, lambda: archive.withdraw(id_, path, **said))
            click.echo(f"{id_} {path}: what is read stands again")
            return
        new = None if value is None else _typed(path, value)
        archive.correct(id_, path, new, **said)
        event = redirected(archive.db, id_)
        made = record.history(archive, event) or {}
    click.echo(f"{event} {path}: {_shown(made['corrections'][-1]['old'])} -> {_shown(new)}")


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("into", metavar="INTO")
@_for_the_record
def merge(id_: str, into: str, why: str, by: str | None, data: Path) -> None:
    """Make one event of two: what tells of ID tells of INTO, and the address of ID leads there."""
    said = _said(by, why)
    with _opened(data) as archive:
        archive.merge(id_, into, **said)
        click.echo(f"{id_} leads to {redirected(archive.db, id_)}; `prachum split {id_}` undoes it")


@click.command()
@click.argument("id_", metavar="ID")
@_for_the_record
def split(id_: str, why: str, by: str | None, data: Path) -> None:
    """Undo a merge: ID is an event of its own again."""
    said = _said(by, why)
    with _opened(data) as archive:
        _decide(archive, lambda: archive.split(id_, **said))
    click.echo(f"{id_} is an event of its own again")


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--lift", is_flag=True, help="Undo a takedown: it is shown again.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@_for_the_record
def takedown(id_: str, lift: bool, yes: bool, why: str, by: str | None, data: Path) -> int:
    """Show a document to nobody any more: a page with its files, or one file."""
    said = _said(by, why)
    with _opened(data) as archive:
        if lift:
            _decide(archive, lambda: archive.lift(id_, **said))
            click.echo(f"{id_} is shown again")
            return DONE
        _announce(archive, id_)
        if not yes and not _agreed("Show that to nobody any more?"):
            click.echo("nothing was taken down; --yes does it without asking")
            return PARTLY
        _decide(archive, lambda: archive.take_down(id_, **said))
    click.echo(f"{id_} is taken down; `prachum takedown {id_} --lift` undoes it")
    return DONE


def _opened(data: Path) -> Archive:
    """The archive, to decide on. Raises BadInput where there is none, and makes none."""
    Archive(data, readonly=True).close()
    return Archive(data)


def _announce(archive: Archive, id: str) -> None:
    """Print what goes. Raises BadInput where it went before."""
    found = record.document(archive, id)
    if found is None:  # fetched and not yet read, or never met
        return
    if down := found["taken_down"]:
        raise BadInput(id, f"was taken down by {down['who']} on {down['at'][:10]} ({down['why']})")
    click.echo(f"{id}  {found['title'] or ''}")
    for part in found["attachments"]:
        click.echo(f"{part['id']}  {part['title'] or ''}")


def _agreed(question: str) -> bool:
    try:
        return click.confirm(question)
    except click.Abort:
        return False


def _said(by: str | None, why: str) -> dict[str, str]:
    return {"who": who(by), "why": line(why, "--why")}


def _decide(archive: Archive, decide: Callable[[], None]) -> None:
    """Lets a decision take effect, and reads what it puts back to be read."""
    before = set(archive.pending())
    decide()
    pages = set(archive.pending()) - before
    try:
        with lock(archive.folder):
            _read(archive, pages)
    except Busy:  # its last batch, or the next harvest, finds them waiting
        click.echo("a harvest is running; what is to be read again, the next one reads")


def _read(archive: Archive, pages: set[str]) -> None:
    if not pages:
        return
    run = archive.begin_run("decide")
    while waiting := pages.intersection(archive.pending()):
        for page in sorted(waiting):
            reading.read_family(archive, page, {}, run)
    archive.end_run(run, "done")


def _typed(path: str, value: str) -> Any:
    """What was typed as the event's JSON has it. Raises BadInput where it is none.

    >>> _typed("venue", "ห้อง 1"), _typed("start", "12 มี.ค. 67"), _typed("organizers", '["สพป. กระบี่"]')
    ('ห้อง 1', '2024-03-12', ['สพป. กระบี่'])
    """
    if path in DAYS:
        return day(value, path)
    if holds_words(path):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise BadInput(path, f"holds no plain words; expected JSON, came {value!r}") from None


def _shown(value: Any) -> str:
    """
    >>> _shown(None), _shown("ห้อง 1"), _shown(True)
    ('nothing', 'ห้อง 1', 'true')
    """
    if value is None:
        return "nothing"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
