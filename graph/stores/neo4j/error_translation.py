"""The one place where errors of the driver become errors of Guanxi. No message holds a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Forbidden,
    Neo4jError,
    TransientError,
)

from graph.errors import StoreContractBroken, StoreUnavailable

_PASSING_CODES = (
    "Neo.ClientError.Database.",  # not there, or not started
    "Neo.ClientError.Cluster.",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.Terminated",
    "Neo.ClientError.Transaction.LockClientStopped",
    "Neo.DatabaseError.General.OutOfMemoryError",
    "Neo.DatabaseError.Transaction.",
)


@contextmanager
def translated_errors() -> Iterator[None]:
    """StoreUnavailable when the server cannot be reached or refuses; StoreContractBroken for all else."""
    try:
        yield
    except AuthError as error:
        raise StoreUnavailable("Neo4j refuses the user or the password (GUANXI_NEO4J_USER, …_PASSWORD)") from error
    except ConstraintError as error:
        raise StoreUnavailable("another program wrote the same to Neo4j at the same time") from error
    except ConfigurationError as error:
        raise StoreUnavailable(f"Neo4j cannot be addressed so: {error}") from error
    except DriverError as error:
        raise StoreUnavailable(f"Neo4j does not answer: {error}") from error
    except Neo4jError as error:
        said = f"Neo4j: {error.message} ({error.code})"
        code = error.code or ""
        if isinstance(error, TransientError | Forbidden) or code.startswith(_PASSING_CODES):
            raise StoreUnavailable(said) from error
        raise StoreContractBroken(said) from error
