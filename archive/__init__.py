"""The disk: what was fetched, the catalogue of it, search, exports, pages.

The data folder, as `folder.create` makes it:

    captures/           the archive itself. WARC 1.1, one gzip member a record, <site>-<year>-<month>.warc.gz,
                        from a gigabyte on <site>-<year>-<month>-2.warc.gz. Only ever appended to; a response
                        whose body is kept already is a revisit record. (warc.py, captures.py, keeping.py)
                        A document in a zip archive or a mail has a resource record of its own,
                        zip:<address>!/<name> or mail:<address>!/<name>.
    decisions.jsonl     the archive itself. What people decided: corrections, merges, splits, takedowns, a
                        JSON object a line. Only ever appended to. (decisions/)
    sites.toml          the archive itself. Which sites, and how to read them; people write it.
    archive.db          derived, SQLite in WAL mode: rows beside the captures, documents, versions, texts,
                        events, evidence, indexes. `prachum rebuild` makes it anew. (schema.py, catalogue.py)
    harvest.lock        who harvests now; the lock is the kernel's, the text is for people. (folder.py)
    prefect/            Prefect's own state; may be deleted.
    README.txt          the same for a successor, in Thai and English.

Order of writing, so that a kill at any point loses nothing and does nothing
twice: the WARC record and fsync, then its row; the line of decisions.jsonl and
fsync, then its row; a page with its attachments, their versions and their
event in one transaction. What lies on the disk without a row is adopted by
the next run, a torn record at the end of a file is cut off.

Versions: the good captures of a document (status 200, whole), each read once
in the order of fetching; a new version wherever the text is another than
before. A page on which only a counter or the like went on stays the version it
is, with its newest text (extractors/passing.py). Reading a capture again
(`prachum reread`) changes its version in place. A capture that cannot be read
makes a version that says why, and the last readable one stays current.

What the catalogue alone knows, and a rebuild forgets: runs and their
problems, the frontier, and up to when a site was listed.
"""
