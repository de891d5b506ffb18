"""What is read of the annotated documents, beside what a person read: a table, or the errors of a field.

    python -m tests.annotated [FIELD…] [--update [--allow-regression]]

Prints the table of all fields, or what is wrong in those named. `--update`
pins what is measured as the new floors; it refuses where one would sink,
unless `--allow-regression` says that it may.
"""

from __future__ import annotations

import argparse
import sys

from tests.annotated.floors import floors, measured, pin, sunk
from tests.annotated.scoring import Tally


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.annotated", description=__doc__)
    parser.add_argument("fields", nargs="*", metavar="FIELD", help="list what is wrong in it")
    parser.add_argument("--update", action="store_true", help="pin what is measured as the floors")
    parser.add_argument("--allow-regression", action="store_true", help="a floor may sink")
    options = parser.parse_args(arguments)
    tallies = measured()
    if unknown := set(options.fields) - tallies.keys():
        parser.error(f"expected some of {', '.join(tallies)}, got {', '.join(sorted(unknown))}")
    for name in options.fields:
        show_errors(name, tallies[name])
    if not options.fields:
        show_table(tallies)
    return update(tallies, options.allow_regression) if options.update else 0


def show_table(tallies: dict[str, Tally]) -> None:
    pins = floors()
    print(f"{'field':18} {'P':>6} {'R':>6} {'F1':>6} {'floor':>6}  annotated")
    for name, tally in tallies.items():
        precision = tally.right / tally.read if tally.read else 1.0
        recall = tally.right / tally.annotated if tally.annotated else 1.0
        row = f"{precision:6.3f} {recall:6.3f} {tally.f1:6.3f} {pins.get(name, 0):6.3f}"
        print(f"{name:18} {row}  {tally.annotated}")


def show_errors(name: str, tally: Tally) -> None:
    """Per document: what was annotated, and what was read in its place."""
    print(f"## {name}: {tally.right} right, {len(tally.wrong)} wrong")
    for document, annotated, read in tally.wrong:
        print(f"{document}\n   annotated: {annotated}\n   read:      {read}")


def update(tallies: dict[str, Tally], allow_regression: bool) -> int:
    below = sunk(tallies)
    for name, (floor, now) in below.items():
        print(f"{name}: {floor} before, {now} now", file=sys.stderr)
    if below and not allow_regression:
        print("floors are not lowered; mend the rule, or say --allow-regression", file=sys.stderr)
        return 1
    pin(tallies)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
