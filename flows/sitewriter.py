"""An entry more in sites.toml, with everything that people wrote there left as it is."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from extractors.errors import BadInput
from extractors.records import Site
from flows import sitelist

# The ends of a host's name that tell nothing of whose it is.
_PUBLIC_ENDS = re.compile(r"(?:\.(?:go|ac|or|co|in|mi|net))?\.th$|\.(?:com|org|net|info|edu)$")


def id_of(host: str) -> str:
    """A short name made of a host's.

    >>> id_of("www.obec.go.th"), id_of("inno.obec.go.th"), id_of("110.78.114.242")
    ('obec', 'inno-obec', 'site-110-78-114-242')
    """
    try:
        return f"site-{re.sub('[.:]', '-', str(ipaddress.ip_address(host)))}"
    except ValueError:
        return _plain(_PUBLIC_ENDS.sub("", host.lower().removeprefix("www."))) or "site"


def id_of_folder(name: str) -> str:
    """A short name made of a folder's, or "folder" where it is written in Thai.

    >>> id_of_folder("Letters 2565"), id_of_folder("หนังสือเวียน")
    ('letters-2565', 'folder')
    """
    return _plain(name.lower()) or "folder"


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name).strip("-")


def new_id(wanted: str, listed: sitelist.SiteList) -> str:
    """That id, where no site of the list has it."""
    if any(known.id == wanted for known in listed.sites):
        raise BadInput(str(listed.path), f"has a site {wanted!r} already; give this one another name by --id")
    return wanted


def twin(site: Site, listed: sitelist.SiteList) -> Site | None:
    """The site of the list with the same address: its documents would all be kept twice, under other ids."""
    return next((known for known in listed.sites if _bare(known.url) == _bare(site.url)), None)


def _bare(url: str) -> str:
    """
    >>> _bare("https://www.Obec.go.th/") == _bare("http://www.obec.go.th")
    True
    """
    host, slash, path = re.sub("^https?://", "", url).partition("/")
    return (host.lower() + slash + path).rstrip("/")


def entry_of(site: Site) -> dict[str, Any]:
    """What the site's entry must say: whatever is not as in any other site."""
    said = {field.name: getattr(site, field.name) for field in fields(Site) if field.default is MISSING}
    for field in fields(Site):
        value = getattr(site, field.name)
        if field.default is not MISSING and value != field.default:
            said[field.name] = list(value) if isinstance(value, tuple) else value
    return said


def as_toml(site: Site) -> str:
    """The entry as it is written."""
    import tomlkit

    table = tomlkit.table()
    for key, value in entry_of(site).items():
        table.add(key, value)
    entries = tomlkit.aot()
    entries.append(table)
    listed = tomlkit.document()
    listed.append("site", entries)
    return tomlkit.dumps(listed)


def append(path: Path, site: Site) -> None:
    """Write the entry at the end of the list, whole or not at all.

    Raises BadInput where the list would not be read again.
    """
    before = path.read_text(encoding="utf-8").rstrip()
    made = path.with_name(f"{path.name}.new")
    try:
        with open(made, "w", encoding="utf-8") as file:
            file.write(f"{before}\n\n{as_toml(site)}".lstrip())
            file.flush()
            os.fsync(file.fileno())
        sitelist.load(made)
        os.replace(made, path)
    finally:
        made.unlink(missing_ok=True)
