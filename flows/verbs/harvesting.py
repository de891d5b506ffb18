"""`prachum harvest` and `reread`: what goes to the sites or through the captures, as flows of Prefect."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from archive import folder
from archive.catalogue import FULL, NoRoom
from archive.store import Archive
from extractors.errors import BadInput, PrachumError
from flows import report, sitelist, terminal
from flows.verbs import DONE, PARTLY
from flows.verbs.options import data_option, sites_file, sites_option

LEAST = 1024 * 1024  # bytes free, below which a disk is full


@click.command()
@click.argument("only", metavar="[SITE]…", nargs=-1)
@click.option("--limit", type=click.IntRange(1), help="At most so many pages a site; the rest waits.")
@data_option
@sites_option
def harvest(only: tuple[str, ...], limit: int | None, data: Path, sites: Path | None) -> int:
    """Visit the sites, keep what is new, read it, and say what was found."""
    path = sites_file(data, sites)
    chosen = sitelist.load(path).chosen(only)
    if not chosen:
        raise BadInput(str(path), "has no site that is enabled; name one, or set enabled = true")

    def run() -> Any:
        from flows.harvest import harvest as flow

        return flow(str(data), str(path), list(only) or None, limit, return_state=True)

    return _run_flow(data, run)


@click.command()
@click.argument("only", metavar="[SITE]…", nargs=-1)
@data_option
@sites_option
def reread(only: tuple[str, ...], data: Path, sites: Path | None) -> int:
    """Read everything again from what was kept, without the network."""
    path = sites_file(data, sites)
    sitelist.load(path)
    with Archive(data, readonly=True) as archive:
        if unknown := sorted(set(only) - set(archive.standing())):
            raise BadInput(str(data), f"has no site {unknown[0]!r}; `prachum site list` names them")

    def run() -> Any:
        from flows.harvest import reread as flow

        return flow(str(data), str(path), list(only) or None, return_state=True)

    return _run_flow(data, run)


def _run_flow(data: Path, run: Callable[[], Any]) -> int:
    """Run a flow in this process, with bars while it goes on and a table at its end."""
    from flows import engine

    with folder.lock(data):  # said at once, rather than after Prefect's start
        pass
    engine.settle(data)
    try:
        with terminal.bars():
            state = run()
    except Exception as failure:
        # Prefect's server answers 500 when its own database finds no room, and never says why.
        if not isinstance(failure, PrachumError) and shutil.disk_usage(data).free < LEAST:
            raise NoRoom(str(data), FULL) from failure
        raise
    if isinstance(error := state.result(raise_on_failure=False), PrachumError):
        raise error
    with Archive(data, readonly=True) as archive:
        last = archive.last_run()
        rows = archive.run_table(last)
        terminal.print_report(rows, archive.problems(last))
    return DONE if report.outcome(rows) == "done" else PARTLY
