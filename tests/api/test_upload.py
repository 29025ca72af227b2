"""POST /import: a bundle as a body or a form, checked, limited, idempotent."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.api.conftest import TOKEN, Service, running

ZIP = {"content-type": "application/zip"}


def bundle(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return packed.getvalue()


GOOD = bundle(people="key,name,company\nzhou,周 Zhou,acme\n", ties="employee,contact,trust\nli,zhou,3\n")
BAD = bundle(people="key,name,company\nzhou,Zhou,acme\nwu,Wu,nowhere\nxu,Xu,acme\n")


async def test_a_zip_is_loaded_and_loading_it_again_changes_nothing(own_service: Service) -> None:
    first = await own_service.http.post("/import", content=GOOD, headers=ZIP)
    assert first.status_code == 200
    assert first.json()["tallies"]["people"] == {"created": 1, "changed": 0, "unchanged": 0, "deleted": 0}
    assert first.json()["revisions"].keys() == {"acme"}
    again = (await own_service.http.post("/import", content=GOOD, headers=ZIP)).json()
    assert again["tallies"]["ties"]["unchanged"] == 1
    assert again["revisions"] == {}
    found = await own_service.ask('{ person(key: "zhou") { name ties { employee { key } } } }')
    assert found["person"] == {"name": "周 Zhou", "ties": [{"employee": {"key": "li"}}]}


async def test_a_form_with_a_file_is_loaded_too(own_service: Service) -> None:
    response = await own_service.http.post("/import", files={"file": ("crm.zip", GOOD, "application/zip")})
    assert response.status_code == 200
    assert response.json()["tallies"]["people"]["created"] == 1


async def test_a_dry_run_writes_nothing(own_service: Service) -> None:
    report = (await own_service.http.post("/import?dry_run=true", content=GOOD, headers=ZIP)).json()
    assert report["dryRun"] is True
    assert report["tallies"]["people"]["created"] == 1
    assert (await own_service.ask('{ person(key: "zhou") { key } }'))["person"] is None


async def test_all_problems_come_back_and_nothing_is_written(own_service: Service) -> None:
    response = await own_service.http.post("/import", content=BAD, headers=ZIP)
    assert response.status_code == 422
    answer = response.json()
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    (problem,) = answer["problems"]
    assert (problem["file"], problem["row"], problem["column"], problem["value"]) == (
        "people",
        3,
        "company",
        "nowhere",
    )
    assert problem["expected"]
    assert (await own_service.ask('{ person(key: "zhou") { key } }'))["person"] is None


async def test_bad_rows_are_skipped_on_request_and_listed(own_service: Service) -> None:
    report = (await own_service.http.post("/import?skip_bad_rows=true", content=BAD, headers=ZIP)).json()
    assert report["tallies"]["people"]["created"] == 2
    assert report["skipped"] == 1
    assert report["problems"][0]["value"] == "nowhere"


@pytest.mark.parametrize("content", [b"", b"not a zip", GOOD[:40]], ids=["empty", "text", "cut off"])
async def test_a_file_that_is_no_bundle_is_refused_with_the_reason(service: Service, content: bytes) -> None:
    response = await service.http.post("/import", content=content, headers=ZIP)
    assert response.status_code == 422
    assert response.json()["problems"]


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"content": GOOD, "headers": {"content-type": "text/csv"}}, 415),
        ({"content": GOOD, "headers": {"content-type": "multipart/form-data; boundary=x"}}, 400),
        ({"content": GOOD, "headers": {"content-type": "multipart/form-data"}}, 400),
        ({"files": {"other": ("a.zip", GOOD)}}, 400),
        ({"files": {"file": ("a.exe", GOOD)}}, 422),
        ({"files": {"file": ("", GOOD)}}, 400),
        ({"files": [("file", ("a.zip", GOOD)), ("file", ("b.zip", GOOD))]}, 400),
    ],
)
async def test_other_uploads_are_client_errors(service: Service, given: dict[str, object], status: int) -> None:
    response = await service.http.post("/import", **given)  # type: ignore[arg-type]
    assert response.status_code == status
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("as_form", [True, False])
async def test_an_upload_over_the_limit_is_refused_while_it_comes(as_form: bool) -> None:
    async with running(upload_limit_megabytes=1) as service:
        large = b"x" * (2 * 2**20)
        given = {"files": {"file": ("a.zip", large)}} if as_form else {"content": large, "headers": ZIP}
        response = await service.http.post("/import", **given)  # type: ignore[arg-type]
        assert response.status_code == 413


async def test_an_upload_needs_the_token(locked_service: Service) -> None:
    assert (await locked_service.http.post("/import", content=GOOD, headers=ZIP)).status_code == 401
    headers = {**ZIP, "authorization": f"Bearer {TOKEN}"}
    assert (await locked_service.http.post("/import?dry_run=1", content=GOOD, headers=headers)).status_code == 200


@pytest.mark.parametrize("asked", ["dryrun=true", "dryRun=maybe", "dry-run=1", "skip=1"])
async def test_a_misspelt_parameter_never_writes(service: Service, asked: str) -> None:
    response = await service.http.post(f"/import?{asked}", content=GOOD, headers=ZIP)
    assert response.status_code == 400
    assert response.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize("asked", ["dryRun=true", "dry_run=1"])
async def test_a_dry_run_is_asked_for_in_either_spelling(service: Service, asked: str) -> None:
    response = await service.http.post(f"/import?{asked}", content=GOOD, headers=ZIP)
    assert response.json()["dryRun"] is True
