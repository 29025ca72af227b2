"""The environment, read once: 12-factor settings with the prefix `GUANXI_`, also from a `.env` file."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that an operator may set. Field `store_url` is `GUANXI_STORE_URL`, and so on."""

    model_config = SettingsConfigDict(
        env_prefix="GUANXI_", env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True
    )

    store_url: str = Field("sqlite:///var/guanxi.db", description="sqlite:///path, memory:, neo4j:// or bolt://")
    neo4j_user: str = Field("neo4j", description="user of the Neo4j store")
    neo4j_password: SecretStr | None = Field(None, description="password of the Neo4j store")
    neo4j_database: str = Field("neo4j", description="database of the Neo4j store")
    store_timeout_seconds: float = Field(30.0, gt=0, description="longest that one read may take in the store")
    host: str = Field("127.0.0.1", description="address to listen on; another than loopback needs api_token")
    port: int = Field(8080, ge=0, le=65535, description="port to listen on")
    api_token: SecretStr | None = Field(None, description="bearer token that every request must carry")
    policy_file: Path | None = Field(None, description="TOML file with other numbers than the defaults")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    snapshot_count: int = Field(256, ge=1, description="account snapshots kept in memory")
    people_limit: int = Field(50_000, ge=1, description="people of one account that a question may be asked of")
    upload_limit_megabytes: int = Field(512, ge=1, description="largest bundle that may be uploaded")
    refresh_in_background: bool = Field(True, description="whether the service recomputes stale accounts itself")
    refresh_interval_seconds: float = Field(2.0, gt=0, description="how often it looks for stale accounts")
    lease_seconds: float = Field(60.0, gt=0, description="how long a process may take for the accounts it claims")
    live_account_count: int = Field(1000, ge=0, description="stale accounts that one answer may read itself")
