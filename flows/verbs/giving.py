"""`prachum add`: take in files that no harvester may fetch, with who gave them and from where."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click

from archive import given, record
from archive.clock import now
from archive.decisions.takedowns import is_taken_down
from archive.folder import lock
from archive.given import Given
from archive.store import Archive
from extractors.errors import BadInput
from extractors.records import Capture
from flows import reading
from flows.shelf import SIZE
from flows.verbs import DONE, PARTLY
from flows.verbs.options import by_option, data_option
from flows.verbs.typed import day, line, who


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", required=True, help="Where it comes from: an e-office system, a group chat.")
@click.option("--date", "said", required=True, help="The document's day: 12 มี.ค. 67, 12/3/2567, 2024-03-12.")
@click.option("--title", help="What it is; else what it says of itself, or its name.")
@by_option
@data_option
def add(
    files: tuple[Path, ...], source: str, said: str, title: str | None, by: str | None, data: Path
) -> int:
    """Take in files that no harvester may fetch: a letter, a picture from a chat."""
    if title and len(files) > 1:
        raise BadInput("--title", f"names one file, came {len(files)}; add them one by one")
    date, giver = day(said, "--date"), who(by)
    captures = [
        given.capture(Given(giver, line(source, "--source"), path.name), _body(path), date, title, now())
        for path in files
    ]
    with lock(data), Archive(data) as archive:
        return _take(archive, captures)


def _take(archive: Archive, captures: Sequence[Capture]) -> int:
    run = archive.begin_run("add")
    archive.register(given.SITE)
    lines = []
    for capture in captures:
        lines.append((capture, known := _known(archive, capture)))
        if known is None:
            archive.keep(capture, given.SITE, run)
    for page in archive.pending(given.SITE.id):
        reading.read_family(archive, page, {}, run)
    failed = 0
    for capture, known in lines:
        error = None if known else _error(archive, capture)
        failed += error is not None
        click.echo(f"{_id(capture)}  {given.name(capture)}: {known or error or 'kept'}")
        for what in _unread(archive.problems(run), capture):
            failed += 1
            click.echo(f"  {what}")
    archive.end_run(run, "partly" if failed else "done")
    return PARTLY if failed else DONE


def _id(capture: Capture) -> str:
    assert capture.link is not None
    return capture.link.id


def _unread(problems: Sequence[dict[str, Any]], capture: Capture) -> list[str]:
    """Of a zip archive or a mail, the documents in it that cannot be read, and why."""
    parted = [(problem["url"].partition(f":{capture.url}!/")[2], problem["message"]) for problem in problems]
    return [f"{unquote(name)}: {message}" for name, message in parted if name]


def _known(archive: Archive, capture: Capture) -> str | None:
    """Why the file is not taken in; None for a new one."""
    assert capture.link is not None
    if not archive.has(capture.link):
        return None
    before = given.said(archive.db, _id(capture))
    if before is None or is_taken_down(archive.db, _id(capture)):
        return "was taken down and stays so; `prachum show` tells by whom and why"
    return f"nothing new, {before['by']} gave it on {before['at'][:10]} ({before['source']})"


def _error(archive: Archive, capture: Capture) -> str | None:
    shown = record.document(archive, _id(capture))
    error = shown and shown["error"]
    return f"kept, but it cannot be read: {error}" if error else None


def _body(path: Path) -> bytes:
    """The file's bytes. Raises BadInput before anything is written."""
    if path.is_dir():
        raise BadInput(
            str(path), "is a folder; `prachum site add` takes one in, and what is put into it later"
        )
    try:
        with open(path, "rb") as file:
            body = file.read(SIZE + 1)
    except OSError as error:
        raise BadInput(str(path), f"cannot be read ({error.strerror}); nothing was added") from None
    if not body:
        raise BadInput(str(path), "is empty; nothing was added")
    if len(body) > SIZE:
        raise BadInput(str(path), f"is larger than {SIZE // 1_000_000} MB; nothing was added")
    return body
