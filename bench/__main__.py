"""The figures of BENCHMARKS.md: `python -m bench [NAME]…`, all of them where none is named.

To add one: a module with `main() -> None` that prints a table, or "not
measured" and why, and a line in BENCHES.
"""

from __future__ import annotations

import sys
from importlib import import_module

# name -> module; `make bench` runs them in this order.
BENCHES = {
    "calibration": "bench.calibration",
    "facts": "bench.facts",
    "oracle": "bench.oracle",
    "pdf": "bench.pdf",
    "search": "bench.search",
    "spine": "bench.spine",
}
# Those that take long: by name only.
LONG: dict[str, str] = {"names": "bench.names"}


def main(names: list[str]) -> int:
    known = BENCHES | LONG
    if unknown := [name for name in names if name not in known]:
        print(f"bench: expected some of {', '.join(known)}, got {', '.join(unknown)}", file=sys.stderr)
        return 2
    for name in names or BENCHES:
        print(f"\n## {name}\n", flush=True)
        import_module(known[name]).main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
