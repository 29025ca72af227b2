"""Access paths: through whom do we reach someone?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.errors import QuestionRejected
from graph.records import PEOPLE
from queries.account_view import AccountView
from queries.algorithms.strongest_paths import strongest_paths_to
from queries.algorithms.thresholds import reaches
from queries.question import Params, Question, Scope


@dataclass(frozen=True, slots=True)
class AccessPathsParams(Params):
    """The person to reach; one employee to start from, or any; how many paths at most."""

    to: str
    employee: str | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step between two people's keys. `kind` is TIE, INFLUENCES, REPORTS_TO or DOTTED_REPORTS_TO (implied)."""

    kind: str
    source: str
    target: str
    strength: float


@dataclass(frozen=True, slots=True)
class AccessPath:
    """The strongest path that one employee starts; `strength` is the product of the steps'."""

    employee: str
    strength: float
    is_within_reach: bool
    steps: tuple[PathStep, ...]
    policy_version: int


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
        raise QuestionRejected(f"from: {params.employee!r} is none of our employees")
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
        raise QuestionRejected(f"first: {params.first}: expected 1 or more")
    found = [part for part in parts if part is not None]
    if not found:
        raise QuestionRejected(f"person {params.to!r} is no present contact of a customer on that day")
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
    sentence="Through whom do we reach someone, and how strong is the way?",
    scope=lambda params: Scope(
        PEOPLE, params.to, must_exist=((PEOPLE, params.employee),) if params.employee else ()
    ),
    part=paths_in_account,
    combine=answer,
)
