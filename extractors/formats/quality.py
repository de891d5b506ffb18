"""How well a page reads, from 0 to 1, and why not better: a text layer may lie while it looks whole."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from extractors.thai.text import ABOVE, BELOW, CONSONANTS, LEADING, MARKS, SARA_AA, SARA_AM, TONES

POOR = 0.8  # below it OCR reads the page better than its own text layer, or it waits for OCR
_LITTLE = 25  # visible letters; less is no text
_SAMPLE = 20_000  # letters of a page that are judged

_THAI = re.compile("[\u0e01-\u0e4e]+")
_BROKEN = tuple(
    map(
        re.compile,
        (
            f"(?:^|[^{CONSONANTS}{MARKS}])[{MARKS}]",  # a mark on no consonant
            f"[{TONES}][{TONES}]",
            f"[{ABOVE}{BELOW}][{ABOVE}{BELOW}]",
            f"[{LEADING}](?![{CONSONANTS}])",  # a leading vowel with nothing to lead
            f"(?:^|[\\s{LEADING}ะาำ])[ะาำๅ]",  # a following vowel with nothing to follow
            "(?<=[\u0e01-\u0e4e])[A-Za-z\u00a1-\u024f<;=>{}|~`^\\\\](?=[\u0e01-\u0e4e])",
        ),
    )
)
_NAMELESS = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
_LATIN = re.compile("[\u0080-\u024f]")
_HONEST_LATIN = "«»°±²³·×÷½¼é"


def judged(text: str, nameless: int = 0, pictured: float = 0.0) -> tuple[float, tuple[str, ...]]:
    """Quality of a page's normalised text, and the reasons why it is below 1.

    `nameless` is the number of glyphs that the file has no letter for,
    `pictured` the share of the page that images cover. The weights come from
    57 damaged and 201 sound pages (notes/pdf.md).
    """
    sample = text[:_SAMPLE]
    visible = sum(not char.isspace() for char in sample)
    if visible < _LITTLE:
        return (0.0, ("no text",)) if pictured > 0.3 or nameless >= _LITTLE else (1.0, ())
    thai = sum(map(len, _THAI.findall(sample)))
    losses = dict(_losses(sample, visible, thai, nameless))
    if thai < 0.05 * visible and pictured > 0.5:
        losses["hardly any text over a picture"] = 0.5
    losses = {reason: loss for reason, loss in losses.items() if loss > 0.005}
    return max(0.0, round(1.0 - sum(losses.values()), 3)), tuple(losses)


def _losses(text: str, visible: int, thai: int, nameless: int) -> list[tuple[str, float]]:
    strange = (len(_NAMELESS.findall(text)) + nameless) / (visible + nameless)
    latin = sum(char not in _HONEST_LATIN for char in _LATIN.findall(text)) / visible
    losses = [
        ("glyphs without a letter", 8 * strange if strange > 0.005 else 0.0),
        ("Latin letters for Thai ones", 1.0 if latin > 0.05 and thai < 0.5 * visible else 0.0),
    ]
    if thai < 80:
        return losses
    share = broken(text) / thai
    rare = rare_share(text)
    am, aa = text.count(SARA_AM), text.count(SARA_AA)
    losses.append(("broken spelling", 10 * (share - 0.004)))
    losses.append(("letters that no word has", 12 * (rare - 0.01)))
    if thai >= 300 and am > 0.6 * (am + aa) and aa < 0.015 * thai:
        losses.append(("sara am for sara aa", 0.6))
    return losses


def broken(text: str) -> int:
    """How many places are spelt as Thai cannot be."""
    return sum(len(pattern.findall(text)) for pattern in _BROKEN)


def rare_share(text: str) -> float:
    """The share of three letters in a row, within Thai runs, that hardly occur in Thai.

    Trigrams know place names and names of persons better than a word list
    does, which takes a list of either for damaged text.
    """
    known = _trigrams()
    seen = rare = 0
    for run in _THAI.findall(text):
        for n in range(len(run) - 2):
            seen += 1
            rare += run[n : n + 3] not in known
    return rare / seen if seen else 0.0


@cache
def _trigrams() -> frozenset[str]:
    """Those of PyThaiNLP's word list, or five times in the news; a line is two letters and all thirds."""
    lines = files("extractors.thai").joinpath("trigrams.txt").read_text("utf-8").split("\n")
    return frozenset(line[:2] + third for line in lines for third in line[2:])
