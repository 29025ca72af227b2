"""The one order of findings: what differs by rounding alone is equal, and then the keys tell."""

from __future__ import annotations

from graph.posture import Place
from queries.findings.order import finding_place
from queries.money import Amount, MoneyAtRisk

UNKNOWN = MoneyAtRisk(None, None)


def yuan(value: float) -> MoneyAtRisk:
    return MoneyAtRisk(value, "CNY", amounts=(Amount("CNY", value),), is_in_base_currency=True)


def place(subject: str, share: float = 0.5, money: MoneyAtRisk = UNKNOWN) -> Place:
    return finding_place(
        severity="HIGH",
        share=share,
        money=money,
        account="acme",
        subject=subject,
        stage=None,
        kind="SINGLE_HELD",
        id="1",
    )


def test_shares_of_the_same_size_go_by_key_however_they_were_solved() -> None:
    assert place("a", 1 - 6e-13) < place("b", 1.0)
    assert place("b", 0.5 + 1e-8) < place("a", 0.5)


def test_money_of_the_same_size_goes_by_key_however_large_it_is() -> None:
    assert place("a", money=yuan((0.5 - 6e-13) * 2e9)) < place("b", money=yuan(1e9))
    assert place("b", money=yuan(1e9 + 100)) < place("a", money=yuan(1e9))
    assert place("b", money=yuan(0.02)) < place("a", money=yuan(0.01)) < place("0", money=yuan(0.0))
    assert place("b", money=yuan(0.0)) < place("a")
