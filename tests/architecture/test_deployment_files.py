"""What Dockerfile, docker-compose.yml and .env.example promise to an operator."""

from __future__ import annotations

import re

import pytest
import yaml
from pydantic import SecretStr

from graph.settings import Settings
from tests.architecture.checkout import ROOT, pyproject

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")


def _instructions() -> list[tuple[str, str]]:
    """(instruction, arguments) of the Dockerfile, continued lines joined."""
    joined = re.sub(r"\\\n\s*", " ", DOCKERFILE)
    lines = [line.strip() for line in joined.splitlines() if line.strip() and not line.startswith("#")]
    return [(name.upper(), rest) for name, _, rest in (line.partition(" ") for line in lines)]


def _last_stage() -> list[tuple[str, str]]:
    found = _instructions()
    start = max(index for index, (name, _) in enumerate(found) if name == "FROM")
    return found[start:]


def _settings_in_example() -> dict[str, str | None]:
    """Each setting of .env.example; None where it is commented out."""
    named = re.findall(r"^(# )?(GUANXI_[A-Z_0-9]+)=(.*)$", EXAMPLE, flags=re.MULTILINE)
    return {name: None if hash_sign else value for hash_sign, name, value in named}


def test_the_image_does_not_run_as_root() -> None:
    users = [rest for name, rest in _last_stage() if name == "USER"]
    assert users
    assert users[-1].split(":")[0] not in ("root", "0")


def test_the_image_says_whether_it_is_ready() -> None:
    checks = [rest for name, rest in _last_stage() if name == "HEALTHCHECK"]
    assert len(checks) == 1
    assert "/health/ready" in checks[0]


def test_the_image_leaves_the_build_behind() -> None:
    assert [name for name, _ in _instructions()].count("FROM") == 2
    assert not any(name == "RUN" and "pip" in rest for name, rest in _last_stage())


def test_the_image_can_be_built_without_buildkit() -> None:
    assert "# syntax=" not in DOCKERFILE
    assert "--mount" not in DOCKERFILE
    assert "<<" not in DOCKERFILE


def test_the_image_is_made_of_the_packages_and_their_lock_only() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {
        source
        for name, rest in _instructions()
        if name == "COPY" and "--from" not in rest
        for source in rest.split()[:-1]
    }
    assert copied == kept


@pytest.mark.parametrize("name", ["GUANXI_NEO4J_PASSWORD", "GUANXI_API_TOKEN", "NEO4J_AUTH"])
def test_a_secret_is_asked_for_and_never_written(name: str) -> None:
    given = [
        service["environment"][name] for service in COMPOSE["services"].values() if name in service["environment"]
    ]
    assert given
    for value in given:
        assert re.search(r"\$\{GUANXI_\w+:\?[^}]+\}$", value), value
    assert not re.search(rf"{name}\s*=\s*\S", DOCKERFILE)


@pytest.mark.parametrize("service", ["neo4j", "api"])
def test_every_service_says_whether_it_is_healthy(service: str) -> None:
    assert COMPOSE["services"][service]["healthcheck"]["test"]


def test_the_api_waits_for_a_healthy_neo4j_and_migrates_before_it_serves() -> None:
    api = COMPOSE["services"]["api"]
    assert api["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "guanxi migrate && exec guanxi serve" in api["command"][-1]


def test_neo4j_is_the_line_that_is_tested_and_keeps_its_data_in_a_named_volume() -> None:
    neo4j = COMPOSE["services"]["neo4j"]
    assert neo4j["image"].startswith("neo4j:5.26")
    volumes = dict(mount.split(":")[:2] for mount in neo4j["volumes"])
    assert {name for name, place in volumes.items() if place == "/data"} <= set(COMPOSE["volumes"])


def test_nothing_is_published_beyond_loopback() -> None:
    published = [port for service in COMPOSE["services"].values() for port in service.get("ports", [])]
    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_the_composed_image_has_the_version_of_the_project() -> None:
    assert COMPOSE["services"]["api"]["image"] == f"guanxi:{pyproject()['project']['version']}"


def test_the_example_environment_names_every_setting_and_no_other() -> None:
    assert set(_settings_in_example()) == {f"GUANXI_{name.upper()}" for name in Settings.model_fields}


def test_the_example_environment_gives_the_defaults() -> None:
    given = _settings_in_example()
    for name, field in Settings.model_fields.items():
        default = field.get_default()
        value = given[f"GUANXI_{name.upper()}"]
        assert value == (None if default is None else str(default)), name


def test_the_example_environment_gives_no_secret() -> None:
    secret = [name for name, field in Settings.model_fields.items() if SecretStr in _types(field.annotation)]
    assert secret
    assert all(_settings_in_example()[f"GUANXI_{name.upper()}"] is None for name in secret)


def _types(annotation: object) -> tuple[object, ...]:
    return getattr(annotation, "__args__", (annotation,))
