/** Marks a SQLite file as ours ("gouj"), so that another program's database is never written into. */
export const APPLICATION_ID = 0x676f756a;

/**
 * Migration n brings a database from user_version n to n + 1; all run inside one transaction. Published migrations are
 * never edited: a change of the schema is a new one at the end.
 *
 * Identifiers come from content (a document's id is the beginning of its SHA-256) or from position in the document, so
 * that the same files give the same rows in any order. Times stand in `sources` and `reviews` alone.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Kept bytes, so that a newer program can compute everything anew without the network or the original files. They are
  -- kept inside the database rather than beside it: one file to copy, back up and send, in step with its rows at any moment.
  CREATE TABLE artifacts (
    sha256    TEXT PRIMARY KEY,
    size      INTEGER NOT NULL,
    encoding  TEXT NOT NULL CHECK (encoding IN ('identity', 'deflate', 'not-kept')),
    bytes     BLOB,
    charset   TEXT
  ) STRICT;

  -- Every path or URL a document was seen under.
  CREATE TABLE sources (
    source      TEXT NOT NULL,
    artifact    TEXT NOT NULL REFERENCES artifacts (sha256),
    first_seen  TEXT NOT NULL,
    PRIMARY KEY (source, artifact)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sources_artifact ON sources (artifact);

  CREATE TABLE documents (
    id            TEXT PRIMARY KEY,
    artifact      TEXT NOT NULL UNIQUE REFERENCES artifacts (sha256),
    source        TEXT NOT NULL,
    media_type    TEXT NOT NULL,
    title         TEXT NOT NULL,
    issuer        TEXT NOT NULL,
    region        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    fiscal_year   INTEGER,
    published_on  TEXT,
    pages         INTEGER,
    state         TEXT NOT NULL CHECK (state IN ('complete', 'partial', 'unreadable')),
    holds         INTEGER NOT NULL,
    rounding      INTEGER NOT NULL,
    broken        INTEGER NOT NULL,
    undetermined  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE status_reasons (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n         INTEGER NOT NULL,
    code      TEXT NOT NULL,
    page      INTEGER,
    message   TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  -- Text blocks in reading order: excerpts are cut from them, searches look into them.
  CREATE TABLE paragraphs (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    block     INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    page      INTEGER,
    text      TEXT NOT NULL,
    PRIMARY KEY (document, block)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sections (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n         INTEGER NOT NULL,
    id        TEXT NOT NULL,
    level     INTEGER NOT NULL,
    number    TEXT NOT NULL,
    title     TEXT NOT NULL,
    place     TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tables (
    document     TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n            INTEGER NOT NULL,
    id           TEXT NOT NULL,
    title        TEXT NOT NULL,
    kind         TEXT,
    unit         TEXT NOT NULL,
    pages        TEXT NOT NULL,
    header_rows  INTEGER NOT NULL,
    place        TEXT NOT NULL,
    note         TEXT NOT NULL,
    financial    INTEGER NOT NULL,
    section      TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cells (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    table_id  TEXT NOT NULL,
    n         INTEGER NOT NULL,
    r         INTEGER NOT NULL,
    c         INTEGER NOT NULL,
    rs        INTEGER NOT NULL,
    cs        INTEGER NOT NULL,
    text      TEXT NOT NULL,
    value     TEXT,
    PRIMARY KEY (document, table_id, n)
  ) STRICT, WITHOUT ROWID;

  -- Tidy: one row per numeric cell of a financial table. Values are decimal strings as printed.
  CREATE TABLE facts (
    document     TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n            INTEGER NOT NULL,
    table_id     TEXT NOT NULL,
    r            INTEGER NOT NULL,
    c            INTEGER NOT NULL,
    lane         INTEGER NOT NULL,
    row_label    TEXT NOT NULL,
    code         TEXT NOT NULL,
    column_path  TEXT NOT NULL,
    value        TEXT NOT NULL,
    unit         TEXT NOT NULL,
    place        TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE figures (
    document       TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n              INTEGER NOT NULL,
    id             TEXT NOT NULL,
    raw            TEXT NOT NULL,
    value          TEXT NOT NULL,
    unit           TEXT NOT NULL,
    label          TEXT NOT NULL,
    qualifier      TEXT NOT NULL,
    period         TEXT NOT NULL,
    measure        TEXT NOT NULL,
    section        TEXT NOT NULL,
    place          TEXT NOT NULL,
    block          INTEGER NOT NULL,
    starts_at      INTEGER NOT NULL,
    ends_at        INTEGER NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  -- Every relation that was judged, holding ones too: which number was checked against which.
  CREATE TABLE relations (
    document    TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n           INTEGER NOT NULL,
    rule        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    type        TEXT NOT NULL,
    strength    TEXT NOT NULL,
    direction   TEXT,
    outcome     TEXT NOT NULL CHECK (outcome IN ('holds', 'rounding', 'broken', 'undetermined')),
    reason      TEXT,
    expected    TEXT NOT NULL,
    actual      TEXT NOT NULL,
    difference  TEXT NOT NULL,
    unit        TEXT NOT NULL,
    formula     TEXT NOT NULL,
    why_zh      TEXT NOT NULL,
    why_en      TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE relation_operands (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    relation  INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    role      TEXT NOT NULL,
    sign      INTEGER NOT NULL,
    name      TEXT NOT NULL,
    ref       TEXT,
    value     TEXT,
    unit      TEXT,
    PRIMARY KEY (document, relation, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE findings (
    document    TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n           INTEGER NOT NULL,
    id          TEXT NOT NULL,
    rule        TEXT NOT NULL,
    type        TEXT NOT NULL,
    status      TEXT NOT NULL CHECK (status IN ('mismatch', 'rounding', 'unit_error', 'implausible')),
    severity    TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'notice')),
    message     TEXT NOT NULL,
    message_en  TEXT NOT NULL,
    formula     TEXT NOT NULL,
    expected    TEXT NOT NULL,
    actual      TEXT NOT NULL,
    difference  TEXT NOT NULL,
    unit        TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE finding_operands (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    finding   INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    value     TEXT NOT NULL,
    unit      TEXT NOT NULL,
    label     TEXT NOT NULL,
    ref       TEXT NOT NULL,
    place     TEXT NOT NULL,
    source    TEXT,
    PRIMARY KEY (document, finding, n)
  ) STRICT, WITHOUT ROWID;

  -- What ran on which input in which version, and its output where a later stage can start from it.
  CREATE TABLE stage_runs (
    artifact     TEXT NOT NULL REFERENCES artifacts (sha256),
    stage        TEXT NOT NULL,
    version      INTEGER NOT NULL,
    input_hash   TEXT NOT NULL,
    output_hash  TEXT NOT NULL,
    output       BLOB,
    PRIMARY KEY (artifact, stage)
  ) STRICT;

  -- Documents whose worker crashed or exceeded a limit; not tried again by the same stages unless asked to.
  CREATE TABLE failures (
    artifact  TEXT PRIMARY KEY REFERENCES artifacts (sha256),
    code      TEXT NOT NULL,
    stages    TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Begun and not ended: a row that outlives its run counts a document during which the whole program died.
  CREATE TABLE attempts (
    sha256  TEXT PRIMARY KEY,
    count   INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Links out of a document: a page and the attachments it links to are one disclosure.
  CREATE TABLE document_links (
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n         INTEGER NOT NULL,
    href      TEXT NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (document, n)
  ) STRICT, WITHOUT ROWID;

  -- Files that were published together share the id of the first of them. NULL: not grouped yet.
  ALTER TABLE documents ADD COLUMN dossier TEXT;
  CREATE INDEX documents_dossier ON documents (dossier);
  CREATE INDEX documents_issuer ON documents (issuer);

  -- The unit whose rows these are, in a table that lists several units; NULL elsewhere.
  ALTER TABLE facts ADD COLUMN block TEXT;
  `,
  `
  -- The user's own rules, as written: all documents are judged by the same ones, in this run and the next.
  CREATE TABLE own_rules (
    n     INTEGER PRIMARY KEY CHECK (n = 1),
    text  TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- The files of an archive, in the order of its directory: the archive is the parent of the documents in it.
  CREATE TABLE archive_members (
    archive  TEXT NOT NULL REFERENCES artifacts (sha256),
    n        INTEGER NOT NULL,
    name     TEXT NOT NULL,
    -- SHA-256 of its bytes; NULL: it was left packed for the reason in problem, or is no document.
    member   TEXT,
    problem  TEXT,
    PRIMARY KEY (archive, n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX archive_members_member ON archive_members (member);
  `,
  `
  -- How sure the recognition program was of a number on a page that is an image, 0…1; NULL for numbers given as text.
  ALTER TABLE facts ADD COLUMN confidence REAL;
  ALTER TABLE figures ADD COLUMN confidence REAL;
  `,
  `
  -- One pass over one source. Until it has ended, the next crawl goes on with it.
  CREATE TABLE crawl_runs (
    id         INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,
    started    TEXT NOT NULL,
    ended      TEXT,
    -- What became of the documents that were asked for, counted at the end.
    new        INTEGER NOT NULL DEFAULT 0,
    changed    INTEGER NOT NULL DEFAULT 0,
    unchanged  INTEGER NOT NULL DEFAULT 0,
    withdrawn  INTEGER NOT NULL DEFAULT 0,
    failed     INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX crawl_runs_source ON crawl_runs (source, id);

  -- The queue of a crawl, and all it remembers of a URL. Nothing is ever deleted: what vanished is withdrawn.
  CREATE TABLE crawl_urls (
    id             INTEGER PRIMARY KEY,
    -- Canonical, so that two spellings are one; address is the spelling that is asked for.
    url            TEXT NOT NULL UNIQUE,
    address        TEXT NOT NULL,
    source         TEXT NOT NULL,
    role           TEXT NOT NULL CHECK (role IN ('list', 'article', 'attachment')),
    state          TEXT NOT NULL CHECK (state IN ('discovered', 'fetched', 'ingested', 'failed', 'withdrawn')),
    parent         TEXT,
    anchor         TEXT NOT NULL,
    -- Links between a start URL and this one.
    depth          INTEGER NOT NULL,
    first_seen     TEXT NOT NULL,
    last_seen      TEXT NOT NULL,
    -- The last run in which it was asked for and answered, well or not; 0: none yet.
    visited_in     INTEGER NOT NULL DEFAULT 0,
    -- Who asks for it now. Left behind by a crawl that died, it means nothing: there is one crawl at a time.
    lease_owner    TEXT,
    lease_until    TEXT,
    -- Requests begun since the last good answer, counted before each goes out.
    attempts       INTEGER NOT NULL DEFAULT 0,
    next_try       TEXT,
    failure        TEXT,
    etag           TEXT NOT NULL DEFAULT '',
    last_modified  TEXT NOT NULL DEFAULT '',
    -- Of the last answer; content_hash leaves out what surrounds the article.
    raw_hash       TEXT,
    content_hash   TEXT,
    -- The version that is kept; NULL for lists, of which only the links are.
    artifact       TEXT REFERENCES artifacts (sha256),
    final_url      TEXT,
    -- Hash of the source's settings under which its links were read: under others they are read again.
    settings       TEXT
  ) STRICT;
  CREATE INDEX crawl_urls_source ON crawl_urls (source, id);
  CREATE INDEX crawl_urls_discovered ON crawl_urls (source, first_seen, role);
  CREATE INDEX crawl_urls_artifact ON crawl_urls (artifact);
  CREATE INDEX crawl_urls_to_ingest ON crawl_urls (id) WHERE state = 'fetched' AND role <> 'list';
  CREATE INDEX crawl_urls_failed ON crawl_urls (source, failure) WHERE failure IS NOT NULL;

  -- Where what is stored came from. A row without outcome was begun and cut off.
  CREATE TABLE fetches (
    id         INTEGER PRIMARY KEY,
    url        INTEGER NOT NULL REFERENCES crawl_urls (id),
    run        INTEGER NOT NULL REFERENCES crawl_runs (id),
    at         TEXT NOT NULL,
    outcome    TEXT CHECK (outcome IN ('new', 'changed', 'unchanged', 'withdrawn', 'failed')),
    failure    TEXT,
    message    TEXT,
    status     INTEGER,
    final_url  TEXT,
    redirects  TEXT,
    headers    TEXT,
    robots     TEXT,
    sha256     TEXT
  ) STRICT;
  CREATE INDEX fetches_url ON fetches (url);
  CREATE INDEX fetches_run ON fetches (run, outcome);

  -- What one URL gave over time, from n = 1.
  CREATE TABLE document_versions (
    url       INTEGER NOT NULL REFERENCES crawl_urls (id),
    n         INTEGER NOT NULL,
    artifact  TEXT NOT NULL REFERENCES artifacts (sha256),
    seen_at   TEXT NOT NULL,
    PRIMARY KEY (url, n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX document_versions_artifact ON document_versions (artifact);

  -- Artifacts that every URL they were found under has since replaced, and that were found nowhere else.
  CREATE VIEW superseded_artifacts AS
    SELECT DISTINCT artifact AS sha256 FROM document_versions AS version
    WHERE NOT EXISTS (SELECT 1 FROM crawl_urls WHERE crawl_urls.artifact = version.artifact)
      AND NOT EXISTS (
        SELECT 1 FROM sources WHERE sources.artifact = version.artifact AND sources.source NOT IN (
          SELECT address FROM crawl_urls JOIN document_versions AS own ON own.url = crawl_urls.id WHERE own.artifact = version.artifact
          UNION SELECT final_url FROM crawl_urls JOIN document_versions AS own ON own.url = crawl_urls.id WHERE own.artifact = version.artifact AND final_url IS NOT NULL));

  -- Whoever holds it crawls; it has to be renewed before it runs out.
  CREATE TABLE crawl_lease (
    n      INTEGER PRIMARY KEY CHECK (n = 1),
    owner  TEXT NOT NULL,
    host   TEXT NOT NULL,
    pid    INTEGER NOT NULL,
    since  TEXT NOT NULL,
    until  TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- What people decided about findings. No foreign keys: a decision outlives the rows it was made of, which every newer
  -- program computes anew; what it was about is kept here, so that it can still be told when the finding is gone.
  CREATE TABLE reviews (
    document     TEXT NOT NULL,
    -- The finding's id, made of its rule and of what its numbers are called and read.
    finding      TEXT NOT NULL,
    -- NULL: only a note.
    decision     TEXT CHECK (decision IN ('confirmed', 'dismissed')),
    reason       TEXT NOT NULL,
    note         TEXT NOT NULL,
    decided_at   TEXT NOT NULL,
    source       TEXT NOT NULL,
    issuer       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    fiscal_year  INTEGER,
    message      TEXT NOT NULL,
    message_en   TEXT NOT NULL,
    PRIMARY KEY (document, finding)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX reviews_finding ON reviews (finding);

  -- Documents with the time since which there is a newer one under the same path or URL.
  CREATE VIEW replaced_documents AS
    SELECT documents.id AS document, max(newer.first_seen) AS replaced_at
    FROM documents
    JOIN sources AS own ON own.artifact = documents.artifact
    JOIN sources AS newer ON newer.source = own.source AND newer.first_seen > own.first_seen
    GROUP BY documents.id;

  -- Decisions, and why they do not hold any more where they do not: NULL, or document-replaced, finding-gone, document-gone.
  CREATE VIEW review_states AS
    SELECT reviews.*,
      CASE
        WHEN NOT EXISTS (SELECT 1 FROM documents WHERE documents.id = reviews.document) THEN 'document-gone'
        WHEN NOT EXISTS (
          SELECT 1 FROM findings WHERE findings.document = reviews.document AND findings.id = reviews.finding
        ) THEN 'finding-gone'
        WHEN replaced_at > decided_at THEN 'document-replaced'
      END AS stale
    FROM reviews LEFT JOIN replaced_documents ON replaced_documents.document = reviews.document;

  -- Where every finding stands. stale: it was decided before the document changed, or in an earlier document of the same
  -- path, or of the same unit, year and kind: whether that still holds is for a person to say.
  CREATE VIEW finding_states AS
    SELECT findings.document, findings.n, findings.id AS finding,
      CASE
        WHEN own.decision IS NOT NULL THEN iif(own.stale IS NULL, own.decision, 'stale')
        WHEN EXISTS (
          SELECT 1 FROM reviews AS earlier JOIN documents ON documents.id = findings.document
          WHERE earlier.finding = findings.id AND earlier.document <> findings.document AND earlier.decision IS NOT NULL
            AND (
              earlier.source IN (SELECT source FROM sources WHERE artifact = documents.artifact)
              OR (earlier.issuer <> '' AND earlier.kind <> 'unknown' AND earlier.issuer = documents.issuer
                AND earlier.kind = documents.kind AND earlier.fiscal_year = documents.fiscal_year)
            )
        ) THEN 'stale'
        ELSE 'open'
      END AS state
    FROM findings
    LEFT JOIN review_states AS own ON own.document = findings.document AND own.finding = findings.id;
  `,
  `
  -- What searches find: text blocks, titles of tables and the words of their rows. Ids are given in the order of writing.
  CREATE TABLE passages (
    id        INTEGER PRIMARY KEY,
    document  TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL CHECK (kind IN ('paragraph', 'table', 'row')),
    -- Block of a paragraph, n of a table.
    n         INTEGER NOT NULL,
    -- Row of the table; NULL for the others.
    r         INTEGER,
    page      INTEGER,
    -- The block, the title, or the cells of the row.
    text      TEXT NOT NULL
  ) STRICT;
  CREATE INDEX passages_document ON passages (document);

  -- The words of each passage, segmented before they are written. Of a row they are those of its texts, not its numbers.
  CREATE VIRTUAL TABLE passage_words USING fts5 (
    words, content = '', contentless_delete = 1, detail = 'none', tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
  );
  CREATE TRIGGER passages_deleted AFTER DELETE ON passages BEGIN
    DELETE FROM passage_words WHERE rowid = old.id;
  END;
  `,
  `
  -- What printed numbers come to, computed exactly when they are stored, so that any program can add them up; NULL for what
  -- is no amount of money. phase is the stage of the year a column is about.
  ALTER TABLE facts ADD COLUMN value_yuan TEXT;
  ALTER TABLE facts ADD COLUMN phase TEXT;
  ALTER TABLE figures ADD COLUMN value_yuan TEXT;
  CREATE INDEX tables_id ON tables (document, id);

  -- Views for researchers: one line per thing, with all that is needed to group, filter and find it again.
  CREATE VIEW documents_tidy AS
    SELECT id AS document, artifact AS sha256, issuer AS unit, region, fiscal_year AS year, kind, title, published_on, pages,
           media_type, state, holds, rounding, broken, undetermined, dossier, source,
           (SELECT min(sources.source) FROM sources
            WHERE sources.artifact = documents.artifact
              AND (sources.source GLOB 'http://*' OR sources.source GLOB 'https://*')) AS source_url
    FROM documents
    WHERE NOT EXISTS (SELECT 1 FROM archive_members WHERE archive_members.archive = documents.artifact);

  CREATE VIEW facts_tidy AS
    SELECT d.document, f.n, d.unit, d.region, d.year, d.kind, t.kind AS form, f.table_id, t.title AS table_title,
           f.block AS sub_unit, f.row_label AS "row", f.code, f.column_path AS "column", f.phase, f.value_yuan,
           f.value AS printed_value, f.unit AS printed_unit, f.confidence,
           coalesce(json_extract(f.place, '$.page'), json_extract(f.place, '$[0].page')) AS page,
           d.state, d.source, d.source_url
    FROM facts AS f
    JOIN documents_tidy AS d ON d.document = f.document
    JOIN tables AS t ON t.document = f.document AND t.id = f.table_id;

  CREATE VIEW figures_tidy AS
    SELECT d.document, g.n, g.id AS figure, d.unit, d.region, d.year, d.kind, g.label, g.qualifier, g.period, g.measure,
           g.value_yuan, g.value AS printed_value, g.unit AS printed_unit, g.raw, g.section, g.confidence,
           coalesce(json_extract(g.place, '$.page'), json_extract(g.place, '$[0].page')) AS page,
           d.state, d.source, d.source_url
    FROM figures AS g
    JOIN documents_tidy AS d ON d.document = g.document;

  CREATE VIEW findings_open AS
    SELECT d.document, f.n, f.id AS finding, d.unit, d.region, d.year, d.kind, f.rule, f.type, f.status, f.severity,
           -- Where nobody decided on such a finding, the whole of the decisions need not be looked through.
           CASE WHEN EXISTS (SELECT 1 FROM reviews WHERE reviews.finding = f.id)
             THEN (SELECT s.state FROM finding_states AS s WHERE s.document = f.document AND s.n = f.n)
             ELSE 'open' END AS review,
           f.message, f.message_en, f.formula, f.expected, f.actual, f.difference, f.unit AS printed_unit,
           (SELECT coalesce(json_extract(o.place, '$.page'), json_extract(o.place, '$[0].page'))
            FROM finding_operands AS o WHERE o.document = f.document AND o.finding = f.n ORDER BY o.n DESC LIMIT 1) AS page,
           d.state, d.source, d.source_url
    FROM findings AS f
    JOIN documents_tidy AS d ON d.document = f.document
    WHERE f.status <> 'rounding' AND review <> 'dismissed';

  CREATE VIEW units AS
    SELECT d.unit, d.region, min(d.year) AS first_year, max(d.year) AS last_year, count(*) AS documents,
           sum(d.state = 'complete') AS read_in_full,
           sum((SELECT count(*) FROM facts WHERE facts.document = d.document)) AS facts,
           sum((SELECT count(*) FROM findings
                WHERE findings.document = d.document AND findings.status <> 'rounding')) AS findings
    FROM documents_tidy AS d
    GROUP BY d.unit, d.region;

  CREATE VIEW coverage AS
    SELECT d.unit, d.region, d.year, d.kind, t.kind AS form, count(DISTINCT d.document) AS documents,
           count(t.id) AS tables, min(d.state = 'complete') AS read_in_full
    FROM documents_tidy AS d
    LEFT JOIN tables AS t ON t.document = d.document AND t.kind IS NOT NULL
    GROUP BY d.unit, d.region, d.year, d.kind, t.kind;
  `,
  `
  -- Version of the program that stored the document; '' before this was kept.
  ALTER TABLE documents ADD COLUMN program TEXT NOT NULL DEFAULT '';
  `,
  `
  -- How much was read of each document: counting a million rows anew takes seconds.
  ALTER TABLE documents ADD COLUMN tables INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE documents ADD COLUMN facts INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE documents ADD COLUMN figures INTEGER NOT NULL DEFAULT 0;
  UPDATE documents SET
    tables = (SELECT count(*) FROM tables WHERE tables.document = documents.id),
    facts = (SELECT count(*) FROM facts WHERE facts.document = documents.id),
    figures = (SELECT count(*) FROM figures WHERE figures.document = documents.id);

  -- Numbers of one document that relations of another name ("<sha256>#…"), and relations that could not be judged.
  CREATE INDEX relation_operands_elsewhere ON relation_operands (ref) WHERE instr(ref, '#') > 0;
  CREATE INDEX relations_undetermined ON relations (document, type) WHERE outcome = 'undetermined';
  CREATE INDEX tables_kind ON tables (kind, document) WHERE kind IS NOT NULL;
  `,
  `
  -- Documents that a newer one has replaced wherever they were found: at the paths files were read from, at the URLs of a crawl.
  CREATE VIEW superseded_documents AS
    SELECT documents.id AS document FROM documents
    WHERE EXISTS (SELECT 1 FROM sources WHERE sources.artifact = documents.artifact)
      AND NOT EXISTS (SELECT 1 FROM crawl_urls WHERE crawl_urls.artifact = documents.artifact)
      AND NOT EXISTS (
        SELECT 1 FROM sources AS own WHERE own.artifact = documents.artifact
          AND NOT EXISTS (
            SELECT 1 FROM sources AS newer WHERE newer.source = own.source AND newer.first_seen > own.first_seen)
          AND NOT EXISTS (
            SELECT 1 FROM document_versions AS version JOIN crawl_urls ON crawl_urls.id = version.url
            WHERE version.artifact = own.artifact AND own.source IN (crawl_urls.address, crawl_urls.final_url)));

  -- The views for researchers tell what is in force; who wants all that ever was has it in views of their own, and is told
  -- which of it is superseded: added up together, both versions of a number would count.
  DROP VIEW superseded_artifacts;
  DROP VIEW findings_open;
  DROP VIEW figures_tidy;
  DROP VIEW facts_tidy;
  DROP VIEW documents_tidy;

  CREATE VIEW documents_all_versions AS
    SELECT id AS document, artifact AS sha256, issuer AS unit, region, fiscal_year AS year, kind, title, published_on, pages,
           media_type, state, holds, rounding, broken, undetermined, dossier, source,
           (SELECT min(sources.source) FROM sources
            WHERE sources.artifact = documents.artifact
              AND (sources.source GLOB 'http://*' OR sources.source GLOB 'https://*')) AS source_url,
           EXISTS (SELECT 1 FROM superseded_documents WHERE superseded_documents.document = documents.id) AS superseded
    FROM documents
    WHERE NOT EXISTS (SELECT 1 FROM archive_members WHERE archive_members.archive = documents.artifact);

  CREATE VIEW documents_tidy AS
    SELECT document, sha256, unit, region, year, kind, title, published_on, pages, media_type, state, holds, rounding, broken,
           undetermined, dossier, source, source_url
    FROM documents_all_versions WHERE NOT superseded;

  CREATE VIEW facts_all_versions AS
    SELECT d.document, f.n, d.unit, d.region, d.year, d.kind, t.kind AS form, f.table_id, t.title AS table_title,
           f.block AS sub_unit, f.row_label AS "row", f.code, f.column_path AS "column", f.phase, f.value_yuan,
           f.value AS printed_value, f.unit AS printed_unit, f.confidence,
           coalesce(json_extract(f.place, '$.page'), json_extract(f.place, '$[0].page')) AS page,
           d.state, d.source, d.source_url, d.superseded
    FROM facts AS f
    JOIN documents_all_versions AS d ON d.document = f.document
    JOIN tables AS t ON t.document = f.document AND t.id = f.table_id;

  CREATE VIEW facts_tidy AS
    SELECT document, n, unit, region, year, kind, form, table_id, table_title, sub_unit, "row", code, "column", phase,
           value_yuan, printed_value, printed_unit, confidence, page, state, source, source_url
    FROM facts_all_versions WHERE NOT superseded;

  CREATE VIEW figures_all_versions AS
    SELECT d.document, g.n, g.id AS figure, d.unit, d.region, d.year, d.kind, g.label, g.qualifier, g.period, g.measure,
           g.value_yuan, g.value AS printed_value, g.unit AS printed_unit, g.raw, g.section, g.confidence,
           coalesce(json_extract(g.place, '$.page'), json_extract(g.place, '$[0].page')) AS page,
           d.state, d.source, d.source_url, d.superseded
    FROM figures AS g
    JOIN documents_all_versions AS d ON d.document = g.document;

  CREATE VIEW figures_tidy AS
    SELECT document, n, figure, unit, region, year, kind, label, qualifier, period, measure, value_yuan, printed_value,
           printed_unit, raw, section, confidence, page, state, source, source_url
    FROM figures_all_versions WHERE NOT superseded;

  CREATE VIEW findings_all_versions AS
    SELECT d.document, f.n, f.id AS finding, d.unit, d.region, d.year, d.kind, f.rule, f.type, f.status, f.severity,
           -- Where nobody decided on such a finding, the whole of the decisions need not be looked through.
           CASE WHEN EXISTS (SELECT 1 FROM reviews WHERE reviews.finding = f.id)
             THEN (SELECT s.state FROM finding_states AS s WHERE s.document = f.document AND s.n = f.n)
             ELSE 'open' END AS review,
           f.message, f.message_en, f.formula, f.expected, f.actual, f.difference, f.unit AS printed_unit,
           (SELECT coalesce(json_extract(o.place, '$.page'), json_extract(o.place, '$[0].page'))
            FROM finding_operands AS o WHERE o.document = f.document AND o.finding = f.n ORDER BY o.n DESC LIMIT 1) AS page,
           d.state, d.source, d.source_url, d.superseded
    FROM findings AS f
    JOIN documents_all_versions AS d ON d.document = f.document
    WHERE f.status <> 'rounding' AND review <> 'dismissed';

  CREATE VIEW findings_open AS
    SELECT document, n, finding, unit, region, year, kind, rule, type, status, severity, review, message, message_en, formula,
           expected, actual, difference, printed_unit, page, state, source, source_url
    FROM findings_all_versions WHERE NOT superseded;
  `,
  `
  -- Whether a document was replaced since is asked of the one that was decided about: a join with replaced_documents put all
  -- documents there are together first, for every decision that was looked up.
  DROP VIEW review_states;
  CREATE VIEW review_states AS
    SELECT reviews.*,
      CASE
        WHEN NOT EXISTS (SELECT 1 FROM documents WHERE documents.id = reviews.document) THEN 'document-gone'
        WHEN NOT EXISTS (
          SELECT 1 FROM findings WHERE findings.document = reviews.document AND findings.id = reviews.finding
        ) THEN 'finding-gone'
        WHEN EXISTS (
          SELECT 1 FROM documents
          JOIN sources AS own ON own.artifact = documents.artifact
          JOIN sources AS newer ON newer.source = own.source AND newer.first_seen > own.first_seen
          WHERE documents.id = reviews.document AND newer.first_seen > reviews.decided_at
        ) THEN 'document-replaced'
      END AS stale
    FROM reviews;

  -- Outputs of stages are large: which documents an older program stored is told without going through them.
  CREATE INDEX stage_runs_stored ON stage_runs (version) WHERE stage = 'store';
  `,
  `
  -- What lists and counts need of every finding, without the messages beside it.
  CREATE INDEX findings_listed ON findings (document, n, id, type, status, severity, difference, unit);
  `,
];
