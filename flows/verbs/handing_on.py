"""`prachum export` and `extract`: for researchers and other programs."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import click

from archive.export import EXPORTERS, export_to
from archive.store import Archive
from extractors.errors import PrachumError
from flows import explaining, extracting, terminal
from flows.verbs import DONE, PARTLY
from flows.verbs.options import data_option


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--format", "form", type=click.Choice(sorted(EXPORTERS)), default="csv", show_default=True)
@data_option
def export(target: Path, form: str, data: Path) -> None:
    """Write the whole archive out as a dataset."""
    with Archive(data, readonly=True) as archive:
        for path in export_to(archive, target, form):
            click.echo(str(path))


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--explain", "explained", is_flag=True, help="Print the text with each value marked.")
def extract(files: tuple[Path, ...], explained: bool) -> int:
    """Read files (text, web, PDF, office, zip) and print what they tell, one JSON object a line."""
    unread: list[PrachumError] = []
    failed = False
    for path in files:
        said = extracting.extract(path, unread.append)
        failed = failed or "error" in said
        if explained and "error" not in said:
            terminal.console.print(explaining.explain(said))
        else:
            click.echo(json.dumps(said, ensure_ascii=False))
    for error in unread:
        click.echo(f"prachum: {unquote(str(error))}", err=True)
    return PARTLY if failed or unread else DONE
