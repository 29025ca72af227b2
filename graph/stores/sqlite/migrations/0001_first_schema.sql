-- Records as graph.model declares them: one table a kind, one column a field, in their order.
-- A part of an identity that may be unknown (valid_from, an employment's department, a position's subject) is stored
-- as '' so that the identity is unique, and read as NULL; '' sorts first, as None does. Where such a part refers to
-- something, a generated column carries the reference. Lists are texts separated by the unit separator (U+001F).
-- References are checked at the commit, so that rows of one write may come in any order.

CREATE TABLE companies (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT,
  side TEXT,
  parent TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  grade TEXT,
  industry TEXT,
  region TEXT,
  annual_value REAL,
  potential_value REAL,
  currency TEXT,
  strategic_fit INTEGER,
  industry_influence INTEGER,
  credit INTEGER,
  supplier_position TEXT,
  account TEXT -- the root company of the account that this one is part of; follows from side and parent
) STRICT, WITHOUT ROWID;
CREATE INDEX companies_by_name ON companies (name);
CREATE INDEX companies_by_parent ON companies (parent);
CREATE INDEX companies_by_account ON companies (account);

CREATE TABLE departments (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  parent TEXT REFERENCES departments (key) DEFERRABLE INITIALLY DEFERRED,
  line TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX departments_by_company ON departments (company);
CREATE INDEX departments_by_parent ON departments (parent);

CREATE TABLE people (
  key TEXT NOT NULL PRIMARY KEY,
  name TEXT,
  email TEXT,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  department TEXT REFERENCES departments (key) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  level TEXT,
  status TEXT,
  status_since TEXT,
  tags TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX people_by_company ON people (company);
CREATE INDEX people_by_department ON people (department) WHERE department IS NOT NULL;

CREATE TABLE works_in (
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  company TEXT NOT NULL REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  department TEXT NOT NULL,
  title TEXT,
  level TEXT,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  certainty TEXT,
  source TEXT,
  department_ref TEXT GENERATED ALWAYS AS (nullif(department, '')) VIRTUAL
    REFERENCES departments (key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (person, company, department, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX works_in_by_company ON works_in (company);
CREATE INDEX works_in_by_department ON works_in (department_ref) WHERE department_ref IS NOT NULL;

CREATE TABLE reports_to (
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  manager TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  certainty TEXT,
  source TEXT,
  PRIMARY KEY (person, manager, kind, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_to_by_manager ON reports_to (manager);

CREATE TABLE influences (
  influencer TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  influenced TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  weight REAL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  certainty TEXT,
  source TEXT,
  PRIMARY KEY (influencer, influenced, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX influences_by_influenced ON influences (influenced);

CREATE TABLE conflicts (
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  other TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  weight REAL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  certainty TEXT,
  source TEXT,
  PRIMARY KEY (person, other, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_by_other ON conflicts (other);

CREATE TABLE ties (
  employee TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  contact TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  trust INTEGER,
  target_trust INTEGER,
  last_contact TEXT,
  purposes TEXT,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  certainty TEXT,
  source TEXT,
  PRIMARY KEY (employee, contact, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_by_contact ON ties (contact);

CREATE TABLE opportunities (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  value REAL,
  currency TEXT,
  sale_stage TEXT,
  decision_date TEXT,
  status TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunities_by_company ON opportunities (company);

CREATE TABLE decision_roles (
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  opportunity TEXT NOT NULL REFERENCES opportunities (key) DEFERRABLE INITIALLY DEFERRED,
  stage TEXT NOT NULL,
  part TEXT,
  veto INTEGER,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  certainty TEXT,
  source TEXT,
  PRIMARY KEY (person, opportunity, stage, valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_roles_by_opportunity ON decision_roles (opportunity);

CREATE TABLE positions (
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  opportunity TEXT NOT NULL,
  company TEXT NOT NULL,
  stated_on TEXT NOT NULL,
  power TEXT,
  stance TEXT,
  coach INTEGER,
  leans_to TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  certainty TEXT,
  source TEXT,
  opportunity_ref TEXT GENERATED ALWAYS AS (nullif(opportunity, '')) VIRTUAL
    REFERENCES opportunities (key) DEFERRABLE INITIALLY DEFERRED,
  company_ref TEXT GENERATED ALWAYS AS (nullif(company, '')) VIRTUAL
    REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (person, opportunity, company, stated_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX positions_by_opportunity ON positions (opportunity_ref) WHERE opportunity_ref IS NOT NULL;
CREATE INDEX positions_by_company ON positions (company_ref) WHERE company_ref IS NOT NULL;
CREATE INDEX positions_by_leans_to ON positions (leans_to) WHERE leans_to IS NOT NULL;

-- "participants" is the list as a reader gets it, in code point order; the table below finds by person.
CREATE TABLE interactions (
  key TEXT NOT NULL PRIMARY KEY,
  kind TEXT,
  "on" TEXT,
  participants TEXT,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  opportunity TEXT REFERENCES opportunities (key) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX interactions_by_company ON interactions (company) WHERE company IS NOT NULL;
CREATE INDEX interactions_by_opportunity ON interactions (opportunity) WHERE opportunity IS NOT NULL;

CREATE TABLE participations (
  interaction TEXT NOT NULL REFERENCES interactions (key) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (interaction, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX participations_by_person ON participations (person);

CREATE TABLE agreements (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  name TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX agreements_by_company ON agreements (company);

-- Kept when an account ceases to be one, so that its revision never goes back.
CREATE TABLE revisions (
  account TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE schema_version (
  version INTEGER NOT NULL PRIMARY KEY,
  since TEXT NOT NULL
) STRICT;
