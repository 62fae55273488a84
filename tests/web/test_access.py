"""Who may come in, who may write, and which writes are no page of ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.web import Settings
from crosswire.web.access import AccessError, Sessions, User, add_user, digest_of, load_users, user_of
from tests.web.conftest import HTML, form_token, open_client

USERS = (User("ada", "editor", digest_of("ada-token")), User("bo", "reader", digest_of("bo-token")))
WRITE = {"kind": "rate", "subject": "KRT", "value": "D"}


@pytest.fixture
def desk(own_case: Path) -> Iterator[TestClient]:
    with open_client(Settings(own_case, fast=True, users=USERS)) as opened:
        yield opened


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_without_a_token_nothing_is_shown(desk: TestClient) -> None:
    for path in ("/", "/claims.json", "/openapi.json", "/articles/x", "/add/1/events"):
        assert desk.get(path).status_code == 401
    answer = desk.get("/claims", headers=HTML, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/claims")


@pytest.mark.parametrize("token", ["", "wrong", "ada-toke", "ada-token2", digest_of("ada-token")])
def test_a_wrong_token_opens_nothing(desk: TestClient, token: str) -> None:
    assert desk.get("/claims.json", headers=bearer(token)).status_code == 401
    answer = desk.post("/login", data={"token": token or "x", "form_token": form_token(desk, "/login")})
    assert answer.status_code == 403


def test_a_reader_reads_and_does_not_write(desk: TestClient) -> None:
    assert desk.get("/claims.json", headers=bearer("bo-token")).status_code == 200
    assert desk.post("/decisions", data=WRITE, headers=bearer("bo-token")).status_code == 403
    assert desk.post("/add", data={"text": "words"}, headers=bearer("bo-token")).status_code == 403
    assert desk.get("/decisions.json", headers=bearer("bo-token")).json()["decisions"] == []


def test_an_editor_s_decision_carries_their_name(desk: TestClient) -> None:
    answer = desk.post("/decisions", data=WRITE, headers=bearer("ada-token"), follow_redirects=False)
    assert answer.status_code == 303
    (made,) = desk.get("/decisions.json", headers=bearer("ada-token")).json()["decisions"]
    assert made["decision"]["author"] == "ada"


def test_a_session_opens_by_token_and_ends(desk: TestClient) -> None:
    data = {"token": "ada-token", "form_token": form_token(desk, "/login"), "next": "/claims?q=a"}
    answer = desk.post("/login", data=data, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?q=a")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=Strict" in answer.headers["set-cookie"]
    assert desk.get("/claims").status_code == 200
    desk.post("/logout", data={"form_token": form_token(desk, "/add")}, follow_redirects=False)
    assert desk.get("/claims").status_code == 401


@pytest.mark.parametrize("place", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_login_leads_to_this_server_only(desk: TestClient, place: str) -> None:
    data = {"token": "ada-token", "form_token": form_token(desk, "/login"), "next": place}
    assert desk.post("/login", data=data, follow_redirects=False).headers["location"] == "/"


def test_a_forged_session_is_nobody_s(desk: TestClient) -> None:
    for cookie in ("ada.99999999999.x.0000", "ada", "....", "ada.1.x." + "0" * 64):
        assert desk.get("/claims", headers={"cookie": f"crosswire_session={cookie}"}).status_code == 401


def test_a_session_ends_with_time() -> None:
    now = [1_000.0]
    sessions = Sessions(clock=lambda: now[0])
    cookie = sessions.open("ada")
    assert sessions.name(cookie) == "ada"
    now[0] += 13 * 3600
    assert sessions.name(cookie) is None


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
    ids=["cross-site", "sibling-site", "other-origin", "no-origin-told"],
)
def test_another_site_s_form_writes_nothing(editor: TestClient, headers: dict[str, str]) -> None:
    data = {**WRITE, "form_token": form_token(editor)}
    assert editor.post("/decisions", data=data, headers=headers).status_code == 403
    assert editor.get("/decisions.json").json()["decisions"] == []


def test_a_write_needs_its_session_s_form_token(editor: TestClient, own_case: Path) -> None:
    form_token(editor)
    with open_client(Settings(own_case, fast=True)) as other:
        stolen = form_token(other)
    for token in ("", "x", stolen):
        assert editor.post("/decisions", data={**WRITE, "form_token": token}).status_code == 403
        assert editor.post("/add", data={"text": "words", "form_token": token}).status_code == 403
    assert editor.get("/decisions.json").json()["decisions"] == []


def test_a_name_pointed_at_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/claims.json", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/claims.json", headers={"host": "localhost:8765"}).status_code == 200
    assert client.get("/claims.json", headers={"host": "[::1]:8765"}).status_code == 200


def test_every_answer_forbids_scripts_and_frames(client: TestClient) -> None:
    for path in ("/", "/claims.json", "/nowhere", "/static/app.js"):
        policy = client.get(path, headers=HTML).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert client.get(path).headers["x-content-type-options"] == "nosniff"


def test_users_are_kept_by_digest_alone(tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    token = add_user(file, "ada", "editor")
    add_user(file, "bo", "reader")
    users = load_users(file)
    assert token not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    found = user_of(token, users)
    assert found is not None
    assert (found.name, found.role) == ("ada", "editor")
    with pytest.raises(AccessError, match="there already"):
        add_user(file, "ada", "reader")


def test_a_broken_file_of_users_is_told(tmp_path: Path) -> None:
    file = tmp_path / "desk.toml"
    file.write_text('[ada]\nrole = "owner"\ntoken_sha256 = "x"\n')
    with pytest.raises(AccessError, match="--add-user"):
        load_users(file)
