BEGIN TRANSACTION;
CREATE TABLE agreements (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT,
  name TEXT,
  valid_from TEXT,
  valid_to TEXT
) STRICT, WITHOUT ROWID;
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
INSERT INTO "companies" VALUES('acme','Acme Group','CUSTOMER',NULL,'S',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'acme');
INSERT INTO "companies" VALUES('acme-east','Acme East','CUSTOMER','acme',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'acme');
INSERT INTO "companies" VALUES('us','Our Company','SUPPLIER',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
CREATE TABLE departments (
  key TEXT NOT NULL PRIMARY KEY,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  parent TEXT REFERENCES departments (key) DEFERRABLE INITIALLY DEFERRED,
  line TEXT
) STRICT, WITHOUT ROWID;
INSERT INTO "departments" VALUES('money','acme','Finance',NULL,'FINANCE');
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
INSERT INTO "exposures" VALUES('acme','ann',1,1,0.3,'MODERATE','[["CNY",300.0]]');
INSERT INTO "exposures" VALUES('acme','ben',1,1,0.0,'LOW','[[null,0.0]]');
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
INSERT INTO "findings" VALUES('acme','182180fd2a37191daabf2ea4','acme',1,'CHOKE_POINT','MODERATE','ann','deal','bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccann deal boss bff0000000000000182180fd2a37191daabf2ea4 acme ','{"id":"182180fd2a37191daabf2ea4","kind":"CHOKE_POINT","severity":"MODERATE","summary":"Without Ann Lee we no longer reach 1 person, with 30 % of the decision on Deal.","subject":{"kind":"Person","key":"ann","name":"Ann Lee"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ann","opportunity":"deal","stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["ann","boss"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["people_out_of_reach",1.0],["exposure",0.3]],"policy":[["reach_floor",0.1],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Build a way around Ann Lee to 张伟."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','1e77e3ce3eca6a0cc6e20122','acme',1,'FUNCTION_UNMATCHED','MODERATE',NULL,NULL,'bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccFINANCE  boss bff00000000000001e77e3ce3eca6a0cc6e20122 acme ','{"id":"1e77e3ce3eca6a0cc6e20122","kind":"FUNCTION_UNMATCHED","severity":"MODERATE","summary":"Nobody of our FINANCE line has a live tie into theirs (1 people).","subject":{"kind":"Line","key":"FINANCE","name":"Finance"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["boss"],"edges":[],"figures":[["people",1.0],["covered",1.0],["our_people_of_the_line",0.0],["share",0.3]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Bring colleagues of our FINANCE line together with theirs."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','3a7d59a0a0dffdf7b8a8405e','acme',1,'LEVEL_UNMATCHED','MODERATE',NULL,NULL,'bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccboss  boss bff00000000000003a7d59a0a0dffdf7b8a8405e acme ','{"id":"3a7d59a0a0dffdf7b8a8405e","kind":"LEVEL_UNMATCHED","severity":"MODERATE","summary":"Nobody of our executives has a live tie to 张伟, an executive.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["boss","ann"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["live_tie_holders",1.0],["share",0.3]],"policy":[["live_tie_strength",0.3],["level_pairing_above",1.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Have one of our executives meet 张伟."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','2e2555731d176bdee142ac69','acme',1,'MISSING_STAGE','MODERATE',NULL,'deal','bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccdeal deal SPECIFICATION 80000000000000002e2555731d176bdee142ac69 acme ','{"id":"2e2555731d176bdee142ac69","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the SPECIFICATION of Deal.","subject":{"kind":"Opportunity","key":"deal","name":"Deal"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"deal","stage":"SPECIFICATION","targets":[],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.SPECIFICATION",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Find out who takes part in the SPECIFICATION of Deal."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','494ac8005f7307892b02fc9b','acme',1,'SINGLE_HELD','MODERATE','ann',NULL,'bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccann  boss bff0000000000000494ac8005f7307892b02fc9b acme ','{"id":"494ac8005f7307892b02fc9b","kind":"SINGLE_HELD","severity":"MODERATE","summary":"Only Ann Lee has a live tie to 张伟, who has 30 % of the decision.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ann","opportunity":null,"stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["ann","boss"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["live_ties",1.0],["tie_strength",0.8183218198701464],["exposure",0.3]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Introduce a second colleague to 张伟."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','7b6a43638f239637b2c9f56f','acme',1,'SINGLE_HELD_KEY_PERSON','MODERATE','ann',NULL,'bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccboss  boss bff00000000000007b6a43638f239637b2c9f56f acme ','{"id":"7b6a43638f239637b2c9f56f","kind":"SINGLE_HELD_KEY_PERSON","severity":"MODERATE","summary":"Only Ann Lee has a live tie to 张伟.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ann","opportunity":null,"stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["boss","ann"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["live_tie_holders",1.0],["share",0.3]],"policy":[["live_tie_strength",0.3],["redundancy_wanted",2.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Introduce a second colleague to 张伟."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','c0d444253830a036289ef2d0','acme',1,'SUCCESSORS_UNCOVERED','MODERATE',NULL,NULL,'bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccboss  boss bff0000000000000c0d444253830a036289ef2d0 acme ','{"id":"c0d444253830a036289ef2d0","kind":"SUCCESSORS_UNCOVERED","severity":"MODERATE","summary":"Nobody is known who would follow 张伟 in office.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["boss"],"edges":[],"figures":[["candidates",0.0],["likely_candidates",0.0],["share",0.3]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Find out who would follow 张伟."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','4fadff1e47e8b08444088b09','acme',1,'UNKNOWN_STANCE','MODERATE',NULL,NULL,'bff0000000000000CNY 3f8d3fffffffffff402cccccccccccccboss  boss bff00000000000004fadff1e47e8b08444088b09 acme ','{"id":"4fadff1e47e8b08444088b09","kind":"UNKNOWN_STANCE","severity":"MODERATE","summary":"The stance of 张伟 is not known on Deal.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.3,"money":{"value":300.0,"currency":"CNY","amounts":[{"currency":"CNY","value":300.0}],"is_in_base_currency":false},"evidence":{"people":["boss"],"edges":[["POSITION","boss","deal",null]],"figures":[["opportunities_without_stance",1.0],["share",0.3]],"policy":[["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Find out where 张伟 stands."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','84a7719287c4d0786e987296','acme',1,'MISSING_STAGE','MODERATE',NULL,'deal','bff0000000000000CNY 3f90bfffffffffff402fffffffffffffdeal deal EVALUATION 800000000000000084a7719287c4d0786e987296 acme ','{"id":"84a7719287c4d0786e987296","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the EVALUATION of Deal.","subject":{"kind":"Opportunity","key":"deal","name":"Deal"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"deal","stage":"EVALUATION","targets":[],"share":0.25,"money":{"value":250.0,"currency":"CNY","amounts":[{"currency":"CNY","value":250.0}],"is_in_base_currency":false},"evidence":{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.EVALUATION",0.25],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Find out who takes part in the EVALUATION of Deal."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','0d13933a0bbd9bcfc24ac9b0','acme',1,'MISSING_STAGE','MODERATE',NULL,'deal','bff0000000000000CNY 3f9d3fffffffffff403cccccccccccccdeal deal QUALIFICATION 80000000000000000d13933a0bbd9bcfc24ac9b0 acme ','{"id":"0d13933a0bbd9bcfc24ac9b0","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the QUALIFICATION of Deal.","subject":{"kind":"Opportunity","key":"deal","name":"Deal"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"deal","stage":"QUALIFICATION","targets":[],"share":0.15,"money":{"value":150.0,"currency":"CNY","amounts":[{"currency":"CNY","value":150.0}],"is_in_base_currency":false},"evidence":{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.QUALIFICATION",0.15],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Find out who takes part in the QUALIFICATION of Deal."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','ea7d968e24ed54c2a3447d27','acme',1,'NO_JOINT_EVENT','MODERATE',NULL,NULL,'c010000000000000 80000000000000008000000000000000acme   8000000000000000ea7d968e24ed54c2a3447d27 acme ','{"id":"ea7d968e24ed54c2a3447d27","kind":"NO_JOINT_EVENT","severity":"MODERATE","summary":"No joint event with Acme Group in 365 days.","subject":{"kind":"Company","key":"acme","name":"Acme Group"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":[],"share":null,"money":{"value":null,"currency":null,"amounts":[],"is_in_base_currency":false},"evidence":{"people":[],"edges":[],"figures":[["joint_events",0.0]],"policy":[["joint_event_days",365.0]]},"action":"Invite Acme Group to an exchange, a showroom tour or a summit."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','0bcae3f879c32682669175e2','acme',1,'CHOKE_POINT','LOW','ben','deal','c008000000000000 80000000000000008000000000000000ben deal clerk bff00000000000000bcae3f879c32682669175e2 acme ','{"id":"0bcae3f879c32682669175e2","kind":"CHOKE_POINT","severity":"LOW","summary":"Without José Ben we no longer reach 1 person, with 0 % of the decision on Deal.","subject":{"kind":"Person","key":"ben","name":"José Ben"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ben","opportunity":"deal","stage":null,"targets":["clerk"],"share":0.0,"money":{"value":0.0,"currency":null,"amounts":[],"is_in_base_currency":false},"evidence":{"people":["ben","clerk"],"edges":[["TIE","ben","clerk",0.5041527253741683]],"figures":[["people_out_of_reach",1.0],["exposure",0.0]],"policy":[["reach_floor",0.1],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Build a way around José Ben to Li Na."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','4582b701237afbe09ad1cd6c','acme-east',1,'SINGLE_HELD','LOW','ben',NULL,'c008000000000000 80000000000000008000000000000000ben  clerk bff00000000000004582b701237afbe09ad1cd6c acme ','{"id":"4582b701237afbe09ad1cd6c","kind":"SINGLE_HELD","severity":"LOW","summary":"Only José Ben has a live tie to Li Na, who has 0 % of the decision.","subject":{"kind":"Person","key":"clerk","name":"Li Na"},"account":"acme","company":"acme-east","is_account_wide":true,"employee":"ben","opportunity":null,"stage":null,"targets":["clerk"],"share":0.0,"money":{"value":0.0,"currency":null,"amounts":[],"is_in_base_currency":false},"evidence":{"people":["ben","clerk"],"edges":[["TIE","ben","clerk",0.5041527253741683]],"figures":[["live_ties",1.0],["tie_strength",0.5041527253741683],["exposure",0.0]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]},"action":"Introduce a second colleague to Li Na."}','2026-11-25T10:23:36.699492+00:00');
INSERT INTO "findings" VALUES('acme','ac1902e77199928a2c936f5e','acme-east',0,'NO_JOINT_EVENT','LOW',NULL,NULL,'c010000000000000 80000000000000008000000000000000acme-east   8000000000000000ac1902e77199928a2c936f5e acme ','{"id":"ac1902e77199928a2c936f5e","kind":"NO_JOINT_EVENT","severity":"LOW","summary":"No joint event with Acme East in 365 days.","subject":{"kind":"Company","key":"acme-east","name":"Acme East"},"account":"acme","company":"acme-east","is_account_wide":false,"employee":null,"opportunity":null,"stage":null,"targets":[],"share":null,"money":{"value":null,"currency":null,"amounts":[],"is_in_base_currency":false},"evidence":{"people":[],"edges":[],"figures":[["joint_events",0.0]],"policy":[["joint_event_days",365.0]]},"action":"Invite Acme East to an exchange, a showroom tour or a summit."}','2026-11-25T10:23:36.699492+00:00');
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
CREATE TABLE interactions (
  key TEXT NOT NULL PRIMARY KEY,
  kind TEXT,
  "on" TEXT,
  participants TEXT,
  company TEXT REFERENCES companies (key) DEFERRABLE INITIALLY DEFERRED,
  opportunity TEXT REFERENCES opportunities (key) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT
) STRICT, WITHOUT ROWID;
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
INSERT INTO "journal" VALUES('FINDING','494ac8005f7307892b02fc9b',1,'ACKNOWLEDGE','2026-11-25T10:24:15.754137+00:00','Kim','on it','{}');
INSERT INTO "journal" VALUES('FINDING','494ac8005f7307892b02fc9b',2,'ASSIGN','2026-11-25T10:24:15.785577+00:00','Kim',NULL,'{"assignee":"Ann"}');
CREATE TABLE leases (
  account TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until REAL NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO "opportunities" VALUES('deal','acme','Deal',1000.0,'CNY',NULL,NULL,'OPEN');
CREATE TABLE participations (
  interaction TEXT NOT NULL REFERENCES interactions (key) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (interaction, person)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "people" VALUES('ann','Ann Lee',NULL,'us',NULL,'Sales Manager','SENIOR',NULL,NULL,NULL);
INSERT INTO "people" VALUES('ben','José Ben',NULL,'us',NULL,'Engineer','MIDDLE',NULL,NULL,NULL);
INSERT INTO "people" VALUES('boss','张伟',NULL,'acme','money','Chief Financial Officer','EXECUTIVE',NULL,NULL,NULL);
INSERT INTO "people" VALUES('clerk','Li Na',NULL,'acme-east',NULL,'Clerk','STAFF',NULL,NULL,NULL);
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
INSERT INTO "posture_days" VALUES('acme',1,'2026-11-25','a3b839341e264b2fe60d6e55',0,'2026-11-25T10:23:36.699492+00:00','MODERATE','{"MODERATE":11,"LOW":2}',300.0,'CNY','[["CNY",300.0]]',0.0,100.0,15.0,1.89315866847474723044e+00,1);
CREATE TABLE posture_ranks (
  account TEXT NOT NULL,
  portfolio_order TEXT NOT NULL,
  rank TEXT NOT NULL,
  PRIMARY KEY (account, portfolio_order)
) STRICT, WITHOUT ROWID;
INSERT INTO "posture_ranks" VALUES('acme','FINDINGS','3fd5ffffffffffffacme ');
INSERT INTO "posture_ranks" VALUES('acme','GENERAL_INDEX','8000000000000000c059000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','KEY_INDEX','80000000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','NAME','Acme!PGroup acme ');
INSERT INTO "posture_ranks" VALUES('acme','ORGANIZATIONAL_INDEX','8000000000000000c02e000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','SEVERITY','400fffffffffffffbff0000000000000CNY 3f8d3fffffffffffacme ');
INSERT INTO "posture_ranks" VALUES('acme','VALUE_AT_RISK','bff0000000000000CNY 3f8d3fffffffffffacme ');
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
INSERT INTO "postures" VALUES('acme',1,'2026-11-25','a3b839341e264b2fe60d6e55',0,'2026-11-25T10:23:36.699492+00:00','MODERATE','{"MODERATE":11,"LOW":2}',300.0,'CNY','[["CNY",300.0]]',0.0,100.0,15.0,1.89315866847474723044e+00,1);
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
CREATE TABLE revisions (
  account TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "revisions" VALUES('acme',1);
CREATE TABLE schema_version (
  version INTEGER NOT NULL PRIMARY KEY,
  since TEXT NOT NULL
) STRICT;
INSERT INTO "schema_version" VALUES(1,'2026-11-25 10:23:33');
INSERT INTO "schema_version" VALUES(2,'2026-11-25 10:23:33');
CREATE TABLE sweep (is_due INTEGER NOT NULL) STRICT;
INSERT INTO "sweep" VALUES(0);
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
INSERT INTO "ties" VALUES('ann','boss',4,NULL,'2026-11-01',NULL,'',NULL,NULL,NULL);
INSERT INTO "ties" VALUES('ben','clerk',2,NULL,'2026-10-01',NULL,'',NULL,NULL,NULL);
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
CREATE INDEX companies_by_name ON companies (name);
CREATE INDEX companies_by_parent ON companies (parent);
CREATE INDEX companies_by_account ON companies (account);
CREATE INDEX departments_by_company ON departments (company);
CREATE INDEX departments_by_parent ON departments (parent);
CREATE INDEX people_by_company ON people (company);
CREATE INDEX people_by_department ON people (department) WHERE department IS NOT NULL;
CREATE INDEX works_in_by_company ON works_in (company);
CREATE INDEX works_in_by_department ON works_in (department_ref) WHERE department_ref IS NOT NULL;
CREATE INDEX reports_to_by_manager ON reports_to (manager);
CREATE INDEX influences_by_influenced ON influences (influenced);
CREATE INDEX conflicts_by_other ON conflicts (other);
CREATE INDEX ties_by_contact ON ties (contact);
CREATE INDEX opportunities_by_company ON opportunities (company);
CREATE INDEX decision_roles_by_opportunity ON decision_roles (opportunity);
CREATE INDEX positions_by_opportunity ON positions (opportunity_ref) WHERE opportunity_ref IS NOT NULL;
CREATE INDEX positions_by_company ON positions (company_ref) WHERE company_ref IS NOT NULL;
CREATE INDEX positions_by_leans_to ON positions (leans_to) WHERE leans_to IS NOT NULL;
CREATE INDEX interactions_by_company ON interactions (company) WHERE company IS NOT NULL;
CREATE INDEX interactions_by_opportunity ON interactions (opportunity) WHERE opportunity IS NOT NULL;
CREATE INDEX participations_by_person ON participations (person);
CREATE INDEX agreements_by_company ON agreements (company);
CREATE INDEX posture_ranks_in_order ON posture_ranks (portfolio_order, rank);
CREATE INDEX findings_by_account ON findings (account, is_account_wide, kind, severity, id);
CREATE INDEX findings_by_rank ON findings (rank, is_account_wide, kind, severity, account);
CREATE INDEX findings_by_company ON findings (company, rank);
CREATE INDEX findings_by_employee ON findings (employee, rank) WHERE employee IS NOT NULL;
CREATE INDEX exposures_by_employee ON exposures (employee, account);
CREATE TRIGGER sweep_after_delete AFTER DELETE ON companies WHEN old.account = old.key
BEGIN
  UPDATE sweep SET is_due = 1;
END;
CREATE TRIGGER sweep_after_move AFTER UPDATE OF account ON companies
WHEN old.account = old.key AND new.account IS NOT old.account
BEGIN
  UPDATE sweep SET is_due = 1;
END;
COMMIT;
