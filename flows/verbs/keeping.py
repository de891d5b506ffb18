"""`prachum init`, `check` and `rebuild`: the data folder itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from archive import folder
from archive.store import Archive
from flows import sitelist
from flows.verbs import DONE, PARTLY
from flows.verbs.options import data_option, sites_file, sites_option

SHIPPED = Path(__file__).parents[2] / "sites.toml"


@click.command()
@data_option
def init(data: Path) -> None:
    """Set up a data folder with a list of sites to fill in."""
    folder.create(data)
    if not (data / "sites.toml").exists():
        shutil.copy(SHIPPED, data / "sites.toml")
    click.echo(f"{data} is ready. Write your contact into {data / 'sites.toml'}, enable or add sites, then:")
    click.echo(f"  prachum harvest --data {data}")


@click.command()
@data_option
def check(data: Path) -> int:
    """Compare every byte that was kept with what the catalogue says of it."""
    from archive.fixity import check as mismatches

    with Archive(data, readonly=True) as archive:
        found = list(mismatches(archive))
    for line in found:
        click.echo(line)
    click.echo(f"{len(found)} mismatches" if found else "all is as it was kept")
    return PARTLY if found else DONE


@click.command()
@data_option
@sites_option
def rebuild(data: Path, sites: Path | None) -> None:
    """Make the catalogue anew from the captures and people's decisions."""
    from archive.rebuild import rebuild as make_anew

    path = sites_file(data, sites)
    listed = sitelist.load(path).sites if path.exists() else ()
    Archive(data, readonly=True).close()
    with folder.lock(data):
        make_anew(data, listed)
    click.echo(f"{data / 'archive.db'} was made anew from {data / 'captures'} and decisions.jsonl")
