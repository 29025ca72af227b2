"""The port: what every store can do. `graph.open_store` makes one from a URL.

A store keeps records and gives them back; it knows nothing of questions. Verbs: `read_` a subgraph or stream,
`get_` by key, `find_` may be empty, `write` one transaction. Every method may raise StoreUnavailable.

Each **account** (a customer company without a customer parent, see `graph.account_graph`) has a revision, a
number that grows in the same transaction as every write that changes what `read_account` returns for it, and
by no other write. A company that becomes an account starts at 1; a revision never goes back, also not when the
account ceases to be one (or its company is deleted) and comes back. Exchange rates are in no account: all of them
together have a revision of their own.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Annotated, Any, Protocol

from graph.journal import E, Entry, Journal
from graph.model.companies import Agreement, Company, Department
from graph.model.deals import DecisionRole, Opportunity, Position
from graph.model.kind import Kind, R
from graph.model.meetings import Interaction
from graph.model.people import Conflict, Employment, Influence, Person, ReportingLine, Tie
from graph.model.record import Identity, Row
from graph.model.shown import node, said, word
from graph.model.words import Grade, NodeKind, Side
from graph.posture_store import PostureStore
from graph.viewer import Viewer


@dataclass(frozen=True, slots=True)
class AccountRecords:
    """Everything recorded that an answer about one account may need, of every date.

    A person has worked for a company, and in a department, that its `people` row or one of its employments
    names. `people` are everyone who ever worked for one of the account's own companies; the outsiders: people
    who have worked for a company that is not SUPPLIER and influence or are in conflict with one of those, or
    have a decision role or position on one of the account's own companies or opportunities; every employee
    with a tie to someone of these two groups; and those participants of the interactions here who have worked
    for a SUPPLIER company. `companies` are the account's own and every other one that a person here has worked
    for (our own included); `departments` all of the account's own companies, those that a person here has
    worked in, and the departments above them. `opportunities` and `agreements` are those of the account's own
    companies. Edges are those with both ends here; positions those of people here on the account's own
    companies and opportunities; interactions those with a participant who worked for the account or is an
    outsider, or at one of its own companies, or about one of its opportunities (participants who are neither
    theirs nor ours may be unknown here). Every list is ordered by its records' identity.
    """

    account: str
    revision: int
    companies: Sequence[Company]
    departments: Sequence[Department]
    people: Sequence[Person]
    works_in: Sequence[Employment]
    reports_to: Sequence[ReportingLine]
    influences: Sequence[Influence]
    conflicts: Sequence[Conflict]
    ties: Sequence[Tie]
    opportunities: Sequence[Opportunity]
    decision_roles: Sequence[DecisionRole]
    positions: Sequence[Position]
    interactions: Sequence[Interaction]
    agreements: Sequence[Agreement]


@dataclass(frozen=True, slots=True)
class Table:
    """What records of one kind say, column by column.

    `columns` holds at least the identity, each with a value for every record. A column that is not named is left
    as it is in the store; a named one with `None` becomes unknown. Values have the types of the record's fields.
    """

    kind: Kind[Any]
    columns: Mapping[str, Sequence[Any]]

    @classmethod
    def of(cls, kind: Kind[R], records: Sequence[R], columns: Sequence[str] | None = None) -> Table:
        """All that the records say, or what they say in some columns."""
        named = kind.column_names if columns is None else columns
        return cls(kind, {name: list(map(attrgetter(name), records)) for name in named})

    @classmethod
    def of_rows(cls, kind: Kind[Any], names: Sequence[str], rows: Sequence[Row]) -> Table:
        """The rows, each with a value for every one of the names."""
        columns: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(names)
        return cls(kind, dict(zip(names, columns, strict=True)))

    @property
    def row_count(self) -> int:
        """How many records say something."""
        return len(next(iter(self.columns.values())))

    def rows(self, start: int = 0, stop: int | None = None) -> list[Row]:
        """The values of the records from one place to another, in the order of the columns."""
        return list(zip(*(values[start:stop] for values in self.columns.values()), strict=True))


@dataclass(frozen=True, slots=True)
class Delete:
    """Take out the record of that identity, and what cannot be without it.

    Of a person: its employments, lines, influences, conflicts, ties, roles, positions and participations; an
    interaction without participants left goes too. Of an opportunity: its roles and positions; interactions
    stay without it. Of a department: people and employments stay without it (an employment that would then be
    the same as another goes), the departments below move to the one above it. A company that anything still
    refers to after the whole write is not taken out: BadInput.
    """

    kind: Kind[Any]
    identity: Identity


@dataclass(frozen=True, slots=True)
class Changes:
    """What one transaction writes: upserts in the order given, then deletes, then entries of the journal."""

    upserts: Sequence[Table] = ()
    deletes: Sequence[Delete] = ()
    entries: Sequence[Entry[Any]] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What a write did to the records of one kind: rows by what each did, and all that was deleted.

    `deleted` counts what went with a node too; a reference that was cleared with it is not counted.
    """

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What a write did, by kind that it named or deleted of, and the new revision of every account it touched.

    An account that this write made cease to be one is not among them.
    """

    tallies: Mapping[str, Tally]
    revisions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CompanyFilter:
    """Which companies to list; what is left out does not filter."""

    side: Annotated[str | None, word(Side, "Whose companies.")] = None
    grade: Annotated[str | None, word(Grade, "Customer grade.")] = None
    industry: Annotated[str | None, said("Industry, as recorded.")] = None
    region: Annotated[str | None, said("Region, as recorded.")] = None
    parent: Annotated[str | None, node(NodeKind.COMPANY, "Key of the company above.")] = None
    text: Annotated[str | None, said("Words of the name or key, as in `search`.")] = None
    accounts_only: Annotated[bool, said("Only the companies at the top of a customer's group.")] = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that a search found."""

    kind: str
    """A NodeKind: Company, Department, Person or Opportunity."""
    key: str
    name: str | None
    detail: str | None
    """What tells it from its namesakes: a person's title, a department's or opportunity's company key."""


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """Whether and as what the store answers."""

    backend: str
    version: str
    schema_version: int
    details: Mapping[str, str] = field(default_factory=dict)


Progress = Callable[[str, int, int], None]
"""Called with a record kind's name, the rows of it written so far and its total."""


class GraphStore(Protocol):
    """What is known, kept. One instance serves any number of concurrent tasks."""

    @property
    def postures(self) -> PostureStore:
        """The part of the store that keeps what was found."""
        ...

    async def migrate(self) -> int:
        """Bring the schema to the version this program knows; returns that version. Runs any number of times."""
        ...

    async def get_health(self) -> StoreHealth:
        """Answers from the store itself, not from memory."""
        ...

    async def get_revision(self, account: str) -> int:
        """The account's revision; NotInGraph("account", key) when the key is not an account's."""
        ...

    async def read_revisions(self) -> dict[str, int]:
        """The revision of every account, ordered by key."""
        ...

    async def get_rates_revision(self) -> int:
        """A number that grows with every write that alters a rate, and by no other: one light read."""
        ...

    async def read_account(self, viewer: Viewer, account: str) -> AccountRecords:
        """The account in one read transaction; NotInGraph("account", key) when the key is not an account's."""
        ...

    async def find_accounts(self, viewer: Viewer, kind: Kind[Any], key: str) -> tuple[str, ...]:
        """The accounts that a company, department, person or opportunity belongs to, by key.

        For a company its account; for a department or opportunity that of its company; none when the company
        is in no account. For a person every account whose people it is among: those it has worked in come
        first, then those where it is an outsider, then those it has ties into, then those in whose
        interactions it took part as one of ours; each part ordered by key.
        NotInGraph (its kind the record's name, as "Person") when the key names nothing.
        """
        ...

    async def find(self, viewer: Viewer, kind: Kind[R], by: str, values: Sequence[str]) -> list[R]:
        """The records whose text column `by` has one of the values, ordered by identity; any number of values.

        For a column of several keys (`participants`), those that hold one of the values.
        """
        ...

    def read(self, viewer: Viewer, kind: Kind[R]) -> AsyncIterator[Sequence[R]]:
        """Every record of the kind, ordered by identity, in batches. Text order is by code point, None first."""
        ...

    async def find_companies(
        self, viewer: Viewer, wanted: CompanyFilter, first: int, after: tuple[str, str] | None
    ) -> list[Company]:
        """At most `first` companies ordered by (name, key), those after the pair `after`."""
        ...

    async def search(self, viewer: Viewer, text: str, first: int, among: Collection[str] = ()) -> list[Hit]:
        """Companies, departments, people and opportunities that hold every word of the text; of the kinds `among`.

        Each word is part of the name, the key, the title, the e-mail or of the pinyin of a Chinese name or title,
        all written alike (`graph.search_text`). A person's title is that of the employment that began last, when
        a history tells it. All kinds when `among` names none; nothing for a blank text; QuestionRejected for too
        many words. Ordered: name or key equal to the text, then starting with it, then those that have words
        which begin like the text's, then the rest; then by the kind's name, by name (None first) and key, in code
        point order.
        """
        ...

    async def find_near(self, viewer: Viewer, kind: str, text: str, first: int) -> list[Hit]:
        """Nodes of the kind that may be meant by a key or name which is none: see `graph.nearness`.

        Those that hold most of the text's pieces (`graph.search_text.pieces`) first, then by name (None first) and
        key; none that holds no piece.
        """
        ...

    async def write(self, viewer: Viewer, changes: Changes, progress: Progress | None = None) -> WriteReport:
        """All of the changes or none, in one transaction. The caller has checked them (`graph.rules`).

        A Table row whose identity exists updates it. Deletes come one after the other; one of what is not
        there raises NotInGraph. BadInput when a record refers to a key that is not there in the end, or a new
        record lacks a required column: the last line of defence against two writers at once. Participants are
        a set: they come back in code point order, each once. `progress` is called in the event loop's thread.
        Entries touch no account's revision, count in no tally and come one after the other: several of one
        subject get successive numbers. WrittenMeanwhile, and nothing is written, when an entry names a number
        that is not the next one of its kind and subject.
        """
        ...

    async def read_entries(self, journal: Journal[E], subjects: Sequence[str] | None = None) -> list[Entry[E]]:
        """The journal's entries of that kind, of those subjects or all (None), ordered by subject and number.

        Any number of subjects; no subjects, no entries. Every entry comes with its number.
        """
        ...

    async def count_entries(self, journal: Journal[Any], subject: str) -> int:
        """How many entries the subject has: one light read."""
        ...

    async def close(self) -> None:
        """Let go of files and connections."""
        ...
