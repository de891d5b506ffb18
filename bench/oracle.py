"""The weekday as a free oracle over the corpus: how many of its dates are read, and agree with their weekday.

Nobody annotated these: whoever writes วันพุธที่ 5 มีนาคม 2564 says the day
twice, and a date read wrongly would agree one time in seven.
"""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from extractors.read import read_event
from extractors.records import Document
from extractors.thai.dates import find_dates
from extractors.thai.text import normalize, opened

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "news.jsonl.gz"
TIMED = 1_500  # documents whose whole reading is timed

# A statement to be read: weekday, day, month and year, however it is spelt. Whatever may
# stand for a month is taken, so that a misspelt one counts as not read.
STATED = re.compile(
    r"วัน\s?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)\s?ที่\s?[\d๐-๙]{1,2}\s{0,2}(?:เดือน)?\s?"
    r"(?:[ก-ฮ][ก-๙]{4,11}|[ก-ฮเ-ไ][ก-๙]{0,2}\.\s?[ก-ฮ]\.?)\s{0,2}(?:พ\.\s?ศ\.|ค\.\s?ศ\.)?\s{0,2}[\d๐-๙]{4}(?![\d๐-๙])"
)


def main() -> None:
    if not CORPUS.is_file():
        print("not measured: ../shared/corpus is not there")
        return
    documents = list(corpus())
    stated, missed, contradicted = weekdays(documents)
    read = stated - len(missed)
    print(f"| weekday statements in {len(documents):,} items | {stated:,} |\n|---|--:|")
    print(f"| read | {read:,} = {read / stated:.2%} (target 99 %) |")
    print(f"| of these agree with their weekday | {1 - len(contradicted) / read:.2%} (target 99.7 %) |")
    began = time.process_time()
    for document in documents[:TIMED]:
        read_event([document])
    print(f"| items read a second and core | {TIMED / (time.process_time() - began):.0f} (target 200) |")
    for heading, cases in (("not read", missed), ("another weekday", contradicted)):
        print(f"\n{heading}:\n")
        for case in cases[:8]:
            print(f"- {case}")


def corpus() -> Iterator[Document]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = opened(row["title"], normalize(row["text"]))
            yield Document(row["id"], row["url"], "text/plain", text, title=row["title"])


def weekdays(documents: list[Document]) -> tuple[int, list[str], list[str]]:
    """How many statements there are, those that are not read, and those whose weekday is another."""
    count = 0
    missed: list[str] = []
    contradicted: list[str] = []
    for document in documents:
        dates = find_dates(document.text)
        for said in STATED.finditer(document.text):
            count += 1
            found = [d for d in dates if d.runs and d.begin < said.end() and said.start() < d.end]
            if not found:
                missed.append(said[0])
            elif found[0].weekday:
                contradicted.append(f"{said[0]} ({found[0].first:%a %Y-%m-%d})")
    return count, missed, contradicted
