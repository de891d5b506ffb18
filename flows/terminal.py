"""What the command line draws: progress bars, and the report of a run."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from extractors.errors import Alarm
from flows.progress import watched_by
from flows.report import COLUMNS, Row

ALARMS = {alarm.__name__ for alarm in Alarm.__subclasses__()}  # told first
PROBLEMS = 20  # lines of problems under a report; the catalogue holds them all

console = Console(highlight=False, soft_wrap=True)


@contextmanager
def bars() -> Iterator[None]:
    """Draw a bar for each site, and one for the reading, while the block runs; gone when it ends."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    drawn: dict[str, TaskID] = {}
    lock = threading.Lock()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        waiting = progress.add_task("starting Prefect …", total=None)

        def draw(what: str, done: int, total: int) -> None:
            with lock:
                progress.update(waiting, visible=False)
                if what not in drawn:
                    drawn[what] = progress.add_task(what)
            progress.update(drawn[what], completed=done, total=total)

        with watched_by(draw):
            yield


def print_report(rows: Sequence[Row], problems: Sequence[Row]) -> None:
    """A line a site, and below it what went wrong."""
    table = Table(box=None, pad_edge=False)
    table.add_column("site")
    for heading in COLUMNS.values():
        table.add_column(heading, justify="right")
    for row in rows:
        table.add_row(f"{row['site']}  {row['name']}", *(str(row[column]) for column in COLUMNS))
    console.print(table)
    reasons = {problem["message"] for problem in problems}
    for row in rows:
        if row["message"] and row["message"] not in reasons:
            console.print(Text(f"  {row['site']}: {row['message']}"))
    for problem in sorted(problems, key=lambda problem: problem["kind"] not in ALARMS)[:PROBLEMS]:
        console.print(Text(f"  {problem['site']}: {problem['kind']}: {problem['message']}"))
    if len(problems) > PROBLEMS:
        console.print(Text(f"  … and {len(problems) - PROBLEMS} more, in the table `problem` of archive.db"))
