BEGIN TRANSACTION;
CREATE TABLE agreements (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  name TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "agreements" VALUES('frame','acme','FRAMEWORK','框架合同','2025-01-01','2027-12-31');
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
, search_text TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "companies" VALUES('acme','Acme Group','CUSTOMER',NULL,'S',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'acme','
acmegroup
acme
 acme group');
INSERT INTO "companies" VALUES('acme-east','Acme East','CUSTOMER','acme',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'acme','
acmeeast
acme-east
 acme east acme-east');
INSERT INTO "companies" VALUES('us','Our Company','SUPPLIER',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'
ourcompany
us
 our company us');
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
INSERT INTO "conflicts" VALUES('boss','clerk',0.5,'',NULL,NULL,NULL);
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
INSERT INTO "decision_roles" VALUES('boss','deal','APPROVAL','LEADS',NULL,'',NULL,NULL,NULL);
INSERT INTO "decision_roles" VALUES('boss','plant','APPROVAL','LEADS',NULL,'',NULL,NULL,NULL);
INSERT INTO "decision_roles" VALUES('cto','deal','SPECIFICATION','LEADS',1,'2026-01-01',NULL,'CONFIRMED','minutes');
INSERT INTO "decision_roles" VALUES('cto','plant','EVALUATION','PARTICIPATES',NULL,'',NULL,NULL,NULL);
CREATE TABLE departments (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  parent TEXT REFERENCES departments (key) DEFERRABLE INITIALLY DEFERRED,
  line TEXT
, search_text TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "departments" VALUES('lab','acme','Laboratory',NULL,'TECHNICAL','
laboratory
lab
 laboratory lab');
INSERT INTO "departments" VALUES('money','acme','Finance',NULL,'FINANCE','
finance
money
 finance money');
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
INSERT INTO "influences" VALUES('cto','boss',0.6,'',NULL,NULL,NULL);
CREATE TABLE interactions (
  key TEXT NOT NULL PRIMARY KEY,
  kind TEXT,
  "on" TEXT,
  participants TEXT,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  opportunity TEXT REFERENCES opportunities (key) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "interactions" VALUES('met','MEETING','2026-11-01','annboss','acme','deal','Kick-off');
CREATE TABLE opportunities (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  value REAL,
  currency TEXT,
  sale_stage TEXT,
  decision_date TEXT,
  status TEXT
, search_text TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "opportunities" VALUES('deal','acme','Deal',1000.0,'CNY',NULL,NULL,'OPEN','
deal
deal
 deal');
INSERT INTO "opportunities" VALUES('plant','acme','Plant 工厂',50000.0,'USD','OFFER','2027-03-01','OPEN','
plant工厂
plant
 plant 工厂 gong chang gongchang gc han gonghan gh yan gongyan gy an gongan ga');
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
, search_text TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "people" VALUES('ann','Ann Lee',NULL,'us',NULL,'Sales Manager','SENIOR','LEFT','2027-01-01',NULL,'
annlee
ann
 ann lee sales manager');
INSERT INTO "people" VALUES('ben','José Ben',NULL,'us',NULL,'Engineer','MIDDLE',NULL,NULL,NULL,'
joseben
ben
 jose ben engineer');
INSERT INTO "people" VALUES('boss','张伟',NULL,'acme',NULL,NULL,NULL,NULL,NULL,NULL,'
张伟
boss
 张伟 boss chief financial officer zhang wei zhangwei zw');
INSERT INTO "people" VALUES('clerk','Li Na',NULL,'acme-east',NULL,'Clerk','STAFF',NULL,NULL,NULL,'
lina
clerk
 li na clerk');
INSERT INTO "people" VALUES('cto','Émile Zola','zola@acme.example','acme','lab','Chief Technology Officer','EXECUTIVE','ACTIVE','2024-01-01','RISING_STARGATEKEEPER','
emilezola
cto
 emile zola cto chief technology officer zola@acme.example acme example');
INSERT INTO "people" VALUES('mei','Han Meimei','mei@us.example','us',NULL,'Sales Manager','SENIOR',NULL,NULL,NULL,'
hanmeimei
mei
 han meimei mei sales manager mei@us.example us example');
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
INSERT INTO "positions" VALUES('boss','deal','','2026-10-01','INNER_CIRCLE','SUPPORTER',1,NULL,NULL,NULL);
INSERT INTO "positions" VALUES('cto','deal','','2026-10-01','POLITICAL_STRUCTURE','NON_SUPPORTER',NULL,NULL,NULL,NULL);
CREATE TABLE rates (
  currency TEXT NOT NULL,
  "on" TEXT NOT NULL,
  rate REAL,
  PRIMARY KEY (currency, "on")
) STRICT, WITHOUT ROWID;
INSERT INTO "rates" VALUES('CNY','2026-01-01',1.0);
INSERT INTO "rates" VALUES('EUR','2026-01-01',8.0);
INSERT INTO "rates" VALUES('USD','2026-01-01',7.0);
INSERT INTO "rates" VALUES('USD','2026-11-01',7.25);
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
INSERT INTO "reports_to" VALUES('clerk','boss','SOLID','2024-01-01',NULL,NULL,NULL);
INSERT INTO "reports_to" VALUES('mei','ann','SOLID','',NULL,NULL,NULL);
CREATE TABLE revisions (
  account TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "revisions" VALUES('acme',2);
CREATE TABLE schema_version (
  version INTEGER NOT NULL PRIMARY KEY,
  since TEXT NOT NULL
) STRICT;
INSERT INTO "schema_version" VALUES(1,'2026-11-25 17:45:10');
INSERT INTO "schema_version" VALUES(2,'2026-11-25 17:45:10');
INSERT INTO "schema_version" VALUES(3,'2026-11-25 17:45:10');
INSERT INTO "schema_version" VALUES(4,'2026-11-25 17:45:10');
INSERT INTO "schema_version" VALUES(5,'2026-11-25 17:45:10');
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
INSERT INTO "ties" VALUES('ann','boss',4,NULL,'2026-11-01',NULL,'','2027-01-01',NULL,NULL);
INSERT INTO "ties" VALUES('ben','clerk',2,NULL,'2026-10-01',NULL,'',NULL,NULL,NULL);
INSERT INTO "ties" VALUES('ben','cto',3,5,'2026-02-01','PROJECT_SUPPORTDECISION','2025-01-01',NULL,'ASSUMED','report');
INSERT INTO "ties" VALUES('mei','boss',NULL,NULL,NULL,NULL,'2027-01-01',NULL,'ASSUMED','Handover from ann');
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
INSERT INTO "works_in" VALUES('boss','acme','money','Chief Financial Officer','EXECUTIVE','2021-01-01',NULL,NULL,NULL);
INSERT INTO "works_in" VALUES('boss','acme-east','','Controller','SENIOR','2015-01-01','2020-12-31',NULL,NULL);
COMMIT;
