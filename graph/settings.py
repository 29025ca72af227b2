"""What an operator may set: 12-factor settings, from variables with the prefix `GUANXI_`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.home_paths import in_home
from graph.messages.language import Language
from graph.store_url import STORE_SCHEMES

PREFIX = "GUANXI_"

_Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
_Path = Annotated[Path, AfterValidator(in_home)]


def _with_small_scheme(url: str) -> str:
    """The schemes of stores are the same in capitals."""
    scheme, colon, rest = url.partition(":")
    return f"{scheme.lower()}{colon}{rest}" if scheme.lower() in STORE_SCHEMES else url


def _small(value: Any) -> Any:
    return value.strip().lower() if isinstance(value, str) else value


def _capitals(value: Any) -> Any:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseSettings):
    """Everything that an operator may set, from the environment alone. Field `store_url` is `GUANXI_STORE_URL`.

    Names are the same in small letters, blanks around a value are none of it, and an empty value is none.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, str_strip_whitespace=True, extra="ignore", frozen=True
    )

    store_url: Annotated[str, AfterValidator(_with_small_scheme)] = Field(
        "sqlite:///var/guanxi.db", description="sqlite:///path, memory:, neo4j:// or bolt://"
    )
    neo4j_user: str = Field("neo4j", description="user of the Neo4j store")
    neo4j_password: SecretStr | None = Field(None, description="password of the Neo4j store")
    neo4j_database: str = Field("neo4j", description="database of the Neo4j store")
    store_timeout_seconds: _Seconds = Field(30.0, description="longest that one read may take in the store")
    host: str = Field("127.0.0.1", description="address to listen on; another than loopback needs api_token")
    port: int = Field(8080, ge=0, le=65535, description="port to listen on")
    api_token: SecretStr | None = Field(None, description="bearer token that every request must carry")
    policy_file: _Path | None = Field(None, description="TOML file with other numbers than the defaults")
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_capitals)] = Field(
        "INFO", description="DEBUG, INFO, WARNING or ERROR"
    )
    language: Annotated[Language | None, BeforeValidator(_small)] = Field(
        None, description="what commands are told in, en or zh; as the locale says when left out"
    )
    snapshot_count: int = Field(256, ge=1, description="account snapshots kept in memory")
    people_limit: int = Field(50_000, ge=1, description="people of one account that a question may be asked of")
    upload_limit_megabytes: int = Field(512, ge=1, description="largest bundle that may be uploaded")
    refresh_in_background: bool = Field(True, description="whether the service recomputes stale accounts itself")
    refresh_interval_seconds: _Seconds = Field(2.0, description="how often it looks for stale accounts")
    lease_seconds: _Seconds = Field(60.0, description="how long a process may take for the accounts it claims")
    live_account_count: int = Field(1000, ge=0, description="stale accounts that one answer may read itself")


VARIABLES = tuple(f"{PREFIX}{name.upper()}" for name in Settings.model_fields)
"""The names of all settings, as variables."""
