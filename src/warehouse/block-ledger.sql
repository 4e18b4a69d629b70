-- Block Ledger in BigQuery: the same figures as in a workbook, from the tables of any number of them.
-- How to load them, and what is not proven: docs/bigquery.md. Each statement ends with a semicolon and a blank line.

CREATE SCHEMA IF NOT EXISTS ledger;

-- Five tables look like the five tabs. Each book has its own (time_north), made from the empty one, so that a load that
-- takes its place is idempotent. `as_typed` holds cells that no typed column can hold, `doubt` what is hardly meant so.

CREATE TABLE IF NOT EXISTS ledger.settings_empty (
  book STRING, sheet_row INT64,
  setting STRING, value STRING, what_it_does STRING,
  as_typed STRING, doubt STRING
);

CREATE TABLE IF NOT EXISTS ledger.work_types_empty (
  book STRING, sheet_row INT64,
  work_type STRING, multiplier FLOAT64, billable BOOL,
  as_typed STRING, doubt STRING
);

CREATE TABLE IF NOT EXISTS ledger.clients_empty (
  book STRING, sheet_row INT64,
  client STRING, active BOOL, contact STRING, email STRING, copy_to STRING, language STRING,
  normal_rate FLOAT64, currency STRING, tax_percent FLOAT64, round_up_to_min FLOAT64, minimum_min FLOAT64,
  round_per STRING, overage STRING, warn_at_h FLOAT64, warn_at_percent FLOAT64, notices STRING, renewal STRING,
  agreement_signed DATE, check_in_every_days FLOAT64, note STRING, address STRING, tax_id STRING, monthly_statement STRING,
  as_typed STRING, doubt STRING
);

CREATE TABLE IF NOT EXISTS ledger.blocks_empty (
  book STRING, sheet_row INT64,
  block STRING, date DATE, client STRING, hours FLOAT64, normal_rate FLOAT64, discount_h FLOAT64, price FLOAT64,
  tax FLOAT64, currency STRING, starts DATE, expires DATE, paid_on DATE, kind STRING, reference STRING, note STRING,
  repeats STRING, carry_over_h FLOAT64,
  as_typed STRING, doubt STRING
);

CREATE TABLE IF NOT EXISTS ledger.time_empty (
  book STRING, sheet_row INT64,
  date DATE, client STRING, who STRING, hours FLOAT64, start STRING, `end` STRING, work_type STRING,
  charged FLOAT64, what_was_done STRING, asked_by STRING, internal_note STRING, source STRING, archive_place FLOAT64,
  as_typed STRING, doubt STRING
);

CREATE OR REPLACE VIEW ledger.settings AS SELECT * FROM `ledger.settings_*`;

CREATE OR REPLACE VIEW ledger.work_types AS SELECT * FROM `ledger.work_types_*`;

CREATE OR REPLACE VIEW ledger.clients AS SELECT * FROM `ledger.clients_*`;

CREATE OR REPLACE VIEW ledger.blocks AS SELECT * FROM `ledger.blocks_*`;

CREATE OR REPLACE VIEW ledger.time AS SELECT * FROM `ledger.time_*`;

-- Names that are one client, as the workbook tells them.

CREATE OR REPLACE FUNCTION ledger.name_key(name STRING) RETURNS STRING
DETERMINISTIC LANGUAGE js OPTIONS (library = ["{{library}}"])
AS r"""return BlockLedger.nameKey(name);""";

-- A client's figures on a day, and its lines in the journal of a month: one line of JSON in, one out.

CREATE OR REPLACE FUNCTION ledger.client_figures(client STRING, today STRING) RETURNS STRING
DETERMINISTIC LANGUAGE js OPTIONS (library = ["{{library}}"])
AS r"""return BlockLedger.figures(client, today);""";

CREATE OR REPLACE FUNCTION ledger.client_journal(client STRING, month STRING) RETURNS STRING
DETERMINISTIC LANGUAGE js OPTIONS (library = ["{{library}}"])
AS r"""return BlockLedger.journal(client, month);""";

-- Every client with all its rows. Equal entries of a day are one, with how many there are: no figure depends on their
-- order, and what was done is not read. Transfers bring the rows of the other client, for value comes from there.

CREATE OR REPLACE TABLE FUNCTION ledger.given() AS (
  WITH names AS (
    SELECT book, client, ledger.name_key(client) AS client_key
    FROM (
      SELECT book, client FROM ledger.clients
      UNION DISTINCT SELECT book, client FROM ledger.blocks
      UNION DISTINCT SELECT book, client FROM ledger.time
    ) AS written
    WHERE client IS NOT NULL
  ),
  settings AS (
    SELECT s.book, STRING_AGG(TO_JSON_STRING(s), ',') AS lines FROM ledger.settings AS s GROUP BY s.book
  ),
  work_types AS (
    SELECT w.book, STRING_AGG(TO_JSON_STRING(w), ',') AS lines FROM ledger.work_types AS w GROUP BY w.book
  ),
  client_lines AS (
    SELECT n.book, n.client_key, TO_JSON_STRING(c) AS line
    FROM ledger.clients AS c JOIN names AS n ON n.book = c.book AND n.client = c.client
  ),
  block_lines AS (
    SELECT n.book, n.client_key, TO_JSON_STRING(b) AS line,
      IF(LOWER(TRIM(b.kind)) = 'transfer', ledger.name_key(b.reference), NULL) AS move
    FROM ledger.blocks AS b JOIN names AS n ON n.book = b.book AND n.client = b.client
  ),
  partners AS (
    SELECT DISTINCT mine.book, mine.client_key, other.client_key AS other_key, mine.move
    FROM block_lines AS mine JOIN block_lines AS other ON other.book = mine.book AND other.move = mine.move
    WHERE other.client_key <> mine.client_key
  ),
  clients AS (
    SELECT book, client_key, STRING_AGG(line, ',') AS lines
    FROM (
      SELECT book, client_key, line FROM client_lines
      UNION ALL
      SELECT p.book, p.client_key, c.line
      FROM (SELECT DISTINCT book, client_key, other_key FROM partners) AS p
      JOIN client_lines AS c ON c.book = p.book AND c.client_key = p.other_key
    ) AS needed
    GROUP BY book, client_key
  ),
  blocks AS (
    SELECT book, client_key, STRING_AGG(line, ',') AS lines
    FROM (
      SELECT book, client_key, line FROM block_lines
      UNION ALL
      SELECT p.book, p.client_key, b.line
      FROM partners AS p
      JOIN block_lines AS b ON b.book = p.book AND b.client_key = p.other_key AND b.move = p.move
    ) AS needed
    GROUP BY book, client_key
  ),
  shaped AS (
    SELECT t.book, t.client, t.hours, t.work_type, t.charged, t.as_typed,
      IF(t.hours IS NOT NULL AND REGEXP_CONTAINS(t.start, r'^[0-2]\d:[0-5]\d(:[0-5]\d)?$'), NULL, t.start) AS start,
      IF(t.hours IS NOT NULL AND REGEXP_CONTAINS(t.`end`, r'^[0-2]\d:[0-5]\d(:[0-5]\d)?$'), NULL, t.`end`) AS finish,
      t.doubt IS NOT NULL AS is_doubtful,
      IF(t.date >= DATE '1970-01-01', NULL, t.date) AS odd_date,
      t.date >= DATE '1970-01-01' AS has_day,
      DATE_DIFF(t.date, DATE '1970-01-01', DAY) AS day,
      t.sheet_row
    FROM ledger.time AS t
  ),
  on_days AS (
    SELECT book, client, hours, work_type, charged, as_typed, start, finish, is_doubtful, odd_date, has_day, day,
      COUNT(*) AS n, MIN(sheet_row) AS sheet_row
    FROM shaped
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
  ),
  equal_entries AS (
    SELECT book, client, hours, work_type, charged, as_typed, start, finish, is_doubtful, odd_date, has_day,
      STRING_AGG(CAST(day AS STRING) || IF(n > 1, '*' || CAST(n AS STRING), ''), ',') AS days,
      SUM(n) AS n, MIN(sheet_row) AS sheet_row
    FROM on_days
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
  ),
  work AS (
    SELECT n.book, n.client_key,
      MIN(LPAD(CAST(e.sheet_row AS STRING), 10, '0') || e.client) AS first_name,
      STRING_AGG(
        '{"sheet_row":' || IFNULL(CAST(e.sheet_row AS STRING), '0')
        || IF(e.has_day, ',"days":"' || e.days || '"', ',"n":' || CAST(e.n AS STRING))
        || IFNULL(',"date":"' || CAST(e.odd_date AS STRING) || '"', '')
        || IFNULL(',"hours":' || CAST(e.hours AS STRING), '')
        || IFNULL(',"charged":' || CAST(e.charged AS STRING), '')
        || IFNULL(',"start":' || TO_JSON_STRING(e.start), '')
        || IFNULL(',"end":' || TO_JSON_STRING(e.finish), '')
        || IFNULL(',"work_type":' || TO_JSON_STRING(e.work_type), '')
        || IFNULL(',"as_typed":' || TO_JSON_STRING(e.as_typed), '')
        || IF(e.is_doubtful, ',"doubt":"yes"}', '}'),
        ','
      ) AS lines
    FROM equal_entries AS e JOIN names AS n ON n.book = e.book AND n.client = e.client
    GROUP BY n.book, n.client_key
  )
  SELECT k.book, k.client_key,
    '{"key":' || TO_JSON_STRING(k.client_key)
    || ',"name":' || TO_JSON_STRING(IFNULL(SUBSTR(work.first_name, 11), ''))
    || ',"book":' || TO_JSON_STRING(
      '{"settings":[' || IFNULL(settings.lines, '') || '],"work_types":[' || IFNULL(work_types.lines, '') || ']}'
    )
    || ',"clients":[' || IFNULL(clients.lines, '') || '],"blocks":[' || IFNULL(blocks.lines, '')
    || '],"time":[' || IFNULL(work.lines, '') || ']}' AS client
  FROM (SELECT DISTINCT book, client_key FROM names) AS k
  LEFT JOIN settings ON settings.book = k.book
  LEFT JOIN work_types ON work_types.book = k.book
  LEFT JOIN clients ON clients.book = k.book AND clients.client_key = k.client_key
  LEFT JOIN blocks ON blocks.book = k.book AND blocks.client_key = k.client_key
  LEFT JOIN work ON work.book = k.book AND work.client_key = k.client_key
);

-- What the tab Balances shows, on any day. Currencies are never added up: a client has a line for each.

CREATE OR REPLACE TABLE FUNCTION ledger.balances(today DATE) AS (
  SELECT g.book,
    JSON_EXTRACT_SCALAR(line, '$.client') AS client,
    JSON_EXTRACT_SCALAR(line, '$.state') AS state,
    CAST(JSON_EXTRACT_SCALAR(line, '$.toInvoice') AS FLOAT64) / 3600 AS overage_to_invoice_h,
    CAST(JSON_EXTRACT_SCALAR(line, '$.left') AS FLOAT64) / 3600 AS hours_left,
    CAST(JSON_EXTRACT_SCALAR(line, '$.worked') AS FLOAT64) / 3600 AS used,
    SAFE_CAST(JSON_EXTRACT_SCALAR(line, '$.runsOut') AS DATE) AS runs_out,
    JSON_EXTRACT_SCALAR(line, '$.runsOut') AS runs_out_in_words,
    CAST(JSON_EXTRACT_SCALAR(line, '$.rowsLeftOut') AS INT64) AS rows_left_out,
    CAST(JSON_EXTRACT_SCALAR(line, '$.value') AS FLOAT64)
      / POW(10, CAST(JSON_EXTRACT_SCALAR(line, '$.digits') AS FLOAT64)) AS value,
    JSON_EXTRACT_SCALAR(line, '$.currency') AS currency,
    CAST(JSON_EXTRACT_SCALAR(line, '$.saved') AS FLOAT64)
      / POW(10, CAST(JSON_EXTRACT_SCALAR(line, '$.digits') AS FLOAT64)) AS saved,
    CAST(JSON_EXTRACT_SCALAR(line, '$.deferred') AS FLOAT64)
      / POW(10, CAST(JSON_EXTRACT_SCALAR(line, '$.digits') AS FLOAT64)) AS deferred_revenue,
    CAST(JSON_EXTRACT_SCALAR(line, '$.expired') AS FLOAT64)
      / POW(10, CAST(JSON_EXTRACT_SCALAR(line, '$.digits') AS FLOAT64)) AS expired_value,
    CAST(JSON_EXTRACT_SCALAR(line, '$.share') AS FLOAT64) AS left_percent
  FROM ledger.given() AS g,
    UNNEST(JSON_EXTRACT_ARRAY(ledger.client_figures(g.client, CAST(today AS STRING)), '$')) AS line
);

-- The journal of a month such as '2026-01', replayed: a debit or a credit in each line. What goes from one client to
-- another is told by both, so lines of one name are added up.

CREATE OR REPLACE TABLE FUNCTION ledger.journal(asked STRING) AS (
  WITH lines AS (
    SELECT g.book,
      JSON_EXTRACT_SCALAR(line, '$.month') AS month,
      JSON_EXTRACT_SCALAR(line, '$.currency') AS currency,
      JSON_EXTRACT_SCALAR(line, '$.account') AS account,
      JSON_EXTRACT_SCALAR(line, '$.code') AS code,
      JSON_EXTRACT_SCALAR(line, '$.client') AS client,
      JSON_EXTRACT_SCALAR(line, '$.block') AS block,
      JSON_EXTRACT_SCALAR(line, '$.memo') AS memo,
      CAST(JSON_EXTRACT_SCALAR(line, '$.digits') AS FLOAT64) AS digits,
      SUM(CAST(JSON_EXTRACT_SCALAR(line, '$.amount') AS FLOAT64)) AS amount
    FROM ledger.given() AS g,
      UNNEST(JSON_EXTRACT_ARRAY(ledger.client_journal(g.client, asked), '$')) AS line
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
  )
  SELECT book, month, LAST_DAY(CAST(month || '-01' AS DATE)) AS date, currency, account, code,
    GREATEST(amount, 0) / POW(10, digits) AS debit, GREATEST(-amount, 0) / POW(10, digits) AS credit,
    client, block, memo
  FROM lines
  WHERE amount <> 0
);

-- The first thing to run after this file: 'ok', or what an engine does otherwise. The worked example (20 h at 100 less
-- 10, of which 6.5 h are worked), 100,000 entries one by one and as 1,000, and names as the workbook tells them.

CREATE OR REPLACE FUNCTION ledger.self_test() RETURNS STRING AS ((
  SELECT IFNULL(STRING_AGG(NULLIF(what || ': ' || IFNULL(found, 'nothing'), what || ': ' || expected), '; '), 'ok')
  FROM (
    SELECT 'worked example' AS what, '48600 121500 6500' AS expected, (
      SELECT JSON_EXTRACT_SCALAR(f, '$[0].left') || ' ' || JSON_EXTRACT_SCALAR(f, '$[0].value')
        || ' ' || JSON_EXTRACT_SCALAR(f, '$[0].saved')
      FROM (
        SELECT ledger.client_figures(
          '{"key":"acme","name":"Acme","book":"{\\"settings\\":[],\\"work_types\\":[]}","clients":[{"client":"Acme"}],'
            || '"blocks":[{"date":"2026-01-01","client":"Acme","hours":20,"normal_rate":100,"discount_h":10}],'
            || '"time":[{"n":1,"date":"2026-01-02","hours":4},{"n":1,"date":"2026-01-05","hours":2.5}]}',
          '2026-12-31'
        ) AS f
      ) AS example
    ) AS found
    UNION ALL
    SELECT 'folded entries', '844200', (
      SELECT IF(
        ledger.client_figures(head || many || ']}', '2026-12-31') = ledger.client_figures(head || few || ']}', '2026-12-31'),
        JSON_EXTRACT_SCALAR(ledger.client_figures(head || few || ']}', '2026-12-31'), '$[0].left'),
        'other figures'
      )
      FROM (
        SELECT
          '{"key":"acme","name":"Acme","book":"{\\"settings\\":[],\\"work_types\\":[]}","clients":[{"client":"Acme"}],'
            || '"blocks":[{"date":"2024-01-01","client":"Acme","hours":1234.5,"price":98765.43}],"time":[' AS head,
          (
            SELECT STRING_AGG('{"n":1,"date":"' || CAST(worked AS STRING) || '","hours":0.01}', ',')
            FROM UNNEST(GENERATE_DATE_ARRAY(DATE '2024-01-01', DATE '2026-09-26')) AS worked,
              UNNEST(GENERATE_ARRAY(1, 100)) AS each
          ) AS many,
          (
            SELECT STRING_AGG('{"n":100,"date":"' || CAST(worked AS STRING) || '","hours":0.01}', ',')
            FROM UNNEST(GENERATE_DATE_ARRAY(DATE '2024-01-01', DATE '2026-09-26')) AS worked
          ) AS few
      ) AS entries
    )
    UNION ALL SELECT 'sharp s', 'straße', ledger.name_key('Straße')
    UNION ALL SELECT 'double s', 'strasse', ledger.name_key('STRASSE')
    UNION ALL SELECT 'dotted i', 'i̇stanbul', ledger.name_key('İstanbul')
    UNION ALL SELECT 'final sigma', 'οδος', ledger.name_key('ΟΔΟΣ')
    UNION ALL SELECT 'blanks and dashes', "acme - o'neill", ledger.name_key(' Acme  – O’Neill​ ')
  ) AS tests
));
