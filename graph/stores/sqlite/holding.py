"""Which accounts hold a person: as someone who worked there, as an outsider, by a tie or by a meeting.

Set-wise, for the people in the scratch table `asked`: the pairs are left in `held_by`, with the part that the
person has in the account. The same rule seen from the account is in `account_reading`.
"""

from __future__ import annotations

import sqlite3

from graph.stores.sqlite.columns import statement
from graph.stores.sqlite.scratch import HOLDING_TABLES, clear_scratch

_EMPLOYERS = (("people", "key"), ("works_in", "person"))
"""The two tables that say for which company a person has worked, with the column of the person."""

_OURS = """
INSERT OR IGNORE INTO asked_ours
SELECT asked.person
FROM asked
CROSS JOIN {employer} AS work ON work.{person} = asked.person
CROSS JOIN companies AS company ON company.key = work.company
WHERE company.side = 'SUPPLIER'
"""

_TIE_CONTACTS = """
INSERT OR IGNORE INTO asked_contacts
SELECT person FROM asked
UNION ALL SELECT tie.contact FROM asked CROSS JOIN ties AS tie ON tie.employee = asked.person
"""

_MET_CONTACTS = """
INSERT OR IGNORE INTO asked_contacts
SELECT other.person
FROM asked_ours AS ours
CROSS JOIN participations AS own ON own.person = ours.person
CROSS JOIN participations AS other ON other.interaction = own.interaction
"""

_WORKED = """
INSERT OR IGNORE INTO contact_of
SELECT asked.person, company.account, 0
FROM asked_contacts AS asked
CROSS JOIN {employer} AS work ON work.{person} = asked.person
CROSS JOIN companies AS company ON company.key = work.company
WHERE company.account IS NOT NULL
"""

_FREE = """
INSERT OR IGNORE INTO asked_free
SELECT asked.person
FROM asked_contacts AS asked
CROSS JOIN {employer} AS work ON work.{person} = asked.person
CROSS JOIN companies AS company ON company.key = work.company
WHERE company.side <> 'SUPPLIER'
"""

_OUTSIDER_BY_EDGE = """
INSERT OR IGNORE INTO contact_of
SELECT free.person, company.account, 1
FROM asked_free AS free
CROSS JOIN {edges} AS edge ON edge.{near} = free.person
CROSS JOIN {employer} AS work ON work.{person} = edge.{far}
CROSS JOIN companies AS company ON company.key = work.company
WHERE company.account IS NOT NULL
"""

_OUTSIDER_BY_OPPORTUNITY = """
INSERT OR IGNORE INTO contact_of
SELECT free.person, company.account, 1
FROM asked_free AS free
CROSS JOIN {edges} AS edge ON edge.person = free.person
CROSS JOIN opportunities AS opportunity ON opportunity.key = edge.opportunity
CROSS JOIN companies AS company ON company.key = opportunity.company
WHERE company.account IS NOT NULL
"""

_OUTSIDER_BY_COMPANY = """
INSERT OR IGNORE INTO contact_of
SELECT free.person, company.account, 1
FROM asked_free AS free
CROSS JOIN positions AS edge ON edge.person = free.person
CROSS JOIN companies AS company ON company.key = edge.company
WHERE company.account IS NOT NULL
"""

_HELD_AS_CONTACT = """
INSERT INTO held_by
SELECT contact.person, contact.account, contact.part
FROM asked CROSS JOIN contact_of AS contact ON contact.person = asked.person
"""

_HELD_BY_TIE = """
INSERT OR IGNORE INTO held_by
SELECT asked.person, contact.account, 2
FROM asked
CROSS JOIN ties AS tie ON tie.employee = asked.person
CROSS JOIN contact_of AS contact ON contact.person = tie.contact
"""

_HELD_BY_MEETING = """
INSERT OR IGNORE INTO held_by
SELECT ours.person, contact.account, 3
FROM asked_ours AS ours
CROSS JOIN participations AS own ON own.person = ours.person
CROSS JOIN participations AS other ON other.interaction = own.interaction
CROSS JOIN contact_of AS contact ON contact.person = other.person
"""

_HELD_BY_MEETING_AT = """
INSERT OR IGNORE INTO held_by
SELECT ours.person, company.account, 3
FROM asked_ours AS ours
CROSS JOIN participations AS own ON own.person = ours.person
CROSS JOIN interactions AS held ON held.key = own.interaction
{through}
CROSS JOIN companies AS company ON company.key = {place}.company
WHERE company.account IS NOT NULL
"""

_TO_OPPORTUNITY = "CROSS JOIN opportunities AS opportunity ON opportunity.key = held.opportunity"


def _statements() -> tuple[str, ...]:
    employers = [{"employer": table, "person": column} for table, column in _EMPLOYERS]
    edges = [
        {"edges": "influences", "near": "influencer", "far": "influenced"},
        {"edges": "conflicts", "near": "person", "far": "other"},
        {"edges": "conflicts", "near": "other", "far": "person"},
    ]
    return (
        *(statement(_OURS, **employer) for employer in employers),
        _TIE_CONTACTS,
        _MET_CONTACTS,
        *(statement(_WORKED, **employer) for employer in employers),
        *(statement(_FREE, **employer) for employer in employers),
        *(statement(_OUTSIDER_BY_EDGE, **edge, **employer) for edge in edges for employer in employers),
        statement(_OUTSIDER_BY_OPPORTUNITY, edges="decision_roles"),
        statement(_OUTSIDER_BY_OPPORTUNITY, edges="positions"),
        _OUTSIDER_BY_COMPANY,
        _HELD_AS_CONTACT,
        _HELD_BY_TIE,
        _HELD_BY_MEETING,
        statement(_HELD_BY_MEETING_AT, through="", place="held"),
        statement(_HELD_BY_MEETING_AT, through=_TO_OPPORTUNITY, place="opportunity"),
    )


_STATEMENTS = _statements()


def fill_held_by(connection: sqlite3.Connection) -> None:
    """From `asked` to `held_by`. Who is in `asked_contacts` already gets its row in `contact_of` too."""
    for command in _STATEMENTS:
        connection.execute(command)


def accounts_of_person(connection: sqlite3.Connection, person: str) -> list[str]:
    """The accounts that hold the person, ordered by part and key."""
    clear_scratch(connection, HOLDING_TABLES)
    connection.execute("INSERT INTO asked VALUES (?, 1)", (person,))
    fill_held_by(connection)
    return [account for (account,) in connection.execute("SELECT account FROM held_by ORDER BY part, account")]
