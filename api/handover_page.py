"""A handover plan as a page to print and tick off: one HTML file on A4, with its style in it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.handover_words import REASONS, what_helps, why
from graph.messages.language import Language
from graph.messages.message import Share
from queries.asking.names import Names
from queries.handover_plan import HandoverPlan

_TEMPLATES = Environment(
    loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_STYLE = Path(__file__).with_name("templates").joinpath("handover_plan.css").read_text(encoding="utf-8")

CONTENT_SECURITY_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For serving the page: its own style and nothing else."""


def handover_page(plan: HandoverPlan, names: Names) -> str:
    """The page as text; everything that people typed is escaped."""
    return _TEMPLATES.get_template("handover_plan.html.j2").render(
        plan=plan,
        person=names.person,
        company=names.company,
        percent=lambda share: Share(share).text(Language.EN),
        reasons=REASONS,
        why=why,
        what_helps=what_helps,
        style=_STYLE,
    )
