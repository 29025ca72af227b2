-- How a person can be called.

ALTER TABLE people ADD COLUMN phone TEXT;
