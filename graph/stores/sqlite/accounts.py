"""The account of every company, kept beside it: it follows from the sides of the companies above.

A CUSTOMER belongs to the account of its parent when that is a CUSTOMER, and else is an account of its own. A
company of another side belongs to the account of its parent; a SUPPLIER, and what is below it, to none.
"""

from __future__ import annotations

import sqlite3

from graph.stores.sqlite.columns import statement

_SETTLE = """
INSERT INTO settled
WITH RECURSIVE below (key) AS (
  SELECT key FROM {altered}
  UNION SELECT child.key FROM below CROSS JOIN companies AS child ON child.parent = below.key
),
climb (key, reached) AS (
  SELECT key, key FROM below
  UNION
  SELECT climb.key, up.key FROM climb
  CROSS JOIN companies AS here ON here.key = climb.reached
  CROSS JOIN companies AS up ON up.key = here.parent
  WHERE here.side <> 'SUPPLIER' AND up.side <> 'SUPPLIER' AND (here.side <> 'CUSTOMER' OR up.side = 'CUSTOMER')
)
SELECT climb.key,
  max(CASE WHEN top.side = 'CUSTOMER' AND coalesce(up.side, '') <> 'CUSTOMER' THEN top.key END)
FROM climb
CROSS JOIN companies AS top ON top.key = climb.reached
LEFT JOIN companies AS up ON up.key = top.parent
GROUP BY climb.key
"""

_NEW_ACCOUNTS = """
INSERT OR IGNORE INTO touched
SELECT settled.key FROM settled CROSS JOIN companies AS company ON company.key = settled.key
WHERE settled.account = settled.key AND company.account IS NOT settled.key
"""

_KEEP = """
UPDATE companies SET account = settled.account FROM settled
WHERE settled.key = companies.key AND companies.account IS NOT settled.account
"""


def settle_accounts(connection: sqlite3.Connection, altered: str) -> None:
    """Finds the accounts of the altered companies and all below them; one that is new is touched."""
    connection.execute(statement(_SETTLE, altered=altered))
    connection.execute(_NEW_ACCOUNTS)
    connection.execute(_KEEP)
