-- What each node is searched in, by graph.search_text: derived from the row, and for people with a history from
-- the title of the employment that began last.

ALTER TABLE companies ADD COLUMN search_text TEXT;
ALTER TABLE departments ADD COLUMN search_text TEXT;
ALTER TABLE people ADD COLUMN search_text TEXT;
ALTER TABLE opportunities ADD COLUMN search_text TEXT;

UPDATE companies SET search_text = search_text(key, name, NULL, NULL);
UPDATE departments SET search_text = search_text(key, name, NULL, NULL);
UPDATE opportunities SET search_text = search_text(key, name, NULL, NULL);
UPDATE people SET search_text = search_text(key, name, coalesce(title, (
  SELECT work.title FROM works_in AS work WHERE work.person = people.key
  ORDER BY work.valid_from DESC, work.company DESC, work.department DESC LIMIT 1
)), email);
