"""The review as a page: one HTML file with its style and pictures in it, which prints on A4."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.handover_words import REASONS, what_helps, why
from api.review.charts import Bar, Dumbbell, bars, dumbbells, holding, marks
from api.review.gathering import AccountReview, Review
from graph.messages.language import Language
from graph.messages.message import Share
from queries.money import MoneyAtRisk

SUCCESSORS_SHOWN = 3
"""Colleagues named for a contact; the whole ranking is in `departureImpact`."""

_TEMPLATES = Environment(
    loader=PackageLoader("api.review"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def money(at_risk: MoneyAtRisk) -> str:
    """The money for people to read: one sum where it can be added, else one for each currency.

    >>> money(MoneyAtRisk(1234567.8, "CNY"))
    '1,234,568 CNY'
    >>> money(MoneyAtRisk(None, None))
    'not known'
    """
    if at_risk.value is not None:
        return f"{at_risk.value:,.0f} {at_risk.currency or ''}".strip()
    if at_risk.amounts:
        return " + ".join(f"{amount.value:,.0f} {amount.currency or ''}".strip() for amount in at_risk.amounts)
    return "not known"


def rates(sums: Iterable[MoneyAtRisk]) -> str:
    """Of which days the exchange rates are that these were converted by; empty when they were by none of a day.

    >>> rates([MoneyAtRisk(5.0, "CNY", rates_on=date(2026, 10, 31)), MoneyAtRisk(None, None)])
    'at rates of 2026-10-31 按当日汇率'
    """
    days = sorted({at_risk.rates_on for at_risk in sums if at_risk.rates_on is not None})
    return f"at rates of {', '.join(map(str, days))} 按当日汇率" if days else ""


def write_review(review: Review, language: Language) -> str:
    """The page as text, in English, but for what was found: that is told in the language."""
    names = review.names
    order = [item.contact for item in review.plan.items]
    return _TEMPLATES.get_template("review.html.j2").render(
        review=review,
        language=language,
        plan=review.plan,
        totals=review.impact.totals,
        person=lambda key: names.people.get(key, key),
        company=lambda key: names.companies.get(key, key),
        deal=lambda key: names.opportunities.get(key, key),
        money=money,
        rates=rates,
        percent=_percent,
        reasons=REASONS,
        why=why,
        what_helps=what_helps,
        loss_bars=_loss_bars(review),
        reach_lines=_reach_lines(review),
        marks=marks([(item.by, item.contact) for item in review.plan.items], review.plan.as_of, review.last_day),
        holding=lambda account: holding(account.ties, review.employee, order),
        history=_history,
        successors_shown=SUCCESSORS_SHOWN,
    )


def _percent(share: float) -> str:
    return Share(share).text(Language.EN)


def _loss_bars(review: Review) -> list[Bar]:
    """The largest share of an open decision that each account loses."""
    return bars(
        [
            (
                review.names.companies[account.impact.company],
                account.impact.share_lost,
                f"{_percent(account.impact.share_lost)} · {money(account.impact.money)}",
            )
            for account in review.accounts
        ]
    )


def _reach_lines(review: Review) -> list[Dumbbell]:
    return dumbbells(
        [
            (review.names.companies[account.impact.company], reach.before, reach.after)
            for account in review.accounts
            for reach in (account.impact.people_within_reach,)
        ]
    )


def _history(account: AccountReview) -> Sequence[tuple[date, float]]:
    """The account's number of findings, day by day."""
    return [(day.on, float(day.finding_count)) for day in account.history]
