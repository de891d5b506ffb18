"""Whether the event of a PDF is that of its true text, on ../shared/pdf: `python -m bench letters`.

Values alone are compared: title, days, venue, people, items of the programme … Evidence lies elsewhere in the
other text. `python -m bench.letters FILE…` names those of single files.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from bench.pdf import SET, SITE, classed, document
from extractors.formats import plain
from extractors.read import read_event
from extractors.records import Capture, Event


def main(names: Sequence[str] = ()) -> None:
    if not SET.exists():
        print(f"not measured: {SET} is not there")
        return
    print("| | files | values of the true text's events | read the same | other, or only in one of the two |")
    print("|---|---|---|---|---|")
    for group, files in classed(names).items():
        pairs = [_pair(name) for name in files]
        total = sum(len(true) for true, _ in pairs)
        other = [path for true, read in pairs for path in true | read if true.get(path) != read.get(path)]
        same = sum(read.get(path) == value for true, read in pairs for path, value in true.items())
        named = ", ".join(f"{path} ({count})" for path, count in sorted(Counter(other).items()))
        if files:
            print(f"| {group} | {len(files)} | {total} | {same} | {named or '–'} |", flush=True)
        for name, (true, read) in zip(files, pairs, strict=True) if names else ():
            for path in true | read:
                if true.get(path) != read.get(path):
                    print(f"|   {name} | | {true.get(path)} | {read.get(path)} | {path} |")


def _pair(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The values of the event from the true text, and of that from the PDF."""
    text = (SET / f"{name}.txt").read_bytes()
    header = (("content-type", "text/plain; charset=utf-8"),)
    true = plain.read(Capture(f"{name}.txt", "", 200, header, text), SITE)
    read = document((SET / f"{name}.pdf").read_bytes())
    return _values(read_event([true])), _values(read_event([read]))


def _values(event: Event | None) -> dict[str, Any]:
    """Each value of the event by its path, lists by their places."""
    found: dict[str, Any] = {}
    for field in fields(Event) if event else ():
        held = getattr(event, field.name)
        if field.name == "evidence" or held in (None, (), [], False, ""):
            continue
        named = {f"{field.name}[{n}]": item for n, item in enumerate(held)} if isinstance(held, tuple) else {}
        found |= named or {field.name: held}
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
