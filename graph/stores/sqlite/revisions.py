"""Which accounts a write touched, and their revisions.

An account is touched when a record that the write altered is among its records, before or after the write. That
is exact: what `read_account` returns is derived from records that it returns itself, so when it changes, the
first altered record on the way is among them. `touch` is therefore called twice, with the identities of what
is altered: before anything is written and when all is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from graph.stores.sqlite.columns import statement
from graph.stores.sqlite.holding import fill_held_by
from graph.stores.sqlite.scratch import HOLDING_TABLES, clear_scratch

_OF_COMPANY = """
SELECT company.account FROM {altered} AS s
CROSS JOIN {kind} AS t ON t.key = s.key
CROSS JOIN companies AS company ON company.key = t.company
"""

_OF_OPPORTUNITY = """
SELECT company.account FROM {altered} AS s
CROSS JOIN {kind} AS t ON t.key = s.key
CROSS JOIN opportunities AS opportunity ON opportunity.key = t.opportunity
CROSS JOIN companies AS company ON company.key = opportunity.company
"""

_DIRECTLY = (
    ("companies", "SELECT t.account FROM {altered} AS s CROSS JOIN companies AS t ON t.key = s.key"),
    ("departments", _OF_COMPANY),
    ("people", _OF_COMPANY),
    ("works_in", "SELECT t.account FROM {altered} AS s CROSS JOIN companies AS t ON t.key = s.company"),
    ("opportunities", _OF_COMPANY),
    ("agreements", _OF_COMPANY),
    ("interactions", _OF_COMPANY),
    ("interactions", _OF_OPPORTUNITY),
)
"""Accounts by the company that a record names: one look-up, and after a bulk load all there is to do."""

_ASKED = (
    ("reports_to", "SELECT person, 0 FROM {altered} UNION ALL SELECT manager, 0 FROM {altered}"),
    ("influences", "SELECT influencer, 0 FROM {altered} UNION ALL SELECT influenced, 0 FROM {altered}"),
    ("conflicts", "SELECT person, 0 FROM {altered} UNION ALL SELECT other, 0 FROM {altered}"),
    ("ties", "SELECT contact, 0 FROM {altered}"),
    # A tie is in its contact's accounts. Only when the contact is in others too, as one of us with ties or
    # meetings of its own, its employee's matter.
    (
        "ties",
        """SELECT s.employee, 0 FROM {altered} AS s
        WHERE EXISTS (SELECT 1 FROM ties AS own WHERE own.employee = s.contact)
        OR EXISTS (
          SELECT 1 FROM people AS work CROSS JOIN companies AS company ON company.key = work.company
          WHERE work.key = s.contact AND company.side = 'SUPPLIER'
        )
        OR EXISTS (
          SELECT 1 FROM works_in AS work CROSS JOIN companies AS company ON company.key = work.company
          WHERE work.person = s.contact AND company.side = 'SUPPLIER'
        )""",
    ),
    ("decision_roles", "SELECT person, 0 FROM {altered}"),
    ("positions", "SELECT person, 0 FROM {altered}"),
    ("people", "SELECT key, 1 FROM {altered}"),
    ("works_in", "SELECT person, 1 FROM {altered}"),
    ("companies", "SELECT t.key, 1 FROM {altered} AS s CROSS JOIN people AS t ON t.company = s.key"),
    ("companies", "SELECT t.person, 1 FROM {altered} AS s CROSS JOIN works_in AS t ON t.company = s.key"),
    (
        "departments",
        """WITH RECURSIVE below (key) AS (
          SELECT key FROM {altered}
          UNION SELECT unit.key FROM below CROSS JOIN departments AS unit ON unit.parent = below.key
        )
        SELECT t.key, 1 FROM below CROSS JOIN people AS t ON t.department = below.key
        UNION ALL SELECT t.person, 1 FROM below CROSS JOIN works_in AS t ON t.department_ref = below.key""",
    ),
)
"""The people whose accounts matter; with a 1 where every account that holds the person is touched."""

_ASK = """
INSERT INTO asked SELECT * FROM ({people}) WHERE true
ON CONFLICT (person) DO UPDATE SET is_whole = 1 WHERE excluded.is_whole
"""

_ASK_PARTICIPANTS = """
INSERT OR IGNORE INTO asked_contacts
SELECT part.person FROM {altered} AS s CROSS JOIN participations AS part ON part.interaction = s.key
"""

_BOTH_ENDS = """
SELECT a.account FROM {altered} AS s
CROSS JOIN held_by AS a ON a.person = s.{one}
CROSS JOIN held_by AS b ON b.person = s.{other} AND b.account = a.account
"""

_ON_OPPORTUNITY = """
SELECT held.account FROM {altered} AS s
CROSS JOIN opportunities AS opportunity ON opportunity.key = s.opportunity
CROSS JOIN companies AS company ON company.key = opportunity.company
CROSS JOIN held_by AS held ON held.person = s.person AND held.account = company.account
"""

_BY_PEOPLE = (
    ("reports_to", statement(_BOTH_ENDS, altered="{altered}", one="person", other="manager")),
    ("influences", statement(_BOTH_ENDS, altered="{altered}", one="influencer", other="influenced")),
    ("conflicts", statement(_BOTH_ENDS, altered="{altered}", one="person", other="other")),
    ("ties", statement(_BOTH_ENDS, altered="{altered}", one="employee", other="contact")),
    ("ties", "SELECT c.account FROM {altered} AS s CROSS JOIN contact_of AS c ON c.person = s.contact"),
    ("decision_roles", _ON_OPPORTUNITY),
    ("positions", _ON_OPPORTUNITY),
    (
        "positions",
        """SELECT held.account FROM {altered} AS s
        CROSS JOIN companies AS company ON company.key = s.company
        CROSS JOIN held_by AS held ON held.person = s.person AND held.account = company.account""",
    ),
    (
        "interactions",
        """SELECT c.account FROM {altered} AS s
        CROSS JOIN participations AS part ON part.interaction = s.key
        CROSS JOIN contact_of AS c ON c.person = part.person""",
    ),
)

_WHOLE = "SELECT held.account FROM asked CROSS JOIN held_by AS held ON held.person = asked.person WHERE is_whole"

_TOUCH = "INSERT OR IGNORE INTO touched SELECT account FROM ({accounts}) WHERE account IS NOT NULL"

_UNTOUCHED = "SELECT 1 FROM companies WHERE account = key AND key NOT IN touched LIMIT 1"

_BUMP = """
INSERT INTO revisions (account, revision)
SELECT touched.account, 1 FROM touched CROSS JOIN companies AS root ON root.key = touched.account
WHERE root.account = root.key
ON CONFLICT (account) DO UPDATE SET revision = revision + 1
"""

_BUMPED = """
SELECT revisions.account, revisions.revision
FROM touched
CROSS JOIN companies AS root ON root.key = touched.account
CROSS JOIN revisions ON revisions.account = root.key
WHERE root.account = root.key
ORDER BY 1
"""

_ALL = """
SELECT revisions.account, revisions.revision
FROM revisions JOIN companies AS root ON root.key = revisions.account
WHERE root.account = root.key
ORDER BY 1
"""


def touch(connection: sqlite3.Connection, altered: Mapping[str, str]) -> None:
    """Adds to `touched`. `altered` names, for each kind, a table of the identities of what is altered."""
    for kind, accounts in _DIRECTLY:
        if kind in altered:
            _touch(connection, statement(accounts, altered=altered[kind], kind=kind))
            if connection.execute(_UNTOUCHED).fetchone() is None:
                return
    clear_scratch(connection, HOLDING_TABLES)
    for kind, people in _ASKED:
        if kind in altered:
            connection.execute(statement(_ASK, people=statement(people, altered=altered[kind])))
    if "interactions" in altered:
        connection.execute(statement(_ASK_PARTICIPANTS, altered=altered["interactions"]))
    fill_held_by(connection)
    _touch(connection, _WHOLE)
    for kind, accounts in _BY_PEOPLE:
        if kind in altered:
            _touch(connection, statement(accounts, altered=altered[kind]))


def _touch(connection: sqlite3.Connection, accounts: str) -> None:
    connection.execute(statement(_TOUCH, accounts=accounts))


def bump(connection: sqlite3.Connection) -> dict[str, int]:
    """Counts one more revision of every touched account that is one, and returns them, ordered by key."""
    connection.execute(_BUMP)
    return dict(connection.execute(_BUMPED).fetchall())


def bump_rates(connection: sqlite3.Connection) -> None:
    """Counts one more revision of the rates."""
    connection.execute("UPDATE rates_revision SET revision = revision + 1")


def read_rates_revision(connection: sqlite3.Connection) -> int:
    """The revision of the rates."""
    (revision,) = connection.execute("SELECT revision FROM rates_revision").fetchone()
    return int(revision)


def read_revisions(connection: sqlite3.Connection) -> dict[str, int]:
    """The revision of every account, ordered by key."""
    return dict(connection.execute(_ALL).fetchall())
