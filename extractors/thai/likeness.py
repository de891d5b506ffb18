"""How much two words look like a Thai given name and surname, by their letters alone.

Names are made of other syllables than the words of a report (-ศักดิ์, -วรรณ,
ทรัพย์-), and most surnames are one family's own, so that no list holds them;
runs of two to four letters, each with a weight, tell them from other words.
`python -m bench names` counts the weights anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

_SIZES = (2, 3, 4)
_ALL = ""  # the run that every pair has: its weight is the model's bias


@lru_cache(maxsize=4096)
def likeness(given: str, surname: str) -> float:
    """Above 0 where the two are rather a name than not: the logarithm of the odds.

    >>> likeness("สมชาย", "รักเรียนดี") > 2, likeness("ประชุม", "คณะกรรมการ") < -2
    (True, True)
    """
    weights = _weights()
    return sum(weights.get(run, 0.0) for run in runs(given, surname))


def runs(given: str, surname: str) -> Iterator[str]:
    """Every run of letters that counts, once; ^ and $ mark where a word begins and ends.

    >>> sorted(runs("มา", "มา"))
    ['', '^ม', '^มา', '^มา$', 'มา', 'มา$', 'า$']
    """
    yield _ALL
    yield from {
        word[at : at + size]
        for word in (f"^{given}$", f"^{surname}$")
        for size in _SIZES
        for at in range(len(word) - size + 1)
    }


@cache
def _weights() -> Mapping[str, float]:
    """Each line of the file is a run and its weight in hundredths."""
    lines = files("extractors.thai").joinpath("name_weights.tsv").read_text("utf-8").splitlines()
    return {run: int(weight) / 100 for run, weight in (line.split("\t") for line in lines)}
