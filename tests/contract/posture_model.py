"""The port for postures in plain Python, for accounts that are given by key."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph.posture import ComputedPosture, FindingOrder, KeptFinding, PortfolioOrder, Posture, Standard


class PostureModel:
    """What a store of postures has to hold after the work so far; no lease runs out by itself here."""

    def __init__(self) -> None:
        self.revisions: Counter[str] = Counter()
        """Of every account there ever was."""
        self.accounts: set[str] = set()
        self.kept: dict[str, ComputedPosture] = {}
        self.since: dict[tuple[str, str], str] = {}
        self.days: dict[tuple[str, str], Posture] = {}
        self.leases: dict[str, tuple[str, bool]] = {}
        """The holder of each, and whether the lease still runs."""

    def add(self, account: str) -> None:
        """It is an account now, or has changed."""
        self.accounts.add(account)
        self.revisions[account] += 1

    def take_out(self, account: str) -> None:
        """It is none any more."""
        self.accounts.discard(account)

    def stale(self, standard: Standard) -> list[str]:
        """As `find_stale`."""
        return [account for account in sorted(self.accounts) if self._is_stale(account, standard)]

    def _is_stale(self, account: str, standard: Standard) -> bool:
        if account not in self.kept:
            return True
        posture = self.kept[account].posture
        return (posture.revision, posture.standard) != (self.revisions[account], standard)

    def claim(
        self, standard: Standard, holder: str, count: int, is_running: bool, after: str | None
    ) -> list[tuple[str, int]]:
        """As `claim_stale`; a lease that does not run has run out at once."""
        for gone in (self.kept.keys() | self.leases.keys()) - self.accounts:
            self.kept.pop(gone, None)
            self.leases.pop(gone, None)
            self.since = {pair: moment for pair, moment in self.since.items() if pair[0] != gone}
        behind = [account for account in self.stale(standard) if after is None or account > after]
        free = [account for account in behind if not self.leases.get(account, ("", False))[1]]
        for account in free[:count]:
            self.leases[account] = (holder, is_running)
        return [(account, self.revisions[account]) for account in free[:count]]

    def write(self, computed: ComputedPosture, holder: str) -> bool:
        """As `write_posture`."""
        posture = computed.posture
        account = posture.account
        if account not in self.accounts or self.leases.get(account, ("", False))[0] != holder:
            return False
        before = self.since
        self.since = {pair: moment for pair, moment in before.items() if pair[0] != account}
        for found in computed.findings:
            self.since[account, found.id] = before.get((account, found.id), posture.computed_at)
        self.kept[account] = computed
        self.days[account, posture.standard.day] = posture
        del self.leases[account]
        return True

    def release(self, account: str, holder: str) -> None:
        """As `release` of one account."""
        if self.leases.get(account, ("", False))[0] == holder:
            del self.leases[account]

    def portfolio(self, order: PortfolioOrder) -> list[Posture]:
        """Every posture by rank in that order."""
        here = [computed for account, computed in self.kept.items() if account in self.accounts]
        return [each.posture for each in sorted(here, key=lambda each: each.ranks[order])]

    def findings(self) -> list[KeptFinding]:
        """Every finding, the worst first."""
        found = [
            replace(finding, since=self.since[account, finding.id], legend=computed.legend)
            for account, computed in self.kept.items()
            if account in self.accounts
            for finding in computed.findings
        ]
        return sorted(found, key=lambda each: each.place(FindingOrder.SEVERITY))

    def posture_days(self, account: str) -> list[Posture]:
        """As `read_posture_days` of all days."""
        return [posture for (key, _), posture in sorted(self.days.items()) if key == account]
