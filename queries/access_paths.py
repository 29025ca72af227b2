"""Access paths: through whom do we reach someone?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from graph.errors import QuestionRejected
from graph.messages.told import Told
from graph.model.masks import Mask
from graph.model.people import PEOPLE
from graph.model.shown import identifier, node, said, up_to, word
from graph.model.words import EdgeKind, NodeKind
from queries.account_view import AccountView
from queries.algorithms.strongest_paths import strongest_paths_to
from queries.algorithms.thresholds import reaches
from queries.heading import PolicyVersion
from queries.page_cursor import PAGE_LIMIT
from queries.question import Params, Question, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPathsParams(Params):
    """The person to reach; one employee to start from, or any; how many paths at most."""

    to: Annotated[str, node(NodeKind.PERSON, Told("Key of the person to reach.", "要接触的人员的编号。"))]
    employee: Annotated[
        str | None,
        node(
            NodeKind.PERSON,
            Told("Key of one employee to start from; any when left out.", "出发的员工的编号；省略时为任何员工。"),
            name="from",
        ),
    ] = None
    first: Annotated[
        int | None,
        up_to(
            PAGE_LIMIT,
            Told(
                f"How many at most, 1 to {PAGE_LIMIT}; all when left out.",
                f"最多多少条，1 至 {PAGE_LIMIT}；省略时为全部。",
            ),
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a path, between two people."""

    kind: Annotated[str, word(EdgeKind, "TIE, INFLUENCES, or the reporting line that implies the influence.")]
    source: Annotated[str, identifier("Key of the person the step starts at.")]
    target: Annotated[str, identifier("Key of the person the step leads to.")]
    strength: Annotated[float, said("Strength of the step, above 0 and up to 1.", mask=Mask.JUDGEMENT)]

    @property
    def source_person(self) -> Annotated[str, node(NodeKind.PERSON, "The person the step starts at.")]:
        """The same person, as a node."""
        return self.source

    @property
    def target_person(self) -> Annotated[str, node(NodeKind.PERSON, "The person the step leads to.")]:
        """The same person, as a node."""
        return self.target


@dataclass(frozen=True, slots=True)
class AccessPath:
    """The strongest path that one of our employees starts."""

    employee: Annotated[str, node(NodeKind.PERSON, "Our employee who starts it.")]
    strength: Annotated[float, said("Product of the strengths of its steps.", mask=Mask.JUDGEMENT)]
    is_within_reach: Annotated[
        bool, said("Whether that strength is at least the reach floor.", mask=Mask.JUDGEMENT)
    ]
    steps: Annotated[tuple[PathStep, ...], said("The steps, from the employee to the person.")]
    policy_version: PolicyVersion


@dataclass(frozen=True, slots=True)
class PathsInAccount:
    """The paths to a contact within one account, of which it is a member or an outsider."""

    is_outsider: bool
    paths: tuple[AccessPath, ...]


def paths_in_account(view: AccountView, params: AccessPathsParams) -> PathsInAccount | None:
    """Every employee's strongest path to the contact; None when it is no contact of this account on the day.

    QuestionRejected when the one to start from is known not to be ours.
    """
    graph = view.graph
    if params.employee in graph.everyone and params.employee not in graph.our_people:
        raise QuestionRejected(
            Told(f"from: {params.employee!r} is none of our employees", f"from：{params.employee!r} 不是我方员工")
        )
    member = graph.contacts.get(params.to)
    if member is None:
        return None
    paths = tuple(
        AccessPath(
            employee=found.arcs[0].source,
            strength=found.strength,
            is_within_reach=reaches(found.strength, view.policy.reach_floor),
            steps=tuple(PathStep(arc.kind, arc.source, arc.target, arc.strength) for arc in found.arcs),
            policy_version=params.policy_version,
        )
        for found in strongest_paths_to(view.access, params.to)
    )
    return PathsInAccount(member.is_outsider, paths)


def answer(parts: Sequence[PathsInAccount | None], params: AccessPathsParams) -> tuple[AccessPath, ...]:
    """The strongest path of each employee, strongest first, then fewest steps, then keys.

    An outsider may be one in several accounts; then each employee's best path over them counts. QuestionRejected
    when the person is no contact of any account on the day, or `first` is below 1.
    """
    if params.first is not None and params.first < 1:
        raise QuestionRejected(
            Told(f"first: {params.first}: expected 1 or more", f"first：{params.first}：应为 1 或以上")
        )
    found = [part for part in parts if part is not None]
    if not found:
        raise QuestionRejected(
            Told(
                f"person {params.to!r} is no present contact of a customer on that day",
                f"人员 {params.to!r} 在当日不是客户的在职联系人",
            )
        )
    members = [part for part in found if not part.is_outsider]
    best: dict[str, AccessPath] = {}
    for path in sorted((path for part in members or found for path in part.paths), key=_rank):
        best.setdefault(path.employee, path)
    wanted = [path for path in best.values() if params.employee in (None, path.employee)]
    return tuple(wanted[: params.first])


def _rank(path: AccessPath) -> tuple[float, int, tuple[str, ...]]:
    return -round(path.strength, 12), len(path.steps), tuple(step.source for step in path.steps)


ACCESS_PATHS: Question[AccessPathsParams, PathsInAccount | None, tuple[AccessPath, ...]] = Question(
    name="access_paths",
    sentence=Told(
        "Through whom do we reach someone, and how strong is the way?", "我方可通过谁接触到某人，这条路径有多强？"
    ),
    more=Told("One path for each employee, strongest first.", "每名员工一条路径，最强的在前。"),
    params=AccessPathsParams,
    answer=tuple[AccessPath, ...],
    scope=lambda params: Scope(
        PEOPLE, params.to, must_exist=((PEOPLE, params.employee),) if params.employee else ()
    ),
    part=paths_in_account,
    combine=answer,
)
