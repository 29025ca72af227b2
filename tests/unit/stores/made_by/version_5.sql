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
INSERT INTO "exposures" VALUES('acme','ann',1,1,0.0,NULL,'[[null,0.0]]');
INSERT INTO "exposures" VALUES('acme','ben',2,2,3.74703557312252633071e-01,'MODERATE','[["CNY",374.70355731225266],["USD",16235.177865612632]]');
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
INSERT INTO "findings" VALUES('acme','4ec87c0fd9436b119cd72f35','acme',1,'FUNCTION_UNMATCHED','MODERATE',NULL,NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme TECHNICAL  FUNCTION_UNMATCHED 4ec87c0fd9436b119cd72f35 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme TECHNICAL  FUNCTION_UNMATCHED 4ec87c0fd9436b119cd72f35 ','0fffe541ebe3852a3b299f0c','2 402804db5f3f5e41bff00000000000008000000000000000acme TECHNICAL  0fffe541ebe3852a3b299f0c ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme TECHNICAL  0fffe541ebe3852a3b299f0c ','{"id":"4ec87c0fd9436b119cd72f35","kind":"FUNCTION_UNMATCHED","severity":"MODERATE","summary":"Nobody of our TECHNICAL line has a live tie into theirs (1 people).","subject":{"kind":"Line","key":"TECHNICAL","name":"Technical"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Bring colleagues of our TECHNICAL line together with theirs.","held_until":null}
{"people":["cto"],"edges":[],"figures":[["people",1.0],["covered",1.0],["our_people_of_the_line",0.0],["share",0.37470355731225263]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','0bcae3f879c32682669175e2','acme',1,'CHOKE_POINT','MODERATE','ben','deal','2 402804db5f3f5e41bff00000000000008000000000000000acme ben  CHOKE_POINT 0bcae3f879c32682669175e2 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ben  CHOKE_POINT 0bcae3f879c32682669175e2 ','fe4d4a8f6fede15fd4be9f81','2 402804db5f3f5e41bff00000000000008000000000000000acme ben  fe4d4a8f6fede15fd4be9f81 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ben  fe4d4a8f6fede15fd4be9f81 ','{"id":"0bcae3f879c32682669175e2","kind":"CHOKE_POINT","severity":"MODERATE","summary":"Without José Ben we no longer reach 1 person, with 37 % of the decision on Deal.","subject":{"kind":"Person","key":"ben","name":"José Ben"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ben","opportunity":"deal","stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":374.70355731225266,"currency":"CNY","amounts":[{"currency":"CNY","value":374.70355731225266}],"is_in_base_currency":false,"rates_on":null},"action":"Build a way around José Ben to Émile Zola.","held_until":null}
{"people":["ben","cto"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["people_out_of_reach",1.0],["exposure",0.37470355731225263]],"policy":[["reach_floor",0.1],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.37470355731225263,"money":{"value":374.70355731225266,"currency":"CNY","amounts":[{"currency":"CNY","value":374.70355731225266}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','7aa29b09429592525926b6a3','acme',1,'LEVEL_UNMATCHED','MODERATE',NULL,NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  LEVEL_UNMATCHED 7aa29b09429592525926b6a3 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  LEVEL_UNMATCHED 7aa29b09429592525926b6a3 ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"7aa29b09429592525926b6a3","kind":"LEVEL_UNMATCHED","severity":"MODERATE","summary":"Nobody of our executives has a live tie to Émile Zola, an executive.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Have one of our executives meet Émile Zola.","held_until":null}
{"people":["cto","ben"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["live_tie_holders",1.0],["share",0.37470355731225263]],"policy":[["live_tie_strength",0.3],["level_pairing_above",1.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','8b7dbacaba84296a2688c90c','acme',1,'SILENT_KEY_PERSON','MODERATE',NULL,NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  SILENT_KEY_PERSON 8b7dbacaba84296a2688c90c ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  SILENT_KEY_PERSON 8b7dbacaba84296a2688c90c ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"8b7dbacaba84296a2688c90c","kind":"SILENT_KEY_PERSON","severity":"MODERATE","summary":"Nobody of us was in contact with Émile Zola for 297 days.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Call on Émile Zola.","held_until":null}
{"people":["cto","ben"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["days_since_last_contact",297.0],["share",0.37470355731225263]],"policy":[["silence_days",60.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','235b05421281b9294d84ff69','acme',1,'SINGLE_HELD','MODERATE','ben',NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  SINGLE_HELD 235b05421281b9294d84ff69 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  SINGLE_HELD 235b05421281b9294d84ff69 ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"235b05421281b9294d84ff69","kind":"SINGLE_HELD","severity":"MODERATE","summary":"Only José Ben has a live tie to Émile Zola, who has 37 % of the decision.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ben","opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Introduce a second colleague to Émile Zola.","held_until":null}
{"people":["ben","cto"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["live_ties",1.0],["tie_strength",0.437496880559537],["exposure",0.37470355731225263]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','10fe0c0808622301770da613','acme',1,'SINGLE_HELD_KEY_PERSON','MODERATE','ben',NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  SINGLE_HELD_KEY_PERSON 10fe0c0808622301770da613 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  SINGLE_HELD_KEY_PERSON 10fe0c0808622301770da613 ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"10fe0c0808622301770da613","kind":"SINGLE_HELD_KEY_PERSON","severity":"MODERATE","summary":"Only José Ben has a live tie to Émile Zola.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ben","opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Introduce a second colleague to Émile Zola.","held_until":null}
{"people":["cto","ben"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["live_tie_holders",1.0],["share",0.37470355731225263]],"policy":[["live_tie_strength",0.3],["redundancy_wanted",2.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','b81285af98d635def038c6f2','acme',1,'SUCCESSORS_UNCOVERED','MODERATE',NULL,NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  SUCCESSORS_UNCOVERED b81285af98d635def038c6f2 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  SUCCESSORS_UNCOVERED b81285af98d635def038c6f2 ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"b81285af98d635def038c6f2","kind":"SUCCESSORS_UNCOVERED","severity":"MODERATE","summary":"Nobody is known who would follow Émile Zola in office.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Find out who would follow Émile Zola.","held_until":null}
{"people":["cto"],"edges":[],"figures":[["candidates",0.0],["likely_candidates",0.0],["share",0.37470355731225263]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','1f7fab021eea23ebb5026883','acme',1,'TRUST_BELOW_TARGET','MODERATE',NULL,NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  TRUST_BELOW_TARGET 1f7fab021eea23ebb5026883 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  TRUST_BELOW_TARGET 1f7fab021eea23ebb5026883 ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"1f7fab021eea23ebb5026883","kind":"TRUST_BELOW_TARGET","severity":"MODERATE","summary":"The trust between José Ben and Émile Zola is below its own target.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Plan what raises the trust with Émile Zola.","held_until":null}
{"people":["cto","ben"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["ties_below_target",1.0],["highest_target_trust",5.0],["lowest_trust",3.0],["share",0.37470355731225263]],"policy":[["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','4e79d0c6ea1e0a83d9126a68','acme',1,'UNKNOWN_STANCE','MODERATE',NULL,NULL,'2 402804db5f3f5e41bff00000000000008000000000000000acme cto  UNKNOWN_STANCE 4e79d0c6ea1e0a83d9126a68 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  UNKNOWN_STANCE 4e79d0c6ea1e0a83d9126a68 ','1078737836e6cd4a545be63f','2 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme cto  1078737836e6cd4a545be63f ','{"id":"4e79d0c6ea1e0a83d9126a68","kind":"UNKNOWN_STANCE","severity":"MODERATE","summary":"The stance of Émile Zola is not known on Plant 工厂.","subject":{"kind":"Person","key":"cto","name":"Émile Zola"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["cto"],"share":0.37470355731225263,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":374.70355731225266},{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Find out where Émile Zola stands.","held_until":null}
{"people":["cto"],"edges":[["POSITION","cto","plant",null]],"figures":[["opportunities_without_stance",1.0],["share",0.37470355731225263]],"policy":[["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','99688df8c1471c4fd42c867f','acme',1,'CHOKE_POINT','MODERATE','ben','plant','2 402b380e92729175bff00000000000008000000000000000acme ben  CHOKE_POINT 99688df8c1471c4fd42c867f ','bff000000000000080000000000000002 402b380e92729175bff00000000000008000000000000000acme ben  CHOKE_POINT 99688df8c1471c4fd42c867f ','fe4d4a8f6fede15fd4be9f81','2 402804db5f3f5e41bff00000000000008000000000000000acme ben  fe4d4a8f6fede15fd4be9f81 ','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ben  fe4d4a8f6fede15fd4be9f81 ','{"id":"99688df8c1471c4fd42c867f","kind":"CHOKE_POINT","severity":"MODERATE","summary":"Without José Ben we no longer reach 1 person, with 32 % of the decision on Plant 工厂.","subject":{"kind":"Person","key":"ben","name":"José Ben"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ben","opportunity":"plant","stage":null,"targets":["cto"],"share":0.32470355731225264,"money":{"value":16235.177865612632,"currency":"USD","amounts":[{"currency":"USD","value":16235.177865612632}],"is_in_base_currency":false,"rates_on":null},"action":"Build a way around José Ben to Émile Zola.","held_until":null}
{"people":["ben","cto"],"edges":[["TIE","ben","cto",0.437496880559537]],"figures":[["people_out_of_reach",1.0],["exposure",0.32470355731225264]],"policy":[["reach_floor",0.1],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','f21d04524c43895ddef1a0dc','acme',1,'MISSING_STAGE','MODERATE',NULL,'plant','2 402cccccccccccccbff00000000000008000000000000000acme plant SPECIFICATION MISSING_STAGE f21d04524c43895ddef1a0dc ','bff000000000000080000000000000002 402cccccccccccccbff00000000000008000000000000000acme plant SPECIFICATION MISSING_STAGE f21d04524c43895ddef1a0dc ','b3c29fabd02a73de8813214c','2 402cccccccccccccbff00000000000008000000000000000acme plant SPECIFICATION b3c29fabd02a73de8813214c ','bff000000000000080000000000000002 402cccccccccccccbff00000000000008000000000000000acme plant SPECIFICATION b3c29fabd02a73de8813214c ','{"id":"f21d04524c43895ddef1a0dc","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the SPECIFICATION of Plant 工厂.","subject":{"kind":"Opportunity","key":"plant","name":"Plant 工厂"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"plant","stage":"SPECIFICATION","targets":[],"share":0.3,"money":{"value":15000.0,"currency":"USD","amounts":[{"currency":"USD","value":15000.0}],"is_in_base_currency":false,"rates_on":null},"action":"Find out who takes part in the SPECIFICATION of Plant 工厂.","held_until":null}
{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.SPECIFICATION",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.3,"money":{"value":15000.0,"currency":"USD","amounts":[{"currency":"USD","value":15000.0}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','84a7719287c4d0786e987296','acme',1,'MISSING_STAGE','MODERATE',NULL,'deal','2 402fffffffffffffbff00000000000008000000000000000acme deal EVALUATION MISSING_STAGE 84a7719287c4d0786e987296 ','bff000000000000080000000000000002 402fffffffffffffbff00000000000008000000000000000acme deal EVALUATION MISSING_STAGE 84a7719287c4d0786e987296 ','db5ac69836fae4c400bcf9cd','2 402fffffffffffffbff00000000000008000000000000000acme deal EVALUATION db5ac69836fae4c400bcf9cd ','bff000000000000080000000000000002 402fffffffffffffbff00000000000008000000000000000acme deal EVALUATION db5ac69836fae4c400bcf9cd ','{"id":"84a7719287c4d0786e987296","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the EVALUATION of Deal.","subject":{"kind":"Opportunity","key":"deal","name":"Deal"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"deal","stage":"EVALUATION","targets":[],"share":0.25,"money":{"value":250.0,"currency":"CNY","amounts":[{"currency":"CNY","value":250.0}],"is_in_base_currency":false,"rates_on":null},"action":"Find out who takes part in the EVALUATION of Deal.","held_until":null}
{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.EVALUATION",0.25],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.25,"money":{"value":250.0,"currency":"CNY","amounts":[{"currency":"CNY","value":250.0}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','0d13933a0bbd9bcfc24ac9b0','acme',1,'MISSING_STAGE','MODERATE',NULL,'deal','2 403cccccccccccccbff00000000000008000000000000000acme deal QUALIFICATION MISSING_STAGE 0d13933a0bbd9bcfc24ac9b0 ','bff000000000000080000000000000002 403cccccccccccccbff00000000000008000000000000000acme deal QUALIFICATION MISSING_STAGE 0d13933a0bbd9bcfc24ac9b0 ','ef52290d4fcbd2e0495a5c83','2 403cccccccccccccbff00000000000008000000000000000acme deal QUALIFICATION ef52290d4fcbd2e0495a5c83 ','bff000000000000080000000000000002 403cccccccccccccbff00000000000008000000000000000acme deal QUALIFICATION ef52290d4fcbd2e0495a5c83 ','{"id":"0d13933a0bbd9bcfc24ac9b0","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the QUALIFICATION of Deal.","subject":{"kind":"Opportunity","key":"deal","name":"Deal"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"deal","stage":"QUALIFICATION","targets":[],"share":0.15,"money":{"value":150.0,"currency":"CNY","amounts":[{"currency":"CNY","value":150.0}],"is_in_base_currency":false,"rates_on":null},"action":"Find out who takes part in the QUALIFICATION of Deal.","held_until":null}
{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.QUALIFICATION",0.15],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.15,"money":{"value":150.0,"currency":"CNY","amounts":[{"currency":"CNY","value":150.0}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','32c27a64b6e7acfdebf695df','acme',1,'MISSING_STAGE','MODERATE',NULL,'plant','2 403cccccccccccccbff00000000000008000000000000000acme plant QUALIFICATION MISSING_STAGE 32c27a64b6e7acfdebf695df ','bff000000000000080000000000000002 403cccccccccccccbff00000000000008000000000000000acme plant QUALIFICATION MISSING_STAGE 32c27a64b6e7acfdebf695df ','4a61aa1b1db16a900b7f585d','2 403cccccccccccccbff00000000000008000000000000000acme plant QUALIFICATION 4a61aa1b1db16a900b7f585d ','bff000000000000080000000000000002 403cccccccccccccbff00000000000008000000000000000acme plant QUALIFICATION 4a61aa1b1db16a900b7f585d ','{"id":"32c27a64b6e7acfdebf695df","kind":"MISSING_STAGE","severity":"MODERATE","summary":"Nobody is known to take part in the QUALIFICATION of Plant 工厂.","subject":{"kind":"Opportunity","key":"plant","name":"Plant 工厂"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":"plant","stage":"QUALIFICATION","targets":[],"share":0.15,"money":{"value":7500.0,"currency":"USD","amounts":[{"currency":"USD","value":7500.0}],"is_in_base_currency":false,"rates_on":null},"action":"Find out who takes part in the QUALIFICATION of Plant 工厂.","held_until":null}
{"people":[],"edges":[],"figures":[["people_in_stage",0.0]],"policy":[["stage_weights.QUALIFICATION",0.15],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.15,"money":{"value":7500.0,"currency":"USD","amounts":[{"currency":"USD","value":7500.0}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','7b6a43638f239637b2c9f56f','acme',1,'SINGLE_HELD_KEY_PERSON','MODERATE','ann',NULL,'2 4040206122c97268bff00000000000008000000000000000acme boss  SINGLE_HELD_KEY_PERSON 7b6a43638f239637b2c9f56f ','bff000000000000080000000000000002 4040206122c97268bff00000000000008000000000000000acme boss  SINGLE_HELD_KEY_PERSON 7b6a43638f239637b2c9f56f ','7728ff24c3a6c1f9ddc9361a','2 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','bff000000000000080000000000000002 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','{"id":"7b6a43638f239637b2c9f56f","kind":"SINGLE_HELD_KEY_PERSON","severity":"MODERATE","summary":"Only Ann Lee has a live tie to 张伟; Ann Lee leaves on 2027-01-01.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ann","opportunity":null,"stage":null,"targets":["boss"],"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null},"action":"Introduce a second colleague to 张伟.","held_until":"2027-01-01"}
{"people":["boss","ann"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["live_tie_holders",1.0],["share",0.12450592885375444]],"policy":[["live_tie_strength",0.3],["redundancy_wanted",2.0],["leaving_horizon_days",90.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','ea7d968e24ed54c2a3447d27','acme',1,'NO_JOINT_EVENT','MODERATE',NULL,NULL,'2 8000000000000000bff00000000000008000000000000000acme acme  NO_JOINT_EVENT ea7d968e24ed54c2a3447d27 ','bff000000000000080000000000000002 8000000000000000bff00000000000008000000000000000acme acme  NO_JOINT_EVENT ea7d968e24ed54c2a3447d27 ','5fe12c3e8aaa462dd619ec1a','2 8000000000000000bff00000000000008000000000000000acme acme  5fe12c3e8aaa462dd619ec1a ','bff000000000000080000000000000002 8000000000000000bff00000000000008000000000000000acme acme  5fe12c3e8aaa462dd619ec1a ','{"id":"ea7d968e24ed54c2a3447d27","kind":"NO_JOINT_EVENT","severity":"MODERATE","summary":"No joint event with Acme Group in 365 days.","subject":{"kind":"Company","key":"acme","name":"Acme Group"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":[],"share":null,"money":{"value":null,"currency":null,"amounts":[],"is_in_base_currency":false,"rates_on":null},"action":"Invite Acme Group to an exchange, a showroom tour or a summit.","held_until":null}
{"people":[],"edges":[],"figures":[["joint_events",0.0]],"policy":[["joint_event_days",365.0]]}
{"share":null,"money":{"value":null,"currency":null,"amounts":[],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','1e77e3ce3eca6a0cc6e20122','acme',1,'FUNCTION_UNMATCHED','LOW',NULL,NULL,'3 4040206122c97268bff00000000000008000000000000000acme FINANCE  FUNCTION_UNMATCHED 1e77e3ce3eca6a0cc6e20122 ','bff000000000000080000000000000003 4040206122c97268bff00000000000008000000000000000acme FINANCE  FUNCTION_UNMATCHED 1e77e3ce3eca6a0cc6e20122 ','93a01a3fa89574f35b5dccfc','3 4040206122c97268bff00000000000008000000000000000acme FINANCE  93a01a3fa89574f35b5dccfc ','bff000000000000080000000000000003 4040206122c97268bff00000000000008000000000000000acme FINANCE  93a01a3fa89574f35b5dccfc ','{"id":"1e77e3ce3eca6a0cc6e20122","kind":"FUNCTION_UNMATCHED","severity":"LOW","summary":"Nobody of our FINANCE line has a live tie into theirs (1 people).","subject":{"kind":"Line","key":"FINANCE","name":"Finance"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null},"action":"Bring colleagues of our FINANCE line together with theirs.","held_until":null}
{"people":["boss"],"edges":[],"figures":[["people",1.0],["covered",1.0],["our_people_of_the_line",0.0],["share",0.12450592885375444]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','3a7d59a0a0dffdf7b8a8405e','acme',1,'LEVEL_UNMATCHED','LOW',NULL,NULL,'3 4040206122c97268bff00000000000008000000000000000acme boss  LEVEL_UNMATCHED 3a7d59a0a0dffdf7b8a8405e ','bff000000000000080000000000000003 4040206122c97268bff00000000000008000000000000000acme boss  LEVEL_UNMATCHED 3a7d59a0a0dffdf7b8a8405e ','7728ff24c3a6c1f9ddc9361a','2 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','bff000000000000080000000000000002 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','{"id":"3a7d59a0a0dffdf7b8a8405e","kind":"LEVEL_UNMATCHED","severity":"LOW","summary":"Nobody of our executives has a live tie to 张伟, an executive.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null},"action":"Have one of our executives meet 张伟.","held_until":null}
{"people":["boss","ann"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["live_tie_holders",1.0],["share",0.12450592885375444]],"policy":[["live_tie_strength",0.3],["level_pairing_above",1.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','494ac8005f7307892b02fc9b','acme',1,'SINGLE_HELD','LOW','ann',NULL,'3 4040206122c97268bff00000000000008000000000000000acme boss  SINGLE_HELD 494ac8005f7307892b02fc9b ','bff000000000000080000000000000003 4040206122c97268bff00000000000008000000000000000acme boss  SINGLE_HELD 494ac8005f7307892b02fc9b ','7728ff24c3a6c1f9ddc9361a','2 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','bff000000000000080000000000000002 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','{"id":"494ac8005f7307892b02fc9b","kind":"SINGLE_HELD","severity":"LOW","summary":"Only Ann Lee has a live tie to 张伟, who has 12 % of the decision; Ann Lee leaves on 2027-01-01.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":"ann","opportunity":null,"stage":null,"targets":["boss"],"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null},"action":"Introduce a second colleague to 张伟.","held_until":"2027-01-01"}
{"people":["ann","boss"],"edges":[["TIE","ann","boss",0.8183218198701464]],"figures":[["live_ties",1.0],["tie_strength",0.8183218198701464],["exposure",0.12450592885375444]],"policy":[["live_tie_strength",0.3],["leaving_horizon_days",90.0],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','4fadff1e47e8b08444088b09','acme',1,'UNKNOWN_STANCE','LOW',NULL,NULL,'3 4040206122c97268bff00000000000008000000000000000acme boss  UNKNOWN_STANCE 4fadff1e47e8b08444088b09 ','bff000000000000080000000000000003 4040206122c97268bff00000000000008000000000000000acme boss  UNKNOWN_STANCE 4fadff1e47e8b08444088b09 ','7728ff24c3a6c1f9ddc9361a','2 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','bff000000000000080000000000000002 4040206122c97268bff00000000000008000000000000000acme boss  7728ff24c3a6c1f9ddc9361a ','{"id":"4fadff1e47e8b08444088b09","kind":"UNKNOWN_STANCE","severity":"LOW","summary":"The stance of 张伟 is not known on Plant 工厂.","subject":{"kind":"Person","key":"boss","name":"张伟"},"account":"acme","company":"acme","is_account_wide":true,"employee":null,"opportunity":null,"stage":null,"targets":["boss"],"share":0.12450592885375444,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":124.50592885375444},{"currency":"USD","value":6225.296442687722}],"is_in_base_currency":false,"rates_on":null},"action":"Find out where 张伟 stands.","held_until":null}
{"people":["boss"],"edges":[["POSITION","boss","plant",null]],"figures":[["opportunities_without_stance",1.0],["share",0.12450592885375444]],"policy":[["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','4582b701237afbe09ad1cd6c','acme-east',1,'SINGLE_HELD','LOW','ben',NULL,'3 4077b7255f79d1ecbff00000000000008000000000000000acme clerk  SINGLE_HELD 4582b701237afbe09ad1cd6c ','bff000000000000080000000000000003 4077b7255f79d1ecbff00000000000008000000000000000acme clerk  SINGLE_HELD 4582b701237afbe09ad1cd6c ','99bc87ab0bb0e263ee1b6f45','3 4077b7255f79d1ecbff00000000000008000000000000000acme clerk  99bc87ab0bb0e263ee1b6f45 ','bff000000000000080000000000000003 4077b7255f79d1ecbff00000000000008000000000000000acme clerk  99bc87ab0bb0e263ee1b6f45 ','{"id":"4582b701237afbe09ad1cd6c","kind":"SINGLE_HELD","severity":"LOW","summary":"Only José Ben has a live tie to Li Na, who has 1 % of the decision.","subject":{"kind":"Person","key":"clerk","name":"Li Na"},"account":"acme","company":"acme-east","is_account_wide":true,"employee":"ben","opportunity":null,"stage":null,"targets":["clerk"],"share":0.011857707509881377,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":11.857707509881378},{"currency":"USD","value":592.8853754940689}],"is_in_base_currency":false,"rates_on":null},"action":"Introduce a second colleague to Li Na.","held_until":null}
{"people":["ben","clerk"],"edges":[["TIE","ben","clerk",0.5041527253741683]],"figures":[["live_ties",1.0],["tie_strength",0.5041527253741683],["exposure",0.011857707509881377]],"policy":[["live_tie_strength",0.3],["severity_bands.CRITICAL",0.8],["severity_bands.HIGH",0.4],["severity_bands.MODERATE",0.15],["severity_bands.LOW",0.0]]}
{"share":0.011857707509881377,"money":{"value":null,"currency":null,"amounts":[{"currency":"CNY","value":11.857707509881378},{"currency":"USD","value":592.8853754940689}],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
INSERT INTO "findings" VALUES('acme','ac1902e77199928a2c936f5e','acme-east',0,'NO_JOINT_EVENT','LOW',NULL,NULL,'3 8000000000000000bff00000000000008000000000000000acme acme-east  NO_JOINT_EVENT ac1902e77199928a2c936f5e ','bff000000000000080000000000000003 8000000000000000bff00000000000008000000000000000acme acme-east  NO_JOINT_EVENT ac1902e77199928a2c936f5e ','c0349738cfb5efd8fcd4c774','3 8000000000000000bff00000000000008000000000000000acme acme-east  c0349738cfb5efd8fcd4c774 ','bff000000000000080000000000000003 8000000000000000bff00000000000008000000000000000acme acme-east  c0349738cfb5efd8fcd4c774 ','{"id":"ac1902e77199928a2c936f5e","kind":"NO_JOINT_EVENT","severity":"LOW","summary":"No joint event with Acme East in 365 days.","subject":{"kind":"Company","key":"acme-east","name":"Acme East"},"account":"acme","company":"acme-east","is_account_wide":false,"employee":null,"opportunity":null,"stage":null,"targets":[],"share":null,"money":{"value":null,"currency":null,"amounts":[],"is_in_base_currency":false,"rates_on":null},"action":"Invite Acme East to an exchange, a showroom tour or a summit.","held_until":null}
{"people":[],"edges":[],"figures":[["joint_events",0.0]],"policy":[["joint_event_days",365.0]]}
{"share":null,"money":{"value":null,"currency":null,"amounts":[],"is_in_base_currency":false,"rates_on":null}}','2026-11-25T17:45:36.269638+00:00');
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
INSERT INTO "journal" VALUES('FINDING','7b6a43638f239637b2c9f56f',1,'ACKNOWLEDGE','2026-11-25T17:46:16.679778+00:00','Kim','on it','{}');
INSERT INTO "journal" VALUES('FINDING','7b6a43638f239637b2c9f56f',2,'ASSIGN','2026-11-25T17:46:16.737125+00:00','Kim',NULL,'{"assignee":"Ann"}');
INSERT INTO "journal" VALUES('FINDING','f21d04524c43895ddef1a0dc',1,'SNOOZE','2026-11-25T17:46:16.744720+00:00','Ann','after the tender','{"until":"2027-06-30"}');
INSERT INTO "journal" VALUES('HANDOVER','ann',1,'HAND_OVER','2026-11-25T17:46:16.783872+00:00','Kim','agreed','{"contact":"boss","to":"mei","on":"2027-01-01","reason":"Ann leaves","leaves_on":"2027-01-01"}');
INSERT INTO "journal" VALUES('POLICY','policy',1,'UPDATE','2026-11-25T17:46:16.754814+00:00','Kim','sooner','{"grade":null,"changes":[{"name":"silence_days","member":null,"value":60.0}]}');
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
, search_text TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "opportunities" VALUES('deal','acme','Deal',1000.0,'CNY',NULL,NULL,'OPEN','
deal
deal
 deal');
INSERT INTO "opportunities" VALUES('plant','acme','Plant 工厂',50000.0,'USD','OFFER','2027-03-01','OPEN','
plant工厂
plant
 plant 工厂 gong chang gongchang gc han gonghan gh yan gongyan gy an gongan ga');
CREATE TABLE participations (
  interaction TEXT NOT NULL REFERENCES interactions (key) DEFERRABLE INITIALLY DEFERRED,
  person TEXT NOT NULL REFERENCES people (key) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (interaction, person)
) STRICT, WITHOUT ROWID;
INSERT INTO "participations" VALUES('met','ann');
INSERT INTO "participations" VALUES('met','boss');
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
  bus_factor INTEGER, rates_on TEXT, share REAL, cause_counts TEXT,
  PRIMARY KEY (account, day)
) STRICT, WITHOUT ROWID;
INSERT INTO "posture_days" VALUES('acme',2,'2026-11-25','60c0d241c4ec535dd3e2e780',1,'2026-11-25T17:46:53.493084+00:00','MODERATE','{"MODERATE":16,"LOW":5}',NULL,NULL,'[["CNY",374.70355731225266],["USD",16235.177865612632]]',0.0,100.0,25.0,1.990227328014601893e+00,1,NULL,3.74703557312252633071e-01,'{"MODERATE":9,"LOW":2}');
CREATE TABLE posture_ranks (
  account TEXT NOT NULL,
  portfolio_order TEXT NOT NULL,
  rank TEXT NOT NULL,
  PRIMARY KEY (account, portfolio_order)
) STRICT, WITHOUT ROWID;
INSERT INTO "posture_ranks" VALUES('acme','FINDINGS','3fcaffffffffffff2 402804db5f3f5e41bff00000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','GENERAL_INDEX','8000000000000000c0590000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','KEY_INDEX','800000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','NAME','Acme!PGroup 2 402804db5f3f5e41bff00000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','ORGANIZATIONAL_INDEX','8000000000000000c0390000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','SEVERITY','2 402804db5f3f5e41bff00000000000008000000000000000acme ');
INSERT INTO "posture_ranks" VALUES('acme','VALUE_AT_RISK','bff000000000000080000000000000002 402804db5f3f5e41bff00000000000008000000000000000acme ');
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
, rates_on TEXT, share REAL, cause_counts TEXT) STRICT, WITHOUT ROWID;
INSERT INTO "postures" VALUES('acme',2,'2026-11-25','60c0d241c4ec535dd3e2e780',1,'2026-11-25T17:46:53.493084+00:00','MODERATE','{"MODERATE":16,"LOW":5}',NULL,NULL,'[["CNY",374.70355731225266],["USD",16235.177865612632]]',0.0,100.0,25.0,1.990227328014601893e+00,1,NULL,3.74703557312252633071e-01,'{"MODERATE":9,"LOW":2}');
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
CREATE TABLE rates_revision (revision INTEGER NOT NULL) STRICT;
INSERT INTO "rates_revision" VALUES(1);
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
CREATE INDEX findings_by_account ON findings (account, is_account_wide, kind, severity, cause, id);
CREATE INDEX findings_by_rank ON findings (rank, is_account_wide, kind, severity, account);
CREATE INDEX findings_by_money ON findings (money_rank, is_account_wide, kind, severity, account);
CREATE INDEX findings_by_cause_rank ON findings (cause_rank, is_account_wide, kind, severity, account, cause);
CREATE INDEX findings_by_cause_money ON findings (cause_money_rank, is_account_wide, kind, severity, account, cause);
CREATE INDEX findings_by_cause ON findings (cause);
CREATE INDEX findings_by_company ON findings (company, rank);
CREATE INDEX findings_by_employee ON findings (employee, rank) WHERE employee IS NOT NULL;
COMMIT;
