"""Groups of fields that are kept from those who may not see them, as declared beside each field."""

from __future__ import annotations

from graph.model.word import Words


class Mask(Words):
    """What a field tells, for those of whom it may be withheld."""

    MONEY = "MONEY", "Money", "金额", "What deals and customers are worth, and what of it is at risk."
    CONTACT_DETAILS = "CONTACT_DETAILS", "Contact details", "联系方式", "How a person can be reached."
    JUDGEMENT = (
        "JUDGEMENT",
        "Judgement",
        "主观判断",
        "What we think of a person: power, stance, coach, leaning and trust, and every number that comes of them.",
    )
    NOTES = "NOTES", "Notes", "备注", "Free text: sources, subjects, notes and reasons."
