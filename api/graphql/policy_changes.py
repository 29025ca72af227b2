"""Numbers of the policy as GraphQL takes them: a number, or a word, each in a field of its own."""

from __future__ import annotations

from api.types.policy import PolicyChangeInput
from graph.errors import QuestionRejected
from graph.policy_book import PolicyChange

NUMBER_OR_WORD = "expected a value or a text, not both"


def is_number_and_word(change: PolicyChangeInput) -> bool:
    """Whether it says both, and so nothing."""
    return change.value is not None and change.text is not None


def policy_change(given: PolicyChangeInput) -> PolicyChange:
    """The number to go by; QuestionRejected for one that is both a number and a word."""
    if is_number_and_word(given):
        raise QuestionRejected(f"policy: {given.name}: {NUMBER_OR_WORD}")
    return PolicyChange(given.name, given.member, given.text if given.value is None else given.value)
