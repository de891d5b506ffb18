"""sites.toml: the sites that are harvested, and whom their owners may write to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from archive import given
from extractors.errors import BadInput
from extractors.records import Site
from extractors.sites import KINDS, selectors
from flows import window

# What each key of a [[site]] holds, for the message where it holds something else.
KEYS: dict[str, tuple[type | tuple[type, ...], str]] = {
    "id": (str, "a short name of a-z, 0-9 and -"),
    "name": (str, "the office's name"),
    "url": (str, "the site's address, or a folder's path"),
    "kind": (str, f"one of {', '.join(KINDS)}"),
    "delay": ((int, float), "seconds between two requests"),
    "allow_private": (bool, "true or false"),
    "enabled": (bool, "true or false"),
    "selector": (str, "a CSS selector"),
    "paths": (list, "a list of paths"),
    "until": (str, 'a time of day, "06:00"'),
    "was": (list, "a list of former addresses"),
    "pictures": (str, '"all"'),
    "note": (str, "a remark"),
    "pin": (str, '"sha256:" and the 64 digits of a certificate\'s fingerprint'),
    "chain": (str, "the path of a file of certificates"),
    "types": (list, "a list of WordPress's further types of posts"),
    "also": (list, "a list of further addresses that list documents"),
    "items": (str, "a CSS selector"),
    "item_link": (str, "a CSS selector"),
    "item_title": (str, "a CSS selector"),
    "item_date": (str, "a CSS selector"),
    "next": (str, 'a CSS selector, or an address with {n}, "news.php?page={n}"'),
}

_PIN = re.compile(r"sha256:[0-9a-f]{2}(?::?[0-9a-f]{2}){31}", re.I)
SELECTORS = ("selector", "items", "item_link", "item_title", "item_date", "next")


@dataclass(frozen=True)
class SiteList:
    """What sites.toml says, in its order."""

    path: Path
    contact: str | None
    sites: tuple[Site, ...]

    def chosen(self, ids: Sequence[str] = ()) -> tuple[Site, ...]:
        """The sites of those ids, or all that are enabled.

        Raises BadInput for an id that the file does not have, and where a
        public site would be visited without `contact`.
        """
        known = {site.id: site for site in self.sites}
        for wanted in ids:
            if wanted not in known:
                raise BadInput(str(self.path), f"has no site {wanted!r}; it has {', '.join(known) or 'none'}")
        sites = tuple(known[wanted] for wanted in ids) or tuple(site for site in self.sites if site.enabled)
        public = next((site for site in sites if not site.allow_private and site.kind != "folder"), None)
        if public and not self.contact:
            raise BadInput(
                str(self.path),
                f'write contact = "you@office.example" at its top: {public.id} is a public site, '
                "and its owner must be able to reach you",
            )
        return sites


def load(path: Path) -> SiteList:
    """Read sites.toml. Raises BadInput, in one line with the fix, for whatever is not as it should be."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadInput(str(path), "is not there; `prachum init` writes one, --sites names another") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(str(path), f"is no TOML: {error}") from None
    for key in said.keys() - {"contact", "site"}:
        raise BadInput(str(path), f"has {key!r} at its top; expected contact and [[site]] entries")
    sites = tuple(_site(entry, path) for entry in said.get("site", []))
    ids = [site.id for site in sites]
    for twice in {name for name in ids if ids.count(name) > 1}:
        raise BadInput(str(path), f"has two sites with the id {twice!r}; every id must be its own")
    return SiteList(path, said.get("contact") or None, sites)


def _site(entry: dict[str, Any], path: Path) -> Site:
    where = f"{path}, site {entry.get('id', '(without id)')}"
    for key, value in entry.items():
        _check(key, value, where)
    for needed in (field.name for field in fields(Site) if field.default is MISSING):
        if needed not in entry:
            raise BadInput(where, f"has no {needed}; write {needed} = …, {KEYS[needed][1]}")
    if entry["kind"] not in KINDS:
        raise BadInput(where, f"has kind = {entry['kind']!r}; expected {KEYS['kind'][1]}")
    if (
        not entry["id"].replace("-", "").isalnum()
        or not entry["id"].isascii()
        or entry["id"].lower() != entry["id"]
    ):
        raise BadInput(where, f"has id = {entry['id']!r}; expected {KEYS['id'][1]}")
    if entry["id"] == given.SITE.id:
        raise BadInput(where, "has an id that `prachum add` uses; give the site another one")
    if entry["kind"] == "listing" and "items" not in entry:
        raise BadInput(
            where, 'has no items; write items = "…", a CSS selector that matches each entry of the list'
        )
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    if "chain" in entry:
        values["chain"] = str(path.absolute().parent / Path(entry["chain"]).expanduser())
    return Site(**values | {"url": _address(entry, path, where)})


def _address(entry: dict[str, Any], path: Path, where: str) -> str:
    """Where the site begins; of a folder its whole path, a relative one being counted from the file's own."""
    url: str = entry["url"]
    parts = urlsplit(url)
    if entry["kind"] == "folder":
        if parts.scheme in ("http", "https"):
            raise BadInput(where, f"has url = {url!r}; expected the path of a folder on this machine")
        place = Path(url2pathname(parts.path) if parts.scheme == "file" else url).expanduser()
        return str(path.absolute().parent / place)
    refuse_password(url, where)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadInput(where, f"has url = {url!r}; expected http://… or https://…")
    return f"{url}/" if entry["kind"] == "wordpress" and not parts.path.endswith("/") else url


def refuse_password(url: str, where: str) -> None:
    """Raises BadInput for an address with a password: the captures and pages of the archive would show it."""
    if "@" in urlsplit(url).netloc:
        raise BadInput(where, "has a user or a password in its address; write the address without them")


def _check(key: str, value: Any, where: str) -> None:
    if key not in KEYS:
        near = get_close_matches(key, KEYS, 1)
        raise BadInput(
            where,
            f"has {key!r}; " + (f"did you mean {near[0]!r}?" if near else f"expected {', '.join(KEYS)}"),
        )
    expected, meaning = KEYS[key]
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
        raise BadInput(where, f"has {key} = {value!r}; expected {meaning}")
    if isinstance(value, list) and not all(isinstance(part, str) for part in value):
        raise BadInput(where, f"has {key} = {value!r}; expected {meaning}, each in quotes")
    if key == "until" and not window.TIME.fullmatch(str(value)):
        raise BadInput(where, f"has until = {value!r}; expected {meaning}")
    if key == "pin" and not _PIN.fullmatch(str(value)):
        raise BadInput(where, f"has pin = {value!r}; expected {meaning}")
    if key in SELECTORS and "{n}" not in str(value) and (fault := selectors.fault(str(value))):
        raise BadInput(where, f"has {key} = {value!r}, which is no CSS selector: {fault}")
