"""Everything recorded of one account, in one read transaction.

First the sets of keys that make the account (`SCOPE`) go into scratch tables, then each kind of record is read in
the order of its identity (`RECORDS`). The rule is that of `graph.store.AccountRecords`.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from graph.errors import NotInGraph
from graph.model.companies import AGREEMENTS, COMPANIES, DEPARTMENTS
from graph.model.deals import DECISION_ROLES, OPPORTUNITIES, POSITIONS
from graph.model.kind import Kind
from graph.model.meetings import INTERACTIONS
from graph.model.people import CONFLICTS, INFLUENCES, PEOPLE, REPORTS_TO, TIES, WORKS_IN
from graph.store import AccountRecords
from graph.stores.sqlite.columns import places, records_from_store, selected, statement
from graph.stores.sqlite.connections import read_transaction
from graph.stores.sqlite.scratch import ACCOUNT_TABLES, clear_scratch

REVISION = """
SELECT revisions.revision FROM revisions
JOIN companies ON companies.key = revisions.account AND companies.account = companies.key
WHERE revisions.account = ?
"""

_OUTSIDERS = """
INSERT OR IGNORE INTO outsiders
SELECT edge.{near} FROM workers CROSS JOIN {edges} AS edge ON edge.{far} = workers.key
"""

_OUTSIDERS_BY_SUBJECT = """
INSERT OR IGNORE INTO outsiders
SELECT edge.person FROM {subjects} AS own CROSS JOIN {edges} AS edge ON edge.{subject} = own.key
"""

_FREE_OUTSIDERS = """
INSERT OR IGNORE INTO contacts
SELECT outsiders.key
FROM outsiders
CROSS JOIN {employer} AS work ON work.{person} = outsiders.key
CROSS JOIN companies AS company ON company.key = work.company
WHERE company.side <> 'SUPPLIER'
"""

_OURS_WHO_TOOK_PART = """
INSERT OR IGNORE INTO members
SELECT part.person
FROM meetings
CROSS JOIN participations AS part ON part.interaction = meetings.key
CROSS JOIN {employer} AS work ON work.{person} = part.person
CROSS JOIN companies AS company ON company.key = work.company
WHERE part.person NOT IN members AND company.side = 'SUPPLIER'
"""

SCOPE: tuple[str, ...] = (
    "INSERT INTO own_companies SELECT key FROM companies WHERE account = ?",
    """INSERT INTO own_opportunities
    SELECT deal.key FROM own_companies AS own CROSS JOIN opportunities AS deal ON deal.company = own.key""",
    """INSERT INTO workers
    SELECT person.key FROM own_companies AS own CROSS JOIN people AS person ON person.company = own.key""",
    """INSERT OR IGNORE INTO workers
    SELECT work.person FROM own_companies AS own CROSS JOIN works_in AS work ON work.company = own.key""",
    statement(_OUTSIDERS, edges="influences", near="influencer", far="influenced"),
    statement(_OUTSIDERS, edges="conflicts", near="person", far="other"),
    statement(_OUTSIDERS, edges="conflicts", near="other", far="person"),
    statement(_OUTSIDERS_BY_SUBJECT, subjects="own_opportunities", edges="decision_roles", subject="opportunity"),
    statement(_OUTSIDERS_BY_SUBJECT, subjects="own_opportunities", edges="positions", subject="opportunity_ref"),
    statement(_OUTSIDERS_BY_SUBJECT, subjects="own_companies", edges="positions", subject="company_ref"),
    "DELETE FROM outsiders WHERE key IN workers",
    "INSERT INTO contacts SELECT key FROM workers",
    statement(_FREE_OUTSIDERS, employer="people", person="key"),
    statement(_FREE_OUTSIDERS, employer="works_in", person="person"),
    "INSERT INTO members SELECT key FROM contacts",
    """INSERT OR IGNORE INTO members
    SELECT tie.employee FROM contacts CROSS JOIN ties AS tie ON tie.contact = contacts.key""",
    """INSERT INTO meetings
    SELECT part.interaction FROM contacts CROSS JOIN participations AS part ON part.person = contacts.key
    UNION SELECT held.key FROM own_companies AS own CROSS JOIN interactions AS held ON held.company = own.key
    UNION SELECT about.key
    FROM own_opportunities AS own CROSS JOIN interactions AS about ON about.opportunity = own.key""",
    statement(_OURS_WHO_TOOK_PART, employer="people", person="key"),
    statement(_OURS_WHO_TOOK_PART, employer="works_in", person="person"),
)
"""The sets of keys; the first statement takes the account's key."""

_COMPANIES = """
SELECT {columns} FROM companies AS t
WHERE t.key IN (
  SELECT key FROM own_companies
  UNION SELECT person.company FROM members CROSS JOIN people AS person ON person.key = members.key
  UNION SELECT work.company FROM members CROSS JOIN works_in AS work ON work.person = members.key
)
ORDER BY t.key
"""

_DEPARTMENTS = """
WITH RECURSIVE known (key) AS (
  SELECT unit.key FROM own_companies AS own CROSS JOIN departments AS unit ON unit.company = own.key
  UNION SELECT person.department FROM members CROSS JOIN people AS person ON person.key = members.key
  UNION SELECT work.department_ref FROM members CROSS JOIN works_in AS work ON work.person = members.key
  UNION SELECT unit.parent FROM known CROSS JOIN departments AS unit ON unit.key = known.key
)
SELECT {columns} FROM departments AS t WHERE t.key IN known ORDER BY t.key
"""

_BY_PERSON = """
SELECT {columns} FROM members CROSS JOIN {table} AS t ON t.{person} = members.key
WHERE {condition}
ORDER BY {order}
"""

_BY_COMPANY = """
SELECT {columns} FROM own_companies AS own CROSS JOIN {table} AS t ON t.company = own.key ORDER BY t.key
"""

_TIES = """
SELECT {columns} FROM contacts CROSS JOIN ties AS t ON t.contact = contacts.key
UNION ALL
SELECT {columns} FROM members CROSS JOIN ties AS t ON t.contact = members.key
WHERE members.key NOT IN contacts AND t.employee IN members
ORDER BY {order}
"""

_INTERACTIONS = (
    "SELECT {columns} FROM meetings CROSS JOIN interactions AS t ON t.key = meetings.key ORDER BY t.key"
)


def _by_person(kind: Kind[Any], person: str, condition: str = "true") -> str:
    """A member's records of the kind: the member's key leads the identity, so that they come in its order.

    A `+` in the condition keeps SQLite from looking up every other member instead of testing what it found.
    """
    order = ", ".join(["members.key", *(f't."{name}"' for name in kind.identity[1:])])
    return statement(
        _BY_PERSON, columns=selected(kind), table=kind.name, person=person, condition=condition, order=order
    )


def _of(kind: Kind[Any], template: str) -> str:
    return statement(template, columns=selected(kind), table=kind.name)


RECORDS: dict[Kind[Any], str] = {
    COMPANIES: _of(COMPANIES, _COMPANIES),
    DEPARTMENTS: _of(DEPARTMENTS, _DEPARTMENTS),
    PEOPLE: _by_person(PEOPLE, "key"),
    WORKS_IN: _by_person(WORKS_IN, "person"),
    REPORTS_TO: _by_person(REPORTS_TO, "person", "+t.manager IN members"),
    INFLUENCES: _by_person(INFLUENCES, "influencer", "+t.influenced IN members"),
    CONFLICTS: _by_person(CONFLICTS, "person", "+t.other IN members"),
    TIES: statement(_TIES, columns=selected(TIES), order=places(TIES, TIES.identity)),
    OPPORTUNITIES: _of(OPPORTUNITIES, _BY_COMPANY),
    DECISION_ROLES: _by_person(DECISION_ROLES, "person", "+t.opportunity IN own_opportunities"),
    POSITIONS: _by_person(
        POSITIONS, "person", "(+t.opportunity IN own_opportunities OR +t.company IN own_companies)"
    ),
    INTERACTIONS: _of(INTERACTIONS, _INTERACTIONS),
    AGREEMENTS: _of(AGREEMENTS, _BY_COMPANY),
}
"""The statement that reads each kind, once the scope is known."""


def read_revision(connection: sqlite3.Connection, account: str) -> int:
    """The account's revision; NotInGraph("account", key) when the key is not an account's."""
    found = connection.execute(REVISION, (account,)).fetchone()
    if found is None:
        raise NotInGraph("account", account)
    return int(found[0])


def read_account(connection: sqlite3.Connection, account: str) -> AccountRecords:
    """The records; NotInGraph("account", key) when the key is not an account's."""
    with read_transaction(connection):
        revision = read_revision(connection, account)
        clear_scratch(connection, ACCOUNT_TABLES)
        connection.execute(SCOPE[0], (account,))
        for command in SCOPE[1:]:
            connection.execute(command)
        tables = {
            kind.name: records_from_store(kind, connection.execute(command).fetchall())
            for kind, command in RECORDS.items()
        }
    return AccountRecords(account, revision, **tables)
