"""Guessing tokens: a client that guessed wrong too often waits, others do not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from crosswire.web import Settings
from crosswire.web.patience import WINDOW, WRONG, Patience
from tests.web.conftest import form_token, open_client
from tests.web.test_access import USERS, bearer


@pytest.fixture
def desk(own_case: Path) -> Iterator[TestClient]:
    with open_client(Settings(own_case, fast=True, users=USERS)) as opened:
        yield opened


def guess(desk: TestClient, times: int) -> list[int]:
    return [desk.get("/claims.json", headers=bearer(f"guess-{at}")).status_code for at in range(times)]


def test_too_many_wrong_tokens_must_wait(desk: TestClient) -> None:
    assert guess(desk, WRONG + 1) == [401] * WRONG + [429]
    answer = desk.get("/claims.json", headers=bearer("guess"))
    assert 0 < int(answer.headers["retry-after"]) <= WINDOW
    assert answer.headers["retry-after"] in answer.text
    assert "content-security-policy" in answer.headers


def test_the_right_token_waits_too_and_tells_nothing(desk: TestClient) -> None:
    guess(desk, WRONG)
    assert desk.get("/claims.json", headers=bearer("ada-token")).status_code == 429


def test_the_login_form_counts_as_well(desk: TestClient) -> None:
    token = form_token(desk, "/login")
    answers = [desk.post("/login", data={"token": "x", "form_token": token}).status_code for _ in range(WRONG + 1)]
    assert answers == [403] * WRONG + [429]


def test_who_is_in_already_goes_on_working(desk: TestClient) -> None:
    data = {"token": "ada-token", "form_token": form_token(desk, "/login")}
    assert desk.post("/login", data=data, follow_redirects=False).status_code == 303
    guess(desk, WRONG + 1)
    assert desk.get("/claims.json").status_code == 200


def test_without_users_there_is_nothing_to_guess(editor: TestClient) -> None:
    assert guess(editor, WRONG + 2) == [200] * (WRONG + 2)


def test_right_tokens_are_never_counted(desk: TestClient) -> None:
    for _ in range(WRONG + 2):
        assert desk.get("/claims.json", headers=bearer("bo-token")).status_code == 200


def test_a_client_waits_until_its_first_wrong_token_is_old_and_others_do_not() -> None:
    now = [0.0]
    patience = Patience(clock=lambda: now[0])
    for _ in range(WRONG):
        patience.wrong("192.0.2.1")
        now[0] += 1
    assert patience.wait("192.0.2.1") == WINDOW - WRONG
    assert patience.wait("192.0.2.2") == 0
    now[0] = WINDOW
    assert patience.wait("192.0.2.1") == 0
    patience.wrong("192.0.2.1")
    assert patience.wait("192.0.2.1") == 1


def test_a_subscriber_s_other_addresses_do_not_help() -> None:
    patience = Patience(clock=lambda: 0.0)
    for at in range(WRONG):
        patience.wrong(f"2001:db8::{at:x}")
    assert patience.wait("2001:db8::ffff") > 0
    assert patience.wait("2001:db8:0:1::1") == 0


def test_as_many_clients_as_like_take_bounded_memory() -> None:
    patience = Patience(clock=lambda: 0.0)
    for at in range(12_000):
        patience.wrong(f"client-{at}")
    assert len(patience._wrong) == 10_000
