"""tantivy over the words that ICU cut: run by bench/peers.py in an environment of its own.

    python bench/peer_tantivy.py FOLDER HITS

Reads lines: documents, each its id, a tab and its words with blanks between
them; an empty line; queries, each its words. The index goes into FOLDER.
Prints JSON lines: {"seconds": of indexing, "bytes": of the index}; then a
query's {"ids": the best, "seconds": the better of two times}, for which the
hits are counted too. Seconds are of the process, whatever it waited for.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import tantivy

HELD = 512 << 20  # bytes that it gathers before it writes a part, twice what an index of ours does


def main(folder: Path, hits: int) -> None:
    sys.stdin.reconfigure(encoding="utf-8")
    lines = (line.rstrip("\n") for line in sys.stdin)
    began = time.process_time()
    index = indexed(folder, lines)
    took = time.process_time() - began
    size = sum(file.stat().st_size for file in folder.iterdir())
    print(json.dumps({"seconds": took, "bytes": size}))
    searcher = index.searcher()
    for line in lines:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "words", word))
            for word in line.split(" ")
        ]
        times = []
        for _ in range(2):
            began = time.process_time()
            found = searcher.search(tantivy.Query.boolean_query(terms), hits, count=True).hits
            ids = [searcher.doc(address)["id"][0] for _, address in found]
            times.append(time.process_time() - began)
        print(json.dumps({"ids": ids, "seconds": min(times)}))


def indexed(folder: Path, lines: Iterator[str]) -> tantivy.Index:
    """The documents up to the empty line."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("words", tokenizer_name="whitespace")
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(HELD)
    for line in takewhile(bool, lines):
        name, _, words = line.partition("\t")
        writer.add_document(tantivy.Document(id=name, words=words))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
