-- What is kept beside the records: postures with their findings, leases of those who compute them, and the journal.
-- Nothing here refers to a company by a foreign key: a company may go while its posture is still here, the next
-- claim takes the posture out, and its days and the journal stay.
-- "severity_counts" is a JSON object of numbers, "amounts" a JSON list of [currency or null, value].

CREATE TABLE postures (
  account TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  day TEXT NOT NULL,
  policy TEXT NOT NULL,
  policy_version INTEGER NOT NULL,
  computed_at TEXT NOT NULL,
  severity TEXT,
  severity_counts TEXT NOT NULL,
  value_at_risk REAL,
  currency TEXT,
  amounts TEXT NOT NULL,
  key_index REAL,
  general_index REAL,
  organizational_index REAL,
  effective_holders REAL,
  bus_factor INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE posture_days (
  account TEXT NOT NULL,
  revision INTEGER NOT NULL,
  day TEXT NOT NULL,
  policy TEXT NOT NULL,
  policy_version INTEGER NOT NULL,
  computed_at TEXT NOT NULL,
  severity TEXT,
  severity_counts TEXT NOT NULL,
  value_at_risk REAL,
  currency TEXT,
  amounts TEXT NOT NULL,
  key_index REAL,
  general_index REAL,
  organizational_index REAL,
  effective_holders REAL,
  bus_factor INTEGER,
  PRIMARY KEY (account, day)
) STRICT, WITHOUT ROWID;

-- The place of a posture in each order of the portfolio.
CREATE TABLE posture_ranks (
  account TEXT NOT NULL,
  portfolio_order TEXT NOT NULL,
  rank TEXT NOT NULL,
  PRIMARY KEY (account, portfolio_order)
) STRICT, WITHOUT ROWID;
CREATE INDEX posture_ranks_in_order ON posture_ranks (portfolio_order, rank);

-- With a rowid: the contents are long, and those of one account lie together so. The indexes by account and by rank
-- hold what most filters compare: counting needs no row, and a page only the rows that it shows.
CREATE TABLE findings (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  company TEXT NOT NULL,
  is_account_wide INTEGER NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  employee TEXT,
  opportunity TEXT,
  rank TEXT NOT NULL,
  content TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (id, account)
) STRICT;
CREATE INDEX findings_by_account ON findings (account, is_account_wide, kind, severity, id);
CREATE INDEX findings_by_rank ON findings (rank, is_account_wide, kind, severity, account);
CREATE INDEX findings_by_company ON findings (company, rank);
CREATE INDEX findings_by_employee ON findings (employee, rank) WHERE employee IS NOT NULL;

CREATE TABLE exposures (
  account TEXT NOT NULL,
  employee TEXT NOT NULL,
  live_tie_count INTEGER NOT NULL,
  single_held_count INTEGER NOT NULL,
  exposure REAL NOT NULL,
  severity TEXT,
  amounts TEXT NOT NULL,
  PRIMARY KEY (account, employee)
) STRICT, WITHOUT ROWID;
CREATE INDEX exposures_by_employee ON exposures (employee, account);

-- Who computes an account's posture, and until when nobody else may: seconds since 1970 by this machine's clock.
CREATE TABLE leases (
  account TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until REAL NOT NULL
) STRICT, WITHOUT ROWID;

-- Whether a company has ceased to be an account since what is kept of such was last taken out.
CREATE TABLE sweep (is_due INTEGER NOT NULL) STRICT;
INSERT INTO sweep (is_due) VALUES (0);

CREATE TRIGGER sweep_after_delete AFTER DELETE ON companies WHEN old.account = old.key
BEGIN
  UPDATE sweep SET is_due = 1;
END;

CREATE TRIGGER sweep_after_move AFTER UPDATE OF account ON companies
WHEN old.account = old.key AND new.account IS NOT old.account
BEGIN
  UPDATE sweep SET is_due = 1;
END;

CREATE TABLE journal (
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  number INTEGER NOT NULL,
  action TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  note TEXT,
  details TEXT NOT NULL,
  PRIMARY KEY (kind, subject, number)
) STRICT, WITHOUT ROWID;
