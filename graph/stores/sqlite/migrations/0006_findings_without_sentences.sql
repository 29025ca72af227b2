-- Findings are kept without sentences, and without what all of an account's have in common: that is the posture's
-- legend. They are ordered by columns: what they are worth, then account, subject, stage, kind and id.
-- What is kept from before is ordered otherwise: it keeps its order behind all that is computed anew ('~' sorts after
-- every worth) until its account is computed again. "since" has to stay: what people did with a finding counts from
-- then on.

ALTER TABLE postures ADD COLUMN legend TEXT NOT NULL DEFAULT '';

ALTER TABLE findings RENAME TO findings_of_version_5;
DROP INDEX findings_by_account;
DROP INDEX findings_by_rank;
DROP INDEX findings_by_money;
DROP INDEX findings_by_cause_rank;
DROP INDEX findings_by_cause_money;
DROP INDEX findings_by_cause;
DROP INDEX findings_by_company;
DROP INDEX findings_by_employee;

-- With a rowid: those of one account lie together so. The indexes by account and by worth hold what most filters
-- compare: counting needs no row, and a page only the rows that it shows.
CREATE TABLE findings (
  account TEXT NOT NULL,
  id TEXT NOT NULL,
  company TEXT NOT NULL,
  is_account_wide INTEGER NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  employee TEXT,
  opportunity TEXT,
  subject TEXT NOT NULL,
  stage TEXT NOT NULL,
  worth TEXT NOT NULL,
  money_worth TEXT NOT NULL,
  cause TEXT NOT NULL,
  cause_worth TEXT NOT NULL,
  cause_money_worth TEXT NOT NULL,
  content TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (id, account)
) STRICT;

INSERT INTO findings
SELECT account, id, company, is_account_wide, kind, severity, employee, opportunity, '', '',
  '~' || rank, '~' || money_rank, cause, '~' || cause_rank, '~' || cause_money_rank, content, since
FROM findings_of_version_5;

DROP TABLE findings_of_version_5;

CREATE INDEX findings_by_account ON findings (account, is_account_wide, kind, severity, cause, id);
CREATE INDEX findings_by_worth
ON findings (worth, money_worth, account, subject, stage, kind, id, is_account_wide, severity);
CREATE INDEX findings_by_money
ON findings (money_worth, worth, account, subject, stage, kind, id, is_account_wide, severity);
CREATE INDEX findings_by_cause_worth
ON findings (cause_worth, cause_money_worth, account, subject, stage, cause, is_account_wide, kind, severity);
CREATE INDEX findings_by_cause_money
ON findings (cause_money_worth, cause_worth, account, subject, stage, cause, is_account_wide, kind, severity);
CREATE INDEX findings_by_cause ON findings (cause);
CREATE INDEX findings_by_company ON findings (company, worth, money_worth, account, subject, stage, kind, id);
CREATE INDEX findings_by_employee ON findings (employee, worth, money_worth, account, subject, stage, kind, id)
WHERE employee IS NOT NULL;
