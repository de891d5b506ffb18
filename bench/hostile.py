"""What hostile files end as, and what they cost, under the limits of a harvest."""

from __future__ import annotations

from extractors.child import MEMORY, SECONDS
from extractors.child.programs import TIME
from tests.extractors.hostile import HOSTILE, measured


def main() -> None:
    print(f"A document has {SECONDS:.0f} s of CPU, {TIME:.0f} s more for the programs that it needs, and")
    print(f"{MEMORY / 1e6:,.0f} MB of address space, of which the loaded readers take some 300 MB.\n")
    print("| file | n | kB | ends as | CPU s | MB | reason |")
    print("|---|---|---|---|---|---|---|")
    for name, kind in HOSTILE.items():
        found = measured(name)
        cost = f"{found.seconds:.1f} | {found.memory / 1e6:.0f}"
        size = (
            f"{kind.full or '':,} | {found.size / 1000:,.0f}" if kind.full else f" | {found.size / 1000:,.0f}"
        )
        print(f"| {name} | {size} | {found.status} | {cost} | {found.reason} |", flush=True)
