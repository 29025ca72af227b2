"""What findings say: every kind, and those that a single question has."""

from __future__ import annotations

from graph.model.word import Words


class FindingKind(Words):
    """What was found, by whichever question."""

    SINGLE_HELD = (
        "SINGLE_HELD",
        "Single held",
        "单线联系",
        "A contact whom one employee alone has a live tie with.",
    )
    CHOKE_POINT = "CHOKE_POINT", "Choke point", "必经之人", "A person without whom others fall out of reach."
    UNCOVERED_LINE = "UNCOVERED_LINE", "Uncovered line", "线未覆盖", "Nobody of a line is covered."
    LINE_BELOW_TARGET = (
        "LINE_BELOW_TARGET",
        "Line below target",
        "线低于目标",
        "A line is covered below the target of the customer's grade.",
    )
    UNCOVERED_DEPARTMENT = (
        "UNCOVERED_DEPARTMENT",
        "Uncovered department",
        "部门未覆盖",
        "Nobody of a department or below is covered.",
    )
    UNCOVERED_KEY_PERSON = (
        "UNCOVERED_KEY_PERSON",
        "Uncovered key person",
        "关键人未覆盖",
        "A key person without a live tie.",
    )
    SINGLE_HELD_KEY_PERSON = (
        "SINGLE_HELD_KEY_PERSON",
        "Single held key person",
        "关键人单线联系",
        "A key person with one live tie.",
    )
    SILENT_KEY_PERSON = (
        "SILENT_KEY_PERSON",
        "Silent key person",
        "关键人久未联系",
        "A key person not met for long.",
    )
    TRUST_BELOW_TARGET = "TRUST_BELOW_TARGET", "Trust below target", "信任低于目标", "A tie below its own target."
    MISSING_STAGE = "MISSING_STAGE", "Missing stage", "环节无人", "A stage of an open opportunity with nobody."
    UNKNOWN_STANCE = "UNKNOWN_STANCE", "Unknown stance", "态度未知", "A key person whose stance is not known."
    LEVEL_UNMATCHED = (
        "LEVEL_UNMATCHED",
        "Level unmatched",
        "层级未对接",
        "An executive without a live tie from ours of the same level or above.",
    )
    FUNCTION_UNMATCHED = (
        "FUNCTION_UNMATCHED",
        "Function unmatched",
        "职能未对接",
        "A line that nobody of the same line of ours has a live tie into.",
    )
    NO_JOINT_EVENT = "NO_JOINT_EVENT", "No joint event", "无联合活动", "No joint event for long."
    SUCCESSORS_UNCOVERED = (
        "SUCCESSORS_UNCOVERED",
        "Successors uncovered",
        "继任者未覆盖",
        "A key person whose likeliest successors we do not know.",
    )


class SinglePointKind(Words):
    """SINGLE_HELD: one employee alone holds a contact. CHOKE_POINT: others are reached through it."""

    SINGLE_HELD = FindingKind.SINGLE_HELD.said
    CHOKE_POINT = FindingKind.CHOKE_POINT.said


class CoverageFindingKind(Words):
    """What is missing; the definitions are in docs/concepts.md."""

    UNCOVERED_LINE = FindingKind.UNCOVERED_LINE.said
    LINE_BELOW_TARGET = FindingKind.LINE_BELOW_TARGET.said
    UNCOVERED_DEPARTMENT = FindingKind.UNCOVERED_DEPARTMENT.said
    UNCOVERED_KEY_PERSON = FindingKind.UNCOVERED_KEY_PERSON.said
    SINGLE_HELD_KEY_PERSON = FindingKind.SINGLE_HELD_KEY_PERSON.said
    SILENT_KEY_PERSON = FindingKind.SILENT_KEY_PERSON.said
    TRUST_BELOW_TARGET = FindingKind.TRUST_BELOW_TARGET.said
    MISSING_STAGE = FindingKind.MISSING_STAGE.said
    UNKNOWN_STANCE = FindingKind.UNKNOWN_STANCE.said
    LEVEL_UNMATCHED = FindingKind.LEVEL_UNMATCHED.said
    FUNCTION_UNMATCHED = FindingKind.FUNCTION_UNMATCHED.said
    NO_JOINT_EVENT = FindingKind.NO_JOINT_EVENT.said
    SUCCESSORS_UNCOVERED = FindingKind.SUCCESSORS_UNCOVERED.said
