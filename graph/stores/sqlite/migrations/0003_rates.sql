-- Dated exchange rates: of no account, so they have a revision of their own. A kept posture says of which day the
-- oldest rate is that its value at risk was converted by.

CREATE TABLE rates (
  currency TEXT NOT NULL,
  "on" TEXT NOT NULL,
  rate REAL,
  PRIMARY KEY (currency, "on")
) STRICT, WITHOUT ROWID;

CREATE TABLE rates_revision (revision INTEGER NOT NULL) STRICT;
INSERT INTO rates_revision (revision) VALUES (0);

ALTER TABLE postures ADD COLUMN rates_on TEXT;
ALTER TABLE posture_days ADD COLUMN rates_on TEXT;
