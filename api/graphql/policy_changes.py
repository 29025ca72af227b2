"""Numbers of the policy as GraphQL takes them: a number, or a word, each in a field of its own."""

from __future__ import annotations

from api.types.policy import PolicyChangeInput
from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.policy_book import PolicyChange


def number_or_word(name: str) -> Told:
    """What is said of a change of that number that says both."""
    return Told(f"policy: {name}: expected a value or a text, not both", f"政策：{name}：value 与 text 只应有其一")


def is_number_and_word(change: PolicyChangeInput) -> bool:
    """Whether it says both, and so nothing."""
    return change.value is not None and change.text is not None


def policy_change(given: PolicyChangeInput) -> PolicyChange:
    """The number to go by; QuestionRejected for one that is both a number and a word."""
    if is_number_and_word(given):
        raise QuestionRejected(number_or_word(given.name))
    return PolicyChange(given.name, given.member, given.text if given.value is None else given.value)
