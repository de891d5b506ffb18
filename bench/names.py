"""Counts the weights of extractors/thai/name_weights.tsv anew, and says how well they tell names from words.

What stands behind an honorific in the corpus is a name; any other two words
side by side are none. A tenth of the pairs is set apart, by a hash of the pair,
and only measured. The weights hold no name: just runs of two to four letters.
"""

from __future__ import annotations

import math
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.oracle import CORPUS, corpus
from extractors.thai.likeness import runs
from extractors.thai.names import find_names

WEIGHTS = Path(__file__).resolve().parent.parent / "extractors" / "thai" / "name_weights.tsv"
ROUNDS, RATE = 4, 0.1
OFTEN = 4  # pairs that must have a run for it to get a weight
LEAST = 0.1  # weights nearer to 0 are left out
BALANCE = 4.0  # what a name counts against another pair, of which there are twenty times as many

_WORD = r"[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๅ็-๎]{1,24}"
_PAIR = re.compile(rf"(?<![ก-๎]){_WORD}(?=[ ]{{1,3}}(?P<second>{_WORD})(?![ก-๎ฯๆ.]))(?![ก-๎])")

Pair = tuple[str, str]


def main() -> None:
    if not CORPUS.is_file():
        print("not measured: ../shared/corpus is not there")
        return
    pairs = labelled()
    learned = [pair for pair in pairs if not _apart(pair[0])]
    weights = train(learned)
    lines = (f"{run}\t{round(100 * weight)}" for run, weight in sorted(weights.items()))
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"| weights | {len(weights):,} |\n|---|--:|")
    apart = [(score(weights, pair), name) for pair, name in pairs if _apart(pair)]
    for least in (-1, 0, 1, 2):
        names = [value > least for value, name in apart if name]
        others = [value > least for value, name in apart if not name]
        share, wrong = sum(names) / len(names), sum(others) / len(others)
        print(
            f"| above {least}, of {len(names)} names and of {len(others)} others | {share:.3f}, {wrong:.4f} |"
        )


def labelled() -> list[tuple[Pair, bool]]:
    """Every pair of words of the corpus once, with whether it is a name."""
    names: set[Pair] = set()
    others: set[Pair] = set()
    for document in corpus():
        text = document.text
        taken: set[int] = set()
        for name in find_names(text):
            taken.update(range(name.start, name.end))
            if name.surname:
                pair = (text[slice(*name.given)], text[slice(*name.surname)])
                names.update([pair] if all(re.fullmatch(_WORD, word) for word in pair) else [])
        others.update(
            (pair[0], pair["second"])
            for pair in _PAIR.finditer(text)
            if pair.start() not in taken and pair.start("second") not in taken
        )
    return sorted([(pair, True) for pair in names] + [(pair, False) for pair in others - names])


def train(pairs: Iterable[tuple[Pair, bool]]) -> dict[str, float]:
    """Logistic regression by stochastic gradient descent, the same each time."""
    told = [(list(runs(*pair)), name) for pair, name in pairs]
    often = Counter(run for found, _ in told for run in found)
    rows = [([run for run in found if often[run] >= OFTEN], name) for found, name in told]
    weights = dict.fromkeys((run for run, times in often.items() if times >= OFTEN), 0.0)
    shuffled = random.Random(1)
    for turn in range(ROUNDS):
        shuffled.shuffle(rows)
        for found, name in rows:
            odds = sum(weights[run] for run in found)
            likely = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
            step = (name - likely) * (BALANCE if name else 1) * RATE / (1 + turn)
            for run in found:
                weights[run] += step
    return {run: weight for run, weight in weights.items() if abs(weight) >= LEAST}


def score(weights: dict[str, float], pair: Pair) -> float:
    return sum(weights.get(run, 0.0) for run in runs(*pair))


def _apart(pair: Pair) -> bool:
    return zlib.crc32(" ".join(pair).encode()) % 10 == 0
