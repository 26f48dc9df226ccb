-- SPDX-License-Identifier: GPL-3.0-or-later
-- Version 3 of the case file: version 2, and the caches for opening. What each table means stands in docs/format.md, and a test compares the two; comments
-- stay outside of the statements, because SQLite keeps a statement's text in the file.
--
-- Words of a vocabulary are compared one by one: for "x IN (…)" SQLite would build and drop a table at every insert,
-- which made bulk loads take more than twice as long.

-- The case itself

CREATE TABLE case_info (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uuid TEXT NOT NULL CHECK (length (uuid) = 36),
  title TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;

-- Who acts

CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind = 'person' OR kind = 'organisation' OR kind = 'government' OR kind = 'country'),
  parent_id INTEGER REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent_id <> id),
  colour INTEGER NOT NULL CHECK (colour >= 0)
) STRICT;

CREATE INDEX actor_by_parent ON actor (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE actor_alias (
  id INTEGER PRIMARY KEY,
  actor_id INTEGER NOT NULL REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE INDEX actor_alias_by_actor ON actor_alias (actor_id, ordinal);

-- What it rests on

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  exhibit INTEGER NOT NULL UNIQUE CHECK (exhibit > 0),
  title TEXT,
  publisher TEXT,
  author TEXT,
  accessed TEXT,
  url TEXT,
  archive_url TEXT,
  language TEXT,
  tier TEXT NOT NULL CHECK (tier = 'primary' OR tier = 'report' OR tier = 'relayed'),
  relayed_from TEXT,
  issued_edtf TEXT,
  issued_basis TEXT NOT NULL CHECK (issued_basis = 'stated' OR issued_basis = 'metadata' OR issued_basis = 'supplied' OR
                                    issued_basis = 'derived'),
  issued_reason TEXT,
  file_name TEXT,
  file_size_bytes INTEGER CHECK (file_size_bytes >= 0),
  media_type TEXT,
  file_sha256 TEXT CHECK (length (file_sha256) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE INDEX source_by_file ON source (file_sha256) WHERE file_sha256 IS NOT NULL;

CREATE TABLE source_text (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('full', 'summary')),
  extractor TEXT,
  extractor_version TEXT,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  length_cp INTEGER NOT NULL CHECK (length_cp >= 0),
  is_present INTEGER NOT NULL CHECK (is_present IN (0, 1))
) STRICT;

CREATE INDEX source_text_by_source ON source_text (source_id);
CREATE INDEX source_text_by_hash ON source_text (sha256);

CREATE TABLE source_text_content (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  words TEXT NOT NULL
) STRICT;

CREATE TABLE original_content (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  page INTEGER CHECK (page > 0),
  paragraph INTEGER CHECK (paragraph > 0),
  line INTEGER CHECK (line > 0),
  attributed_to_id INTEGER REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX passage_by_source ON passage (source_id);
CREATE INDEX passage_by_actor ON passage (attributed_to_id) WHERE attributed_to_id IS NOT NULL;

CREATE TABLE anchor (
  id INTEGER PRIMARY KEY,
  passage_id INTEGER NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  text_id INTEGER NOT NULL REFERENCES source_text (id) DEFERRABLE INITIALLY DEFERRED,
  text_sha256 TEXT NOT NULL CHECK (length (text_sha256) = 64 AND text_sha256 NOT GLOB '*[^0-9a-f]*'),
  start_cp INTEGER NOT NULL CHECK (start_cp >= 0),
  end_cp INTEGER NOT NULL CHECK (end_cp > start_cp),
  exact TEXT,
  prefix TEXT CHECK (prefix IS NULL OR exact IS NOT NULL),
  suffix TEXT CHECK (suffix IS NULL OR exact IS NOT NULL)
) STRICT;

CREATE INDEX anchor_by_passage ON anchor (passage_id);
CREATE INDEX anchor_by_text ON anchor (text_id);

-- What happened

CREATE TABLE kind (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL CHECK (title <> ''),
  summary TEXT,
  kind TEXT NOT NULL CHECK (kind = 'proposal' OR kind = 'announcement' OR kind = 'prohibition' OR kind = 'listing' OR
                            kind = 'effective_date' OR kind = 'deadline' OR kind = 'statement' OR kind = 'relocation' OR
                            kind = 'closure' OR kind = 'litigation' OR kind = 'other' OR kind = 'own'),
  own_kind_id INTEGER REFERENCES kind (id) DEFERRABLE INITIALLY DEFERRED
    CHECK ((own_kind_id IS NOT NULL) = (kind = 'own')),
  status TEXT NOT NULL CHECK (status = 'unknown' OR status = 'planned' OR status = 'in_force' OR status = 'done' OR
                              status = 'expired' OR status = 'withdrawn'),
  status_passage_id INTEGER REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  status_as_of TEXT,
  assertion TEXT NOT NULL CHECK (assertion = 'fact' OR assertion = 'alleged' OR assertion = 'denied' OR
                                 assertion = 'opinion' OR assertion = 'intention'),
  importance INTEGER NOT NULL CHECK (importance BETWEEN 0 AND 1000),
  review TEXT NOT NULL CHECK (review = 'accepted' OR review = 'proposed' OR review = 'rejected'),
  main_role TEXT CHECK (main_role = 'occurred' OR main_role = 'began' OR main_role = 'announced' OR
                        main_role = 'signed' OR main_role = 'effective' OR main_role = 'deadline' OR
                        main_role = 'reported' OR main_role = 'ended'),
  proposal_rule TEXT,
  proposal_confidence INTEGER CHECK (proposal_confidence BETWEEN 0 AND 1000)
) STRICT;

CREATE INDEX event_by_own_kind ON event (own_kind_id) WHERE own_kind_id IS NOT NULL;
CREATE INDEX event_by_status_passage ON event (status_passage_id) WHERE status_passage_id IS NOT NULL;

CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  actor_id INTEGER NOT NULL REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT
) STRICT;

CREATE INDEX participation_by_event ON participation (event_id, ordinal);
CREATE INDEX participation_by_actor ON participation (actor_id);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  passage_id INTEGER NOT NULL REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  stance TEXT NOT NULL CHECK (stance = 'supports' OR stance = 'disputes' OR stance = 'mentions')
) STRICT;

CREATE INDEX evidence_by_event ON evidence (event_id, ordinal);
CREATE INDEX evidence_by_passage ON evidence (passage_id);

CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE INDEX tag_by_event ON tag (event_id, ordinal);

CREATE TABLE calendar (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE calendar_day (
  id INTEGER PRIMARY KEY,
  calendar_id INTEGER NOT NULL REFERENCES calendar (id) DEFERRABLE INITIALLY DEFERRED,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX calendar_day_by_calendar ON calendar_day (calendar_id, day);

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role = 'occurred' OR role = 'began' OR role = 'announced' OR role = 'signed' OR
                            role = 'effective' OR role = 'deadline' OR role = 'reported' OR role = 'ended'),
  edtf TEXT CHECK (edtf <> ''),
  passage_id INTEGER REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  standing TEXT NOT NULL CHECK (standing = 'accepted' OR standing = 'competing' OR standing = 'rejected'),
  basis TEXT NOT NULL CHECK (basis = 'stated' OR basis = 'metadata' OR basis = 'supplied' OR basis = 'derived'),
  limiting TEXT NOT NULL CHECK (limiting = 'none' OR limiting = 'first_in_force' OR limiting = 'last_allowed'),
  reason TEXT,
  rule_anchor_claim_id INTEGER REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  rule_anchor_source_id INTEGER REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  rule_comparator TEXT CHECK (rule_comparator = '=' OR rule_comparator = 'at_least' OR rule_comparator = 'at_most' OR
                              rule_comparator = 'about' OR rule_comparator = 'before' OR rule_comparator = 'after'),
  rule_amount INTEGER,
  rule_unit TEXT CHECK (rule_unit = 'days' OR rule_unit = 'business_days' OR rule_unit = 'weeks' OR
                        rule_unit = 'months' OR rule_unit = 'years'),
  rule_counting TEXT CHECK (rule_counting IN ('anchor_not_counted', 'anchor_counted')),
  rule_calendar TEXT CHECK (rule_calendar = 'us_federal' OR rule_calendar = 'target' OR rule_calendar = 'own'),
  rule_calendar_id INTEGER REFERENCES calendar (id) DEFERRABLE INITIALLY DEFERRED,
  rule_month_end TEXT CHECK (rule_month_end = 'last_day' OR rule_month_end = 'overflow'),
  CHECK ((edtf IS NULL) = (rule_comparator IS NOT NULL)),
  CHECK ((rule_amount IS NOT NULL) = (rule_comparator IS NOT NULL)),
  CHECK ((rule_unit IS NOT NULL) = (rule_comparator IS NOT NULL)),
  CHECK ((rule_counting IS NOT NULL) = (rule_comparator IS NOT NULL)),
  CHECK ((rule_anchor_claim_id IS NOT NULL) + (rule_anchor_source_id IS NOT NULL) = (rule_comparator IS NOT NULL)),
  CHECK (rule_calendar IS NULL OR rule_unit IS 'business_days'),
  CHECK ((rule_calendar_id IS NOT NULL) = (rule_calendar IS 'own')),
  CHECK (rule_month_end IS NULL OR rule_unit IS 'months' OR rule_unit IS 'years')
) STRICT;

CREATE INDEX claim_by_event ON claim (event_id);
CREATE INDEX claim_by_passage ON claim (passage_id) WHERE passage_id IS NOT NULL;
CREATE INDEX claim_by_anchor_claim ON claim (rule_anchor_claim_id) WHERE rule_anchor_claim_id IS NOT NULL;
CREATE INDEX claim_by_anchor_source ON claim (rule_anchor_source_id) WHERE rule_anchor_source_id IS NOT NULL;
CREATE INDEX claim_by_calendar ON claim (rule_calendar_id) WHERE rule_calendar_id IS NOT NULL;

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL CHECK (type = 'part_of' OR type = 'causes' OR type = 'responds_to' OR type = 'amends' OR
                            type = 'implements' OR type = 'supersedes'),
  from_id INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  to_id INTEGER NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED CHECK (to_id <> from_id)
) STRICT;

CREATE INDEX link_by_from ON link (from_id);
CREATE INDEX link_by_to ON link (to_id);

-- How it is looked at and what was decided about it

CREATE TABLE view (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  filter TEXT NOT NULL,
  grouping TEXT NOT NULL CHECK (grouping = 'actor' OR grouping = 'kind' OR grouping = 'source' OR grouping = 'none'),
  folds TEXT NOT NULL,
  viewport TEXT NOT NULL
) STRICT;

CREATE TABLE finding_decision (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL CHECK (rule <> ''),
  event_id INTEGER REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
  source_id INTEGER REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  claims TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision = 'open' OR decision = 'explained' OR decision = 'dismissed'),
  reason TEXT
) STRICT;

CREATE INDEX finding_decision_by_event ON finding_decision (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX finding_decision_by_source ON finding_decision (source_id) WHERE source_id IS NOT NULL;

CREATE TABLE conflict (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  ancestor TEXT,
  ours TEXT,
  theirs TEXT,
  winner TEXT NOT NULL CHECK (winner IN ('ours', 'theirs')),
  is_decided INTEGER NOT NULL CHECK (is_decided IN (0, 1))
) STRICT;

CREATE TABLE import_report (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length (sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  importer TEXT NOT NULL,
  importer_version TEXT NOT NULL,
  when_utc_seconds INTEGER NOT NULL,
  n_sources INTEGER NOT NULL CHECK (n_sources >= 0),
  n_events INTEGER NOT NULL CHECK (n_events >= 0),
  n_passages INTEGER NOT NULL CHECK (n_passages >= 0),
  n_skipped INTEGER NOT NULL CHECK (n_skipped >= 0)
) STRICT;

-- What was done

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (kind = 'edit' OR kind = 'undo' OR kind = 'redo'),
  target_id INTEGER REFERENCES change (id) CHECK ((target_id IS NULL) = (kind = 'edit')),
  label TEXT NOT NULL,
  who TEXT NOT NULL,
  when_utc_seconds INTEGER NOT NULL,
  n_rows INTEGER NOT NULL CHECK (n_rows >= 0),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX change_by_target ON change (target_id) WHERE target_id IS NOT NULL;

CREATE TABLE change_row (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL REFERENCES change (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  last_row_id INTEGER CHECK ((last_row_id IS NOT NULL) = (op IN ('insert_range', 'delete_range'))),
  op TEXT NOT NULL CHECK (op = 'insert' OR op = 'update' OR op = 'delete' OR op = 'insert_range' OR
                          op = 'delete_range'),
  old_values TEXT,
  new_values TEXT
) STRICT;

CREATE INDEX change_row_by_change ON change_row (change_id);

CREATE TABLE change_block (
  id INTEGER PRIMARY KEY,
  change_row_id INTEGER NOT NULL REFERENCES change_row (id),
  n_rows INTEGER NOT NULL CHECK (n_rows > 0),
  rows BLOB NOT NULL
) STRICT;

CREATE INDEX change_block_by_row ON change_block (change_row_id);

CREATE TABLE tombstone (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('source', 'passage')),
  row_id INTEGER NOT NULL,
  when_utc_seconds INTEGER NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE replica (
  ordinal INTEGER PRIMARY KEY,
  replica INTEGER NOT NULL UNIQUE CHECK (replica BETWEEN 0 AND 2147483647),
  last_counter INTEGER NOT NULL CHECK (last_counter BETWEEN 0 AND 4294967295)
) STRICT;

CREATE TABLE counter (
  name TEXT PRIMARY KEY CHECK (name IN ('exhibit', 'colour')),
  last_value INTEGER NOT NULL CHECK (last_value >= 0)
) STRICT, WITHOUT ROWID;

-- Caches: made anew from the tables above, neither logged nor merged

CREATE TABLE claim_value (
  claim_id INTEGER PRIMARY KEY,
  edtf TEXT NOT NULL
) STRICT;

CREATE TABLE event_index (
  event_id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL,
  start_seconds INTEGER,
  end_seconds INTEGER,
  kind INTEGER NOT NULL,
  own_kind_id INTEGER,
  status INTEGER NOT NULL,
  assertion INTEGER NOT NULL,
  importance INTEGER NOT NULL,
  main_role INTEGER,
  flags INTEGER NOT NULL
) STRICT;

CREATE TABLE mark_index (
  claim_id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL,
  start_earliest_seconds INTEGER NOT NULL,
  start_latest_seconds INTEGER NOT NULL,
  end_earliest_seconds INTEGER NOT NULL,
  end_latest_seconds INTEGER NOT NULL,
  bound_flags INTEGER NOT NULL,
  role INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  limiting INTEGER NOT NULL,
  is_derived INTEGER NOT NULL,
  is_stretch INTEGER NOT NULL,
  date_precision INTEGER NOT NULL,
  is_supplied INTEGER NOT NULL,
  anchor_claim_id INTEGER
) STRICT;

CREATE INDEX mark_index_by_event ON mark_index (event_id);

CREATE TABLE opening_cache (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  file_counter INTEGER NOT NULL,
  n_pages INTEGER NOT NULL,
  newest_change_hash TEXT NOT NULL,
  content_sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE columns_cache (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE event_search USING fts5 (title, summary, tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE actor_search USING fts5 (names, tokenize = 'unicode61 remove_diacritics 2');

CREATE VIRTUAL TABLE text_search USING fts5 (words, content = 'source_text_content', content_rowid = 'id',
                                             tokenize = 'unicode61 remove_diacritics 2');
