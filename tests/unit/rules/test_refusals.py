"""Every refusal of the bundle format, with the message that a user reads."""

from __future__ import annotations

import pytest

from tests.unit.exchange.small_bundles import changed, problems_of

NOTHING_WITH = "expected the key of a {}, there is none with this key"

REFUSED = {
    "a parent that is not there": (
        {"companies": "X,X,CUSTOMER,NOPE\n"},
        ["companies, row 6, column parent: 'NOPE': " + NOTHING_WITH.format("company")],
    ),
    "an unknown company, department and person": (
        {"people": "P9,Zoe,NOPE,DX\n", "conflicts": "person,other,weight\nP1,PX,0.5\n"},
        [
            "people, row 8, column company: 'NOPE': " + NOTHING_WITH.format("company"),
            "people, row 8, column department: 'DX': " + NOTHING_WITH.format("department"),
            "conflicts, row 2, column other: 'PX': " + NOTHING_WITH.format("person"),
        ],
    ),
    "an unknown participant and opportunity": (
        {"interactions": "key,kind,on,participants,opportunity\nI1,CALL,2026-01-01,P1; PX,OX\n"},
        [
            "interactions, row 2, column opportunity: 'OX': " + NOTHING_WITH.format("opportunity"),
            "interactions, row 2, column participants: 'PX': " + NOTHING_WITH.format("person"),
        ],
    ),
    "a cycle of companies": (
        {"companies": "A,A,PARTNER,B\nB,B,PARTNER,A\n"},
        ["companies, row 7, column parent: 'A': expected no cycle, found A -> B -> A"],
    ),
    "a company that is its own parent": (
        {"companies": "A,A,PARTNER,A\n"},
        ["companies, row 6, column parent: 'A': expected no cycle, found A -> A"],
    ),
    "a cycle of departments": (
        {"departments": "DA,ACME,A,DC\nDB,ACME,B,DA\nDC,ACME,C,DB\n"},
        ["departments, row 6, column parent: 'DB': expected no cycle, found DA -> DC -> DB -> DA"],
    ),
    "a cycle of solid lines, also with the default kind": (
        {"reports_to": "person,manager,kind\nP1,P2,SOLID\nP2,P3,\nP3,P1,SOLID\n"},
        ["reports_to, row 4, column manager: 'P1': expected no cycle, found P1 -> P2 -> P3 -> P1"],
    ),
    "a cycle that exists for a while only": (
        {
            "reports_to": "person,manager,valid_from,valid_to\nP1,P2,2020-01-01,2022-01-01\n"
            "P2,P1,2021-01-01,2023-01-01\n"
        },
        ["reports_to, row 3, column manager: 'P1': expected no cycle, found P2 -> P1 -> P2 from 2021-01-01"],
    ),
    "two solid managers at one time": (
        {"reports_to": "person,manager,valid_from,valid_to\nP1,P2,2020-01-01,2022-01-01\nP1,P3,2021-12-31,\n"},
        [
            "reports_to, row 3, column manager: 'P3': expected one solid manager at a time,"
            " 'P1' reports to 'P2' from 2020-01-01 to 2022-01-01"
        ],
    ),
    "a tie of someone who is not ours": (
        {"ties": "employee,contact\nP1,P2\n"},
        [
            "ties, row 2, column employee: 'P1': expected one of our people (side SUPPLIER);"
            " 'P1' works for 'ACME', side CUSTOMER"
        ],
    ),
    "a tie to one of ours": (
        {"ties": "employee,contact\nE1,E2\n"},
        [
            "ties, row 2, column contact: 'E2': expected someone who is not of side SUPPLIER;"
            " 'E2' works for 'US', side SUPPLIER"
        ],
    ),
    "a period that ends when it begins": (
        {"influences": "influencer,influenced,weight,valid_from,valid_to\nP1,P2,1,2020-01-01,2020-01-01\n"},
        [
            "influences, row 2, column valid_to: '2020-01-01':"
            " expected a date after valid_from, which is 2020-01-01",
        ],
    ),
    "an agreement that ends before it begins": (
        {"agreements": "key,company,kind,valid_from,valid_to\nG1,ACME,SERVICE,2020-01-01,2019-01-01\n"},
        [
            "agreements, row 2, column valid_to: '2019-01-01':"
            " expected a date after valid_from, which is 2020-01-01",
        ],
    ),
    "two nodes of one key": (
        {"people": "P1,Ann,ACME,\n"},
        ["people, row 8, column key: 'P1': expected one row with this key; an earlier row has the same"],
    ),
    "two rows of one period": (
        {"conflicts": "person,other,weight,valid_from\nP1,P2,1,2020-01-01\nP1,P2,0.5,2020-01-01\n"},
        [
            "conflicts, row 3, column person: 'P1': expected one row with this person, other, valid_from;"
            " an earlier row has the same"
        ],
    ),
    "two positions of one day": (
        {"positions": "person,opportunity,stated_on\nP1,O1,2026-01-01\nP1,O1,2026-01-01\n"},
        [
            "positions, row 3, column person: 'P1': expected one row with this person, opportunity, company,"
            " stated_on; an earlier row has the same"
        ],
    ),
    "overlapping periods of one edge": (
        {"ties": "employee,contact,valid_from,valid_to\nE1,P1,2021-01-01,\nE1,P1,2020-01-01,2021-02-01\n"},
        [
            "ties, row 3, column valid_from: '2020-01-01':"
            " expected no overlap with the period from 2021-01-01 to now of the same edge"
        ],
    ),
    "an undated period beside another": (
        {"ties": "employee,contact,valid_from,valid_to\nE1,P1,,\nE1,P1,2020-01-01,\n"},
        [
            "ties, row 3, column valid_from: '2020-01-01':"
            " expected no overlap with the period from ever to now of the same edge"
        ],
    ),
    "a department of another company": (
        {"people": "P9,Zoe,ACME,D2\n"},
        [
            "people, row 8, column department: 'D2':"
            " expected a department of company 'ACME', this one is of 'NORTH'",
        ],
    ),
    "an employment in a department of another company": (
        {"people": "P9,Zoe,ACME,\n", "works_in": "person,company,department\nP9,ACME,D2\n"},
        [
            "works_in, row 2, column department: 'D2': expected a department of company 'ACME',"
            " this one is of 'NORTH'"
        ],
    ),
    "a department below one of another company": (
        {"departments": "D3,ACME,Desk,D2\n"},
        [
            "departments, row 4, column parent: 'D2':"
            " expected a department of company 'ACME', this one is of 'NORTH'",
        ],
    ),
    "a position on nothing and one on both": (
        {"positions": "person,opportunity,company,stated_on\nP1,,,2026-01-01\nP1,O1,ACME,2026-01-01\n"},
        [
            "positions, row 2, column opportunity: expected an opportunity or a company, found neither",
            "positions, row 3, column company: 'ACME': expected an opportunity or a company, found both",
        ],
    ),
    "a leaning to who is no competitor": (
        {"positions": "person,opportunity,stated_on,leans_to\nP1,O1,2026-01-01,NORTH\n"},
        [
            "positions, row 2, column leans_to: 'NORTH':"
            " expected a company of side COMPETITOR, this one is CUSTOMER",
        ],
    ),
    "a place told in people and in the history": (
        {"works_in": "person,company\nP1,ACME\n"},
        [
            "people, row 4, column department: 'D1': expected nothing here,"
            " the person has rows in works_in that say it"
        ],
    ),
    "people related to themselves": (
        {
            "reports_to": "person,manager\nP1,P1\n",
            "influences": "influencer,influenced,weight\nP1,P1,1\n",
            "conflicts": "person,other,weight\nP1,P1,1\n",
        },
        [
            "reports_to, row 2, column manager: 'P1': expected another person than the person",
            "influences, row 2, column influenced: 'P1': expected another person than the influencer",
            "conflicts, row 2, column other: 'P1': expected another person than the person",
        ],
    ),
    "a participant named twice": (
        {"interactions": "key,kind,on,participants\nI1,CALL,2026-01-01,P1;P2;P1\n"},
        ["interactions, row 2, column participants: 'P1;P2;P1': expected every item once, found 'P1' twice"],
    ),
}


@pytest.mark.parametrize("rule", REFUSED)
async def test_is_refused_with_file_row_column_value_and_what_was_expected(rule: str) -> None:
    files, expected = REFUSED[rule]
    assert sorted(await problems_of(changed(**files))) == sorted(expected)


ALLOWED = {
    "dotted lines in a circle": {"reports_to": "person,manager,kind\nP1,P2,SOLID\nP2,P1,DOTTED\n"},
    "a solid and a dotted line to one manager": {"reports_to": "person,manager,kind\nP1,P2,SOLID\nP1,P2,DOTTED\n"},
    "a second manager from the day the first one ends": {
        "reports_to": "person,manager,valid_from,valid_to\nP1,P2,2020-01-01,2022-01-01\nP1,P3,2022-01-01,\n"
    },
    "a reversal of who leads whom": {
        "reports_to": "person,manager,valid_from,valid_to\nP1,P2,,2022-01-01\nP2,P1,2022-01-01,\n"
    },
    "conflicts told from both ends": {"conflicts": "person,other,weight\nP1,P2,1\nP2,P1,0.5\n"},
    "positions of one day on different subjects": {
        "positions": "person,opportunity,company,stated_on\nP1,O1,,2026-01-01\nP1,,ACME,2026-01-01\n"
    },
    "roles in two stages": {
        "decision_roles": "person,opportunity,stage,part\nP1,O1,APPROVAL,LEADS\nP1,O1,EVALUATION,LEADS\n"
    },
    "an opportunity and an agreement at a company of any side": {
        "opportunities": "O2,RIVAL,Odd\n",
        "agreements": "key,company,kind\nG1,RIVAL,SERVICE\n",
    },
}


@pytest.mark.parametrize("case", ALLOWED)
async def test_is_not_refused(case: str) -> None:
    assert await problems_of(changed(**ALLOWED[case])) == []


async def test_all_problems_of_all_files_are_told_at_once() -> None:
    found = await problems_of(
        changed(
            people="P9,Zoe,NOPE,\n",
            ties="employee,contact,trust\nE1,P1,7\nP1,PX,2\n",
            influences="influencer,influenced,weight\nP1,P2,0\n",
        )
    )
    assert [problem.split(":")[0] for problem in found] == [
        "people, row 8, column company",
        "influences, row 2, column weight",
        "ties, row 2, column trust",
        "ties, row 3, column contact",
        "ties, row 3, column employee",
    ]


async def test_a_refused_cell_is_told_once_and_its_row_still_counts_as_there() -> None:
    found = await problems_of(changed(companies="C9,Nine,BUYER,\n", people="P9,Zoe,C9,\n"))
    assert found == [
        "companies, row 6, column side: 'BUYER': expected one of SUPPLIER, CUSTOMER, COMPETITOR, PARTNER"
    ]
