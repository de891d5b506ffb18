"""tantivy over the words that ICU cut: run by bench/peers.py in an environment of its own.

Reads two files of JSON lines, documents {id, words} and queries {words}, and
prints a line a query: {"ids": the ten best, "ms": the better of two times}.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import tantivy


def main(documents: Path, queries: Path) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("words", tokenizer_name="whitespace")
    index = tantivy.Index(builder.build())
    writer = index.writer(100_000_000)
    for line in documents.open(encoding="utf-8"):
        item = json.loads(line)
        writer.add_document(tantivy.Document(id=item["id"], words=item["words"]))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()
    for line in queries.open(encoding="utf-8"):
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(index.schema, "words", word))
            for word in json.loads(line)["words"]
        ]
        times = []
        for _ in range(2):
            began = time.process_time()
            hits = searcher.search(tantivy.Query.boolean_query(terms), 10).hits
            times.append((time.process_time() - began) * 1000)
        ids = [searcher.doc(address)["id"][0] for _, address in hits]
        print(json.dumps({"ids": ids, "ms": min(times)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
