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
settling (key, side, account) AS (
  SELECT top.key, top.side, {account}
  FROM below
  CROSS JOIN companies AS top ON top.key = below.key
  LEFT JOIN companies AS up ON up.key = top.parent
  WHERE top.parent IS NULL OR top.parent NOT IN below
  UNION
  SELECT top.key, top.side, {account}
  FROM settling AS up
  CROSS JOIN companies AS top ON top.parent = up.key
)
SELECT key, account FROM settling
"""

_ACCOUNT = """CASE
  WHEN top.side = 'SUPPLIER' THEN NULL
  WHEN top.side <> 'CUSTOMER' OR up.side = 'CUSTOMER' THEN up.account
  ELSE top.key
END"""
"""By the company above alone, so that each is looked at once, however deep the group: from the top downwards."""

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
    connection.execute(statement(_SETTLE, altered=altered, account=_ACCOUNT))
    connection.execute(_NEW_ACCOUNTS)
    connection.execute(_KEEP)
