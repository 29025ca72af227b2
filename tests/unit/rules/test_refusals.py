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
    "two employments at one time": (
        {
            "people": "P9,Zoe,ACME,\n",
            "works_in": "person,company,valid_from,valid_to\nP9,ACME,2020-01-01,2026-01-01\n"
            "P9,NORTH,2022-01-01,2027-12-31\n",
        },
        [
            "works_in, row 3, column valid_from: '2022-01-01': expected one employment at a time,"
            " 'P9' works for 'ACME' from 2020-01-01 to 2026-01-01 (row 2)"
        ],
    ),
    "a second place in the same company at one time": (
        {
            "people": "P9,Zoe,ACME,\n",
            "works_in": "person,company,department,valid_from\nP9,ACME,D1,2022-01-01\nP9,ACME,,2020-01-01\n",
        },
        [
            "works_in, row 3, column valid_from: '2020-01-01': expected one employment at a time,"
            " 'P9' works for 'ACME' from 2022-01-01 to now (row 2)"
        ],
    ),
    "a name of blanks and a key of blanks": (
        {"companies": "X1,\u00a0,CUSTOMER,\n\u3000\u200b,X,CUSTOMER,\n"},
        [
            r"companies, row 6, column name: '\xa0': expected a value, the column is required",
            r"companies, row 7, column key: '\u3000\u200b': expected a value, the column is required",
        ],
    ),
    "a key with a character that nobody sees": (
        {"conflicts": "person,other,weight\nP1,P2\u200b,0.5\n"},
        [
            r"conflicts, row 2, column other: 'P2\u200b': expected a key without characters that nobody sees,"
            " found U+200B at character 3"
        ],
    ),
    "two keys that look the same": (
        {"people": "Ｐ1,Ann,ACME,\n"},
        [
            "people, row 8, column key: 'Ｐ1': expected a key that looks like no other,"
            " row 4 has 'P1' (U+FF30 at character 1 for U+0050)"
        ],
    ),
    "a reference in another width, and one in another case": (
        {"conflicts": "person,other,weight\nP1,P２,0.5\np3,P1,1\n"},
        [
            "conflicts, row 2, column other: 'P２': "
            + NOTHING_WITH.format("person")
            + "; did you mean 'P2' (U+FF12 at character 2 for U+0032)?",
            "conflicts, row 3, column person: 'p3': " + NOTHING_WITH.format("person") + "; did you mean 'P3'?",
        ],
    ),
    "a list of keys with commas": (
        {"interactions": 'key,kind,on,participants\nI1,CALL,2026-01-01,"P1，P2"\n'},
        [
            "interactions, row 2, column participants: 'P1，P2': "
            + NOTHING_WITH.format("person")
            + "; expected a list separated by ;"
        ],
    ),
    "an amount of more digits than are kept": (
        {"opportunities": "key,company,name,value,currency\nO1,ACME,Press,9007199254740993,IDR\n"},
        [
            "opportunities, row 2, column value: '9007199254740993':"
            " expected an amount of at most 15 digits, it would be kept as 9007199254740992"
        ],
    ),
    "amounts with signs between thousands, a decimal comma or an exponent, and a weight in percent": (
        {
            "opportunities": 'key,company,name,value\nO1,ACME,A,"1,250,000"\nO2,ACME,B,"12,5"\nO3,ACME,C,1e6\n',
            "influences": "influencer,influenced,weight\nP1,P2,60%\n",
        },
        [
            f"opportunities, row {row}, column value: '{value}': expected an amount of 0 or more in plain digits,"
            f" as 1250000.50, {said}"
            for row, value, said in (
                (2, "1,250,000", "without signs between thousands"),
                (3, "12,5", "with a point for the fraction"),
                (4, "1e6", "without an exponent"),
            )
        ]
        + ["influences, row 2, column weight: '60%': expected a number above 0 and at most 1, as 0.6; 60% is 0.6"],
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
    "employments one after the other": {
        "people": "P9,Zoe,ACME,\n",
        "works_in": "person,company,valid_from,valid_to\nP9,NORTH,2022-01-01,\nP9,ACME,,2022-01-01\n",
    },
    "lists as people separate them": {
        "interactions": "key,kind,on,participants\nI1,CALL,2026-01-01,E1；P1\nI2,CALL,2026-01-01,E1、P1; P2\n"
        'I3,CALL,2026-01-01,"E1\nP1;\r\nP2"\nI4,CALL,2026-01-01,E1﹔P1\nI5,CALL,2026-01-01,E1､P1﹑P2\n',
        "ties": 'employee,contact,trust,purposes\nE1,P1,未知,"information，Voice of customer、决策"\n',
    },
    "names with joiners and marks": {"people": "P9,👩\u200d💻 می\u200cخواهم ❤\ufe0f,ACME,\n"},
    "keys that differ as everybody sees": {"people": "P9,Zoe,ACME,\np9,Zoe,ACME,\nP⁹,Zoe,ACME,\n"},
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
