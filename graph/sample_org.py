"""The demo world: a supplier, 14 customer groups and ten stories that the questions find.

Everything is invented, seeded and relative to a day, so that the demo never ages: the same seed and day make the
same tables. `STORIES` names who is in each story.
"""

from __future__ import annotations

from datetime import date

from graph.policy_book import PolicyChange, version_entry
from graph.sample.customers import CUSTOMERS
from graph.sample.histories import add_handovers, add_histories
from graph.sample.influences import add_influences
from graph.sample.interactions import add_agreements, add_interactions
from graph.sample.money import BASE_CURRENCY, add_rates
from graph.sample.opportunities import add_opportunities
from graph.sample.organisation import add_customers
from graph.sample.outsiders import add_outsiders
from graph.sample.planting import plant_stories
from graph.sample.stories import STORIES, Story
from graph.sample.supplier import add_supplier
from graph.sample.ties import add_ties
from graph.sample.world import World
from graph.store import Changes, Table
from graph.viewer import SERVICE

__all__ = ["STORIES", "Story", "sample_changes", "sample_org"]


def sample_org(seed: int = 7, today: date | None = None) -> list[Table]:
    """The demo world as it stands on `today` (the present day when None), ready to be written to a store.

    About 1,100 people on both sides, 60 opportunities and two years of interactions. The stories are in it with
    every seed.
    """
    world = World(seed, today or date.today())
    add_supplier(world)
    add_customers(world, CUSTOMERS)
    add_outsiders(world)
    plant_stories(world)
    for customer in CUSTOMERS:
        add_ties(world, customer)
        add_influences(world, customer)
        add_opportunities(world, customer)
        add_histories(world, customer)
        add_handovers(world, customer)
        add_interactions(world, customer)
        add_agreements(world, customer)
    add_rates(world)
    return world.tables()


def sample_changes(seed: int = 7, today: date | None = None) -> Changes:
    """The demo world with the currency that it adds money in: what an empty store is given."""
    day = today or date.today()
    in_base_currency = version_entry(
        1,
        None,
        [PolicyChange("base_currency", None, BASE_CURRENCY)],
        at=f"{day.isoformat()}T00:00:00.000000+00:00",
        viewer=SERVICE.named("guanxi demo"),
        note="The currency that the demo world adds money in.",
    )
    return Changes(upserts=sample_org(seed, day), entries=(in_base_currency,))
