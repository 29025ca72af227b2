-- Findings know their cause and their places by severity and by money; postures the largest share and their causes.
-- What is kept from before was ranked otherwise: it keeps its order behind all that is computed anew ('~' sorts after
-- every rank), each finding a cause of its own, until its account is computed again. "since" has to stay: what people
-- did with a finding counts from then on.
-- "cause_counts" is a JSON object of numbers; null in what was computed before causes were counted.

ALTER TABLE postures ADD COLUMN share REAL;
ALTER TABLE postures ADD COLUMN cause_counts TEXT;
ALTER TABLE posture_days ADD COLUMN share REAL;
ALTER TABLE posture_days ADD COLUMN cause_counts TEXT;
UPDATE posture_ranks SET rank = '~' || rank;

ALTER TABLE findings RENAME TO findings_of_version_2;
DROP INDEX findings_by_account;
DROP INDEX findings_by_rank;
DROP INDEX findings_by_company;
DROP INDEX findings_by_employee;

-- With a rowid: the contents are long, and those of one account lie together so. The indexes by account and by place
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
  money_rank TEXT NOT NULL,
  cause TEXT NOT NULL,
  cause_rank TEXT NOT NULL,
  cause_money_rank TEXT NOT NULL,
  content TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (id, account)
) STRICT;

INSERT INTO findings
SELECT account, id, company, is_account_wide, kind, severity, employee, opportunity,
  '~' || rank, '~' || rank, id, '~' || rank, '~' || rank, content, since
FROM findings_of_version_2;

DROP TABLE findings_of_version_2;

CREATE INDEX findings_by_account ON findings (account, is_account_wide, kind, severity, cause, id);
CREATE INDEX findings_by_rank ON findings (rank, is_account_wide, kind, severity, account);
CREATE INDEX findings_by_money ON findings (money_rank, is_account_wide, kind, severity, account);
CREATE INDEX findings_by_cause_rank ON findings (cause_rank, is_account_wide, kind, severity, account, cause);
CREATE INDEX findings_by_cause_money ON findings (cause_money_rank, is_account_wide, kind, severity, account, cause);
CREATE INDEX findings_by_cause ON findings (cause);
CREATE INDEX findings_by_company ON findings (company, rank);
CREATE INDEX findings_by_employee ON findings (employee, rank) WHERE employee IS NOT NULL;
