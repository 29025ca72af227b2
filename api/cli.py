"""The `guanxi` command: one module of `api.commands` per group of subcommands."""

from __future__ import annotations

import typer

from api.commands import ask, exchange, neo4j_server, rates, refreshing, review, service

app = typer.Typer(name="guanxi", help="Relationship intelligence for key accounts.", no_args_is_help=True)
service.register(app)
exchange.register(app)
refreshing.register(app)
review.register(app)
app.add_typer(ask.app, name="ask")
app.add_typer(rates.app, name="rates")
app.add_typer(neo4j_server.app, name="neo4j")

if __name__ == "__main__":
    app()
