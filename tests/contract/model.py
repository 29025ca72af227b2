"""The port in plain Python: dictionaries of records, and an account's records by `tests.oracle`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.model.cell import ColumnType
from graph.model.kind import Kind
from graph.model.record_kinds import RECORD_KINDS
from graph.store import Changes, Delete, Tally
from tests.contract.writing import contents
from tests.oracle.account_records import account_records
from tests.oracle.companies import account_of

Records = dict[str, dict[tuple[Any, ...], Any]]


class RefusedError(Exception):
    """The write refers to what is not there, or deletes it."""


class Model:
    """What a store has to hold and count after the writes so far."""

    def __init__(self) -> None:
        self.records: Records = {name: {} for name in RECORD_KINDS}
        self.accounts: dict[str, dict[str, list[Any]]] = {}
        """The records of each account there is."""
        self.ever: dict[str, int] = {}
        """The revision of each account there ever was."""

    @property
    def revisions(self) -> dict[str, int]:
        return {account: self.ever[account] for account in sorted(self.accounts)}

    def rows(self, kind: Kind[Any]) -> list[tuple[Any, ...]]:
        """Every record of the kind in order of identity, None first."""
        found = self.records[kind.name]
        ordered = sorted(found, key=lambda identity: [(part is not None, part or "") for part in identity])
        return [tuple(found[identity]) for identity in ordered]

    def accepts(self, changes: Changes) -> bool:
        """Whether a write of these would be carried out."""
        try:
            _Attempt({name: dict(found) for name, found in self.records.items()}).carry_out(changes)
        except RefusedError:
            return False
        return True

    def write(self, changes: Changes) -> tuple[dict[str, Tally], dict[str, int]]:
        """The tallies and the revisions that the write's report has; RefusedError, and nothing is changed."""
        attempt = _Attempt({name: dict(found) for name, found in self.records.items()})
        attempt.carry_out(changes)
        self.records = attempt.records
        accounts = self._read_accounts()
        moved = {
            account: self.ever.get(account, 0) + 1
            for account in sorted(accounts)
            if accounts[account] != self.accounts.get(account)
        }
        self.accounts = accounts
        self.ever |= moved
        return attempt.tallies(), moved

    def _read_accounts(self) -> dict[str, dict[str, list[Any]]]:
        world = {name: list(found.values()) for name, found in self.records.items()}
        roots = [each.key for each in world["companies"] if account_of(world, each.key) == each.key]
        return {root: contents(account_records(world, root)) for root in roots}


class _Attempt:
    """One write on a copy of the records."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.counts: Counter[tuple[str, str]] = Counter()

    def carry_out(self, changes: Changes) -> None:
        for table in changes.upserts:
            for row in table.rows():
                self._upsert(table.kind, dict(zip(table.columns, row, strict=True)))
        for delete in changes.deletes:
            self._delete(delete)
        self._check_references()

    def tallies(self) -> dict[str, Tally]:
        kinds = [name for name in RECORD_KINDS if any(kind == name for kind, _ in self.counts)]
        return {
            name: Tally(**{what: n for (kind, what), n in self.counts.items() if kind == name}) for name in kinds
        }

    def _upsert(self, kind: Kind[Any], values: dict[str, Any]) -> None:
        if "participants" in values:
            values["participants"] = tuple(sorted(set(values["participants"])))
        identity = tuple(values[name] for name in kind.identity)
        before = self.records[kind.name].get(identity)
        after = kind.record(**values) if before is None else before.replace(**values)
        self.records[kind.name][identity] = after
        what = "created" if before is None else "unchanged" if before == after else "changed"
        self.counts[kind.name, what] += 1

    def _delete(self, delete: Delete) -> None:
        kind, key = delete.kind.name, delete.identity[0]
        if delete.identity not in self.records[kind]:
            raise RefusedError
        gone = self.records[kind][delete.identity]
        self._take_out(kind, delete.identity)
        if kind == "people":
            for name in (
                "works_in",
                "reports_to",
                "influences",
                "conflicts",
                "ties",
                "decision_roles",
                "positions",
            ):
                ends = [c.name for c in RECORD_KINDS[name].columns if c.refers_to == "people"]
                self._take_out_where(name, lambda record, ends=ends: key in [getattr(record, end) for end in ends])
            for meeting in list(self.records["interactions"].values()):
                rest = tuple(person for person in meeting.participants if person != key)
                self.records["interactions"][meeting.key,] = meeting.replace(participants=rest)
            self._take_out_where("interactions", lambda meeting: not meeting.participants)
        if kind == "opportunities":
            for name in ("decision_roles", "positions"):
                self._take_out_where(name, lambda record: record.opportunity == key)
            self._replace_where("interactions", "opportunity", key, None)
        if kind == "departments":
            self._replace_where("departments", "parent", key, gone.parent)
            self._replace_where("people", "department", key, None)
            self._let_employments_go(key)

    def _take_out(self, kind: str, identity: tuple[Any, ...]) -> None:
        del self.records[kind][identity]
        self.counts[kind, "deleted"] += 1

    def _take_out_where(self, kind: str, is_gone: Any) -> None:
        for identity in [identity for identity, record in self.records[kind].items() if is_gone(record)]:
            self._take_out(kind, identity)

    def _replace_where(self, kind: str, column: str, before: str, after: str | None) -> None:
        for identity, record in self.records[kind].items():
            if getattr(record, column) == before:
                self.records[kind][identity] = record.replace(**{column: after})

    def _let_employments_go(self, department: str) -> None:
        for job in [job for job in self.records["works_in"].values() if job.department == department]:
            del self.records["works_in"][job.person, job.company, job.department, job.valid_from]
            identity = (job.person, job.company, None, job.valid_from)
            if identity in self.records["works_in"]:
                self.counts["works_in", "deleted"] += 1
            else:
                self.records["works_in"][identity] = job.replace(department=None)

    def _check_references(self) -> None:
        for name, kind in RECORD_KINDS.items():
            for column in kind.columns:
                if column.refers_to is None:
                    continue
                for record in self.records[name].values():
                    value = getattr(record, column.name)
                    keys = value if column.type is ColumnType.KEYS else [value]
                    if any(key is not None and (key,) not in self.records[column.refers_to] for key in keys):
                        raise RefusedError
