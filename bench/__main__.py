"""The figures of BENCHMARKS.md: `python -m bench [--write] [NAME]…`, all of them where none is named.

--write puts what each prints into BENCHMARKS.md, below `<!-- bench: NAME -->`.

To add one: a module with `main() -> None` that prints a table, or "not
measured" and why; a line in BENCHES; and its marker in BENCHMARKS.md.
"""

from __future__ import annotations

import io
import re
import sys
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "BENCHMARKS.md"
_BLOCK = r"(<!-- bench: {name} -->\n).*?(<!-- end -->\n)"

# name -> module; `make bench` runs them in this order.
BENCHES = {
    "calibration": "bench.calibration",
    "encodings": "bench.encodings",
    "facts": "bench.facts",
    "letters": "bench.letters",
    "linear": "bench.linear",
    "oracle": "bench.oracle",
    "pdf": "bench.pdf",
    "search": "bench.search",
    "spine": "bench.spine",
}
# Those that take long: by name only.
LONG: dict[str, str] = {
    "anomalies": "bench.anomalies",
    "growth": "bench.growth",
    "hostile": "bench.hostile",
    "kinds": "bench.kinds",
    "nights": "bench.nights",
    "pace": "bench.pace",
    "scale": "bench.scale",
}


def main(arguments: list[str]) -> int:
    write = "--write" in arguments
    names = [name for name in arguments if name != "--write"]
    known = BENCHES | LONG
    if unknown := [name for name in names if name not in known]:
        print(f"bench: expected some of {', '.join(known)}, got {', '.join(unknown)}", file=sys.stderr)
        return 2
    for name in names or BENCHES:
        print(f"\n## {name}\n", flush=True)
        told = run(known[name])
        if write:
            PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), name, told), encoding="utf-8")
    return 0


def run(module: str) -> str:
    """What a bench prints, printed and returned."""
    told = io.StringIO()
    with redirect_stdout(_Both(told, sys.stdout)):
        import_module(module).main()
    return told.getvalue()


class _Both(io.TextIOBase):
    """Writes to both, so that one can watch what is kept."""

    def __init__(self, *files: io.TextIOBase | io.StringIO) -> None:
        self.files = files

    def write(self, text: str) -> int:
        for file in self.files:
            file.write(text)
            file.flush()
        return len(text)


def put(page: str, name: str, told: str) -> str:
    """The page with what that bench told in its block. Raises LookupError where it has none.

    >>> put("<!-- bench: a -->\\nold\\n<!-- end -->\\n", "a", "new")
    '<!-- bench: a -->\\nnew\\n<!-- end -->\\n'
    """
    block = re.compile(_BLOCK.format(name=re.escape(name)), re.DOTALL)
    if not block.search(page):
        raise LookupError(f"BENCHMARKS.md has no block `<!-- bench: {name} -->` … `<!-- end -->`")
    return block.sub(lambda found: f"{found[1]}{told.strip()}\n{found[2]}", page)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
