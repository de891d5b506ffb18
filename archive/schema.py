"""The catalogue's tables and full-text indexes; one numbered migration a change, never edited."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("prachum")

# Words come cut by ICU with U+200B between them. Without `categories` the
# tokenizer would take every Thai vowel and tone mark for a separator.
WORDS = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'"


@migrations()
def m001_create_captures(db: Database) -> None:
    """What was fetched, where it lies, and what it was fetched for."""
    db.executescript("""
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE site (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, kind TEXT NOT NULL,
            entry TEXT NOT NULL,  -- JSON, the whole entry of sites.toml
            listed_until TEXT  -- the moment up to which every change of the site is in the archive
        );
        CREATE TABLE run (
            id INTEGER PRIMARY KEY, command TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
            state TEXT  -- NULL while it runs, then: done, partly, failed
        );
        CREATE TABLE run_site (
            run INTEGER NOT NULL REFERENCES run(id), site TEXT NOT NULL REFERENCES site(id),
            found INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0,
            needs_ocr INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
            requests INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
            message TEXT, PRIMARY KEY (run, site)
        );
        CREATE TABLE problem (
            id INTEGER PRIMARY KEY, run INTEGER REFERENCES run(id), site TEXT, url TEXT,
            kind TEXT NOT NULL,  -- the error's class
            message TEXT NOT NULL, at TEXT NOT NULL
        );
        CREATE TABLE host (host TEXT PRIMARY KEY, next_at REAL NOT NULL) WITHOUT ROWID;
        CREATE TABLE capture (
            id INTEGER PRIMARY KEY, record_id TEXT NOT NULL UNIQUE,
            url TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER NOT NULL,
            headers TEXT NOT NULL,  -- JSON [[name, value] …]
            sha256 TEXT NOT NULL,   -- of the body
            size INTEGER NOT NULL,  -- of the body, in bytes
            warc_file TEXT NOT NULL, warc_offset INTEGER NOT NULL, warc_length INTEGER NOT NULL,
            revisit_of INTEGER REFERENCES capture(id), truncated TEXT, tls TEXT,
            run INTEGER REFERENCES run(id), site TEXT REFERENCES site(id),
            document TEXT,          -- the id of the document it was fetched for; NULL for a listing
            parent TEXT,            -- that document's page, where it is an attachment
            link TEXT,              -- JSON, the Link without its content
            listed_in INTEGER REFERENCES capture(id),
            version INTEGER REFERENCES version(id),  -- the version that holds what was read from it
            read_at TEXT            -- when it was read; NULL while that is to be done
        );
        CREATE INDEX capture_document ON capture(document);
        CREATE INDEX capture_parent ON capture(parent);
        CREATE INDEX capture_sha256 ON capture(sha256);
        CREATE UNIQUE INDEX capture_place ON capture(warc_file, warc_offset);
        CREATE INDEX capture_unread ON capture(site) WHERE read_at IS NULL AND document IS NOT NULL;
    """)


@migrations()
def m002_create_documents(db: Database) -> None:
    """Documents, their versions, and the texts, apart because lists and facets never read them."""
    db.executescript("""
        CREATE TABLE document (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, site TEXT NOT NULL REFERENCES site(id),
            url TEXT NOT NULL, kind TEXT NOT NULL, parent TEXT,
            title TEXT, published TEXT, media_type TEXT, language TEXT,
            modified TEXT,  -- the site's stamp of its last change
            first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, gone_at TEXT,
            version INTEGER REFERENCES version(id)  -- the current one
        );
        CREATE INDEX document_parent ON document(parent);
        CREATE INDEX document_site ON document(site);
        CREATE TABLE version (
            id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key),
            n INTEGER NOT NULL, capture INTEGER NOT NULL REFERENCES capture(id),
            title TEXT, text_sha256 TEXT NOT NULL, extractor TEXT NOT NULL,
            quality REAL, reasons TEXT NOT NULL DEFAULT '[]', pages TEXT NOT NULL DEFAULT '[]',
            needs_ocr INTEGER NOT NULL DEFAULT 0, error TEXT,  -- why the bytes could not be read
            read_at TEXT NOT NULL,
            run INTEGER REFERENCES run(id),  -- which run found it; NULL in a rebuild
            UNIQUE (document, n)
        );
        CREATE TABLE text (version INTEGER PRIMARY KEY REFERENCES version(id), text TEXT NOT NULL);
    """)


@migrations()
def m003_create_events(db: Database) -> None:
    """What the documents tell: events, who took part, where, by whom, and the evidence for it."""
    db.executescript("""
        CREATE TABLE venue (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE organization (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, code TEXT);
        CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE event (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, type TEXT, phase TEXT,
            start TEXT, "end" TEXT, date_edtf TEXT, time TEXT, end_time TEXT,
            venue INTEGER REFERENCES venue(id), district TEXT, province TEXT, country TEXT,
            online INTEGER NOT NULL DEFAULT 0, status TEXT, series TEXT, number TEXT, fiscal_year INTEGER,
            facts TEXT NOT NULL  -- JSON, the whole event as `prachum extract` prints it, without its evidence
        );
        CREATE INDEX event_start ON event(start);
        CREATE TABLE report (
            event INTEGER NOT NULL REFERENCES event(key), document INTEGER NOT NULL REFERENCES document(key),
            PRIMARY KEY (event, document)
        ) WITHOUT ROWID;
        CREATE INDEX report_document ON report(document);
        CREATE TABLE part (
            event INTEGER NOT NULL REFERENCES event(key), n INTEGER NOT NULL,
            person INTEGER NOT NULL REFERENCES person(id), role TEXT NOT NULL,
            honorific TEXT, position TEXT, topic TEXT, PRIMARY KEY (event, n)
        ) WITHOUT ROWID;
        CREATE INDEX part_person ON part(person);
        CREATE TABLE organizer (
            event INTEGER NOT NULL REFERENCES event(key), n INTEGER NOT NULL,
            organization INTEGER NOT NULL REFERENCES organization(id), written TEXT NOT NULL,
            PRIMARY KEY (event, n)
        ) WITHOUT ROWID;
        CREATE INDEX organizer_organization ON organizer(organization);
        CREATE TABLE agenda_item (
            event INTEGER NOT NULL REFERENCES event(key), n INTEGER NOT NULL,
            start TEXT, "end" TEXT, title TEXT NOT NULL, people TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (event, n)
        ) WITHOUT ROWID;
        CREATE TABLE evidence (
            id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES event(key), path TEXT NOT NULL,
            document INTEGER NOT NULL REFERENCES document(key), page INTEGER,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL, confidence REAL NOT NULL
        );
        CREATE INDEX evidence_event ON evidence(event);
    """)


@migrations()
def m004_create_decisions(db: Database) -> None:
    """People's word, as `decisions.jsonl` holds it line by line."""
    db.executescript("""
        CREATE TABLE correction (
            id INTEGER PRIMARY KEY, event TEXT NOT NULL, path TEXT NOT NULL,
            old TEXT, new TEXT,    -- JSON
            pinned TEXT NOT NULL,  -- JSON, the whole value of the path's first step from then on
            who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL
        );
        CREATE INDEX correction_event ON correction(event);
        CREATE TABLE merge (
            id INTEGER PRIMARY KEY, event TEXT NOT NULL, into_event TEXT NOT NULL,
            who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, undone_at TEXT
        );
        CREATE TABLE takedown (
            id INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE,
            who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL
        );
    """)


@migrations()
def m005_create_search(db: Database) -> None:
    """Two indexes over one segmented copy of the texts: whole words, and any piece of three characters.

    `words` holds title and body with U+200B between the words, since an
    external-content index can be changed only with the very text it was given.
    """
    db.executescript(f"""
        CREATE TABLE words (
            id INTEGER PRIMARY KEY REFERENCES document(key), title TEXT NOT NULL, body TEXT NOT NULL
        );
        CREATE VIRTUAL TABLE words_fts USING fts5(
            title, body, content='words', content_rowid='id', tokenize="{WORDS}"
        );
        CREATE VIEW plain AS SELECT id, lower(replace(title, char(8203), '')) AS title,
            lower(replace(body, char(8203), '')) AS body FROM words;
        CREATE VIRTUAL TABLE pieces_fts USING fts5(
            title, body, content='plain', content_rowid='id', tokenize='trigram', detail='none'
        );
        CREATE TRIGGER words_ai AFTER INSERT ON words BEGIN {_insert("new")} END;
        CREATE TRIGGER words_ad AFTER DELETE ON words BEGIN {_delete("old")} END;
        CREATE TRIGGER words_au AFTER UPDATE ON words BEGIN {_delete("old")} {_insert("new")} END;
        CREATE VIRTUAL TABLE person_fts USING fts5(
            name, content='person', content_rowid='id', tokenize='trigram'
        );
        CREATE TRIGGER person_ai AFTER INSERT ON person BEGIN
            INSERT INTO person_fts(rowid, name) VALUES (new.id, new.name); END;
        CREATE TRIGGER person_ad AFTER DELETE ON person BEGIN
            INSERT INTO person_fts(person_fts, rowid, name) VALUES ('delete', old.id, old.name); END;
    """)


@migrations()
def m006_create_frontier(db: Database) -> None:
    """What was listed and is still to be fetched."""
    db.executescript("""
        CREATE TABLE frontier (
            id TEXT PRIMARY KEY, site TEXT NOT NULL REFERENCES site(id), kind TEXT NOT NULL,
            link TEXT NOT NULL,  -- JSON, the Link without its content
            listed_in TEXT,      -- record id of the listing or page that told of it
            tries INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE INDEX frontier_site ON frontier(site, kind);
    """)


@migrations()
def m013_add_answers(db: Database) -> None:
    """What came in place of a document, a word of extractors/sites/answers.py; NULL: the document itself."""
    db.executescript("""
        ALTER TABLE capture ADD COLUMN answer TEXT;
        UPDATE capture SET answer = 'gone' WHERE status IN (404, 410) AND document IS NOT NULL;
    """)


@migrations()
def m014_create_pointers(db: Database) -> None:
    """The files that a document's current text points to, held or not; elsewhere: not on its site's host."""
    db.executescript("""
        CREATE TABLE pointer (
            document INTEGER NOT NULL REFERENCES document(key), n INTEGER NOT NULL,
            target TEXT NOT NULL,  -- the id that the file has, or would have, as a document
            url TEXT NOT NULL, title TEXT, elsewhere INTEGER NOT NULL, PRIMARY KEY (document, n)
        ) WITHOUT ROWID;
        CREATE INDEX pointer_target ON pointer(target);
    """)


@migrations()
def m017_create_official(db: Database) -> None:
    """What letters, orders, announcements and minutes say of themselves, of each document's current text."""
    db.executescript("""
        CREATE TABLE official (
            document INTEGER PRIMARY KEY REFERENCES document(key),
            kind TEXT NOT NULL, -- letter memorandum order announcement minutes agenda
            number TEXT, subject TEXT, issuer TEXT, addressee TEXT, date TEXT, reply_by TEXT,
            started TEXT, closed TEXT,
            facts TEXT NOT NULL -- JSON, all of it as `prachum extract` prints it, without its evidence
        );
        CREATE INDEX official_number ON official(number);
        CREATE TABLE official_evidence (
            id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(key), path TEXT NOT NULL,
            page INTEGER, start INTEGER NOT NULL, "end" INTEGER NOT NULL, rule TEXT NOT NULL,
            confidence REAL NOT NULL
        );
        CREATE INDEX official_evidence_document ON official_evidence(document);
    """)


@migrations()
def m018_number_agenda(db: Database) -> None:
    """The number of an item of business: "4.1"."""
    db.execute("ALTER TABLE agenda_item ADD COLUMN number TEXT")


@migrations()
def m020_index_series(db: Database) -> None:
    """The events of a series, for those that are related."""
    db.execute("CREATE INDEX event_series ON event(series) WHERE series IS NOT NULL")


@migrations()
def m021_index_days(db: Database) -> None:
    """Documents by their days, for the newest of very many hits; events by province, for a list of one."""
    db.execute("CREATE INDEX document_published ON document(published)")
    db.execute("CREATE INDEX event_province ON event(province, start)")


@migrations()
def m022_add_swept(db: Database) -> None:
    """When a site last listed everything that it has."""
    db.execute("ALTER TABLE site ADD COLUMN swept_at TEXT")


@migrations()
def m030_create_pages(db: Database) -> None:
    """How well each page of a version reads, from 0 to 1, and why not better."""
    db.executescript("""
        CREATE TABLE page (
            version INTEGER NOT NULL REFERENCES version(id), n INTEGER NOT NULL,
            quality REAL NOT NULL, reasons TEXT NOT NULL DEFAULT '[]', PRIMARY KEY (version, n)
        ) WITHOUT ROWID;
        CREATE INDEX page_poor ON page(quality) WHERE quality < 0.8;
    """)


@migrations()
def m031_create_aliases(db: Database) -> None:
    """Ids by other addresses that lead to a document: `?p=7` of `archives/7`."""
    db.execute("CREATE TABLE alias (id TEXT PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID")


@migrations()
def m032_index_addresses(db: Database) -> None:
    """What is held of an address is looked up before it is asked again."""
    db.execute("CREATE INDEX capture_url ON capture(url)")


@migrations()
def m033_create_resting(db: Database) -> None:
    """Until when a host asked to be left alone."""
    db.execute("DROP TABLE host")  # of the same purpose, and never used
    db.execute("CREATE TABLE resting (host TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID")


@migrations()
def m034_add_failing(db: Database) -> None:
    """Whether a host rests because its documents failed one after another, and none was had since."""
    db.execute("ALTER TABLE resting ADD COLUMN is_failing INTEGER NOT NULL DEFAULT 0")


@migrations()
def m035_index_runs(db: Database) -> None:
    """What came in a run, what was read, what went wrong: asked of every site after every night."""
    db.execute("CREATE INDEX capture_run ON capture(run, site)")
    db.execute("CREATE INDEX problem_run ON problem(run, site)")
    db.execute("CREATE INDEX version_run ON version(run)")


@migrations()
def m036_create_hits(db: Database) -> None:
    """Of each document the hit that it belongs to, and all by which hits are ordered, narrowed and counted.

    A search reads it of a thousand documents; from the tables that it is told by that takes five times as
    long. An event's rows are written before its reports, so that these triggers see all of it.
    """
    db.executescript(f"""
        CREATE TABLE hit (
            document INTEGER PRIMARY KEY REFERENCES document(key),
            event INTEGER,          -- NULL where the document tells of none
            page INTEGER NOT NULL,  -- the document whose attachment it is, or itself
            day TEXT,               -- of the event, or else of publishing
            until TEXT,             -- the last day of an event whose days are known
            site TEXT NOT NULL, type TEXT, status TEXT, province TEXT,
            bodies TEXT, people TEXT -- numbers of organizations and persons, with commas between
        );
        CREATE VIEW hit_as_told AS SELECT
            document.key AS document, event.key AS event, coalesce(page.key, document.key) AS page,
            coalesce(event.start, event.date_edtf, document.published) AS day,
            iif(event.start IS NULL, NULL, coalesce(event."end", event.start)) AS until,
            document.site AS site, type, status, province,
            (SELECT group_concat(DISTINCT organization) FROM organizer WHERE event = event.key) AS bodies,
            (SELECT group_concat(DISTINCT person) FROM part WHERE event = event.key) AS people
        FROM document LEFT JOIN document AS page ON page.id = document.parent
        LEFT JOIN event ON event.key = (SELECT min(event) FROM report WHERE report.document = document.key);
        INSERT INTO hit SELECT * FROM hit_as_told;
        CREATE INDEX hit_event ON hit(event);
        CREATE INDEX hit_day ON hit(day, until);
        CREATE INDEX hit_province ON hit(province, day);
        CREATE TRIGGER hit_of_document AFTER INSERT ON document BEGIN
            {_hits("document = new.key OR document IN (SELECT key FROM document WHERE parent = new.id)")} END;
        CREATE TRIGGER hit_published AFTER UPDATE OF published ON document
            WHEN old.published IS NOT new.published BEGIN {_hits("document = new.key")} END;
        CREATE TRIGGER hit_removed AFTER DELETE ON document BEGIN
            DELETE FROM hit WHERE document = old.key; END;
        CREATE TRIGGER hit_told AFTER INSERT ON report BEGIN {_hits("document = new.document")} END;
        CREATE TRIGGER hit_untold AFTER DELETE ON report BEGIN {_hits("document = old.document")} END;
        DROP INDEX event_province;
    """)


@migrations()
def m037_undo_decisions(db: Database) -> None:
    """Who undid a correction, a merge or a takedown, and why; one taken down anew is a second row."""
    for table, names in (
        ("correction", ("undone_at", "undone_by", "undone_why")),
        ("merge", ("undone_by", "undone_why")),
    ):
        for name in names:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {name} TEXT")
    db.executescript("""
        ALTER TABLE takedown RENAME TO takedown_before;
        CREATE TABLE takedown (
            id INTEGER PRIMARY KEY, document TEXT NOT NULL,
            who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL,
            undone_at TEXT, undone_by TEXT, undone_why TEXT
        );
        INSERT INTO takedown(id, document, who, at, why)
            SELECT id, document, who, at, why FROM takedown_before;
        DROP TABLE takedown_before;
        CREATE UNIQUE INDEX takedown_document ON takedown(document) WHERE undone_at IS NULL;
        CREATE VIEW taken_down AS SELECT * FROM takedown WHERE undone_at IS NULL;
        CREATE INDEX merge_event ON merge(event);
        CREATE INDEX merge_into ON merge(into_event);
    """)


@migrations()
def m038_add_causes(db: Database) -> None:
    """The kind of the error behind one that says what became of it; robots.txt has a kind of its own."""
    forbidden = "message LIKE 'robots.txt of % forbids it%'"
    db.executescript(f"""
        ALTER TABLE problem ADD COLUMN cause TEXT;
        UPDATE problem SET kind = 'Forbidden' WHERE kind = 'Refused' AND {forbidden};
        UPDATE problem SET cause = 'Forbidden' WHERE kind = 'HeldElsewhere' AND {forbidden};
    """)


def _hits(which: str) -> str:
    return f"""
        DELETE FROM hit WHERE {which};
        INSERT INTO hit SELECT * FROM hit_as_told WHERE {which};"""


def _plain(row: str) -> str:
    return ", ".join(f"lower(replace({row}.{column}, char(8203), ''))" for column in ("title", "body"))


def _insert(row: str) -> str:
    return f"""
        INSERT INTO words_fts(rowid, title, body) VALUES ({row}.id, {row}.title, {row}.body);
        INSERT INTO pieces_fts(rowid, title, body) VALUES ({row}.id, {_plain(row)});"""


def _delete(row: str) -> str:
    return f"""
        INSERT INTO words_fts(words_fts, rowid, title, body)
            VALUES ('delete', {row}.id, {row}.title, {row}.body);
        INSERT INTO pieces_fts(pieces_fts, rowid, title, body)
            VALUES ('delete', {row}.id, {_plain(row)});"""


def migrate(db: Database) -> None:
    """Brings the catalogue up to date: all of the missing steps, or none.

    `Migrations.apply` looks for what is missing before it takes a lock, so
    that two processes which open a new archive at once would both create its
    tables: here the second one waits, and finds nothing to do.
    """
    if not outdated(db):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)  # sees the open transaction: savepoints, and no commit of its own
        db.execute("COMMIT")
    except BaseException:
        db.rollback()
        raise


def outdated(db: Database) -> bool:
    """Whether steps are missing."""
    return bool(migrations.pending(db))
