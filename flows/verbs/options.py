"""Options that several verbs of the command line share."""

from __future__ import annotations

import os
from pathlib import Path

import click


def default_data() -> Path:
    """$PRACHUM_DATA, else ./data."""
    return Path(os.environ.get("PRACHUM_DATA", "data"))


data_option = click.option(
    "--data", type=click.Path(path_type=Path, file_okay=False), default=default_data,
    help="The data folder; else $PRACHUM_DATA, else ./data.",
)  # fmt: skip
sites_option = click.option(
    "--sites", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help="The list of sites; else DATA/sites.toml, else ./sites.toml.",
)  # fmt: skip

by_option = click.option("--by", help="Who says or gives it; else your login name.")


def sites_file(data: Path, sites: Path | None) -> Path:
    """The list of sites that these two options name."""
    if sites is not None:
        return sites
    return data / "sites.toml" if (data / "sites.toml").exists() else Path("sites.toml")
