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
from graph.messages.told import Told

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
        raise StoreUnavailable(
            Told(
                "Neo4j refuses the user or the password (GUANXI_NEO4J_USER, …_PASSWORD)",
                "Neo4j 拒绝了用户名或密码（GUANXI_NEO4J_USER、…_PASSWORD）",
            )
        ) from error
    except ConstraintError as error:
        raise StoreUnavailable(
            Told(
                "another program wrote the same to Neo4j at the same time", "另一程序同时向 Neo4j 写入了相同的数据"
            )
        ) from error
    except ConfigurationError as error:
        raise StoreUnavailable(
            Told(f"Neo4j cannot be addressed so: {error}", f"不能这样访问 Neo4j：{error}")
        ) from error
    except DriverError as error:
        raise StoreUnavailable(Told(f"Neo4j does not answer: {error}", f"Neo4j 没有响应：{error}")) from error
    except Neo4jError as error:
        said = f"Neo4j: {error.message} ({error.code})"
        code = error.code or ""
        if isinstance(error, TransientError | Forbidden) or code.startswith(_PASSING_CODES):
            raise StoreUnavailable(Told(said, said)) from error
        raise StoreContractBroken(Told(said, said)) from error
