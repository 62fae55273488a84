"""The published description, taken at its word and strained: nothing sent makes the server fail."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from crosswire.web import Settings, create_app
from crosswire.web.access import User, digest_of

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
USERS = (User("ada", "editor", digest_of("token")),)


@pytest.mark.slow
def test_nothing_sent_makes_the_server_fail(own_case: Path) -> None:
    app = create_app(Settings(own_case, fast=True, users=USERS))
    schema = schemathesis.openapi.from_asgi(
        "/openapi.json", app, headers={"Authorization": "Bearer token", "Host": "localhost"}
    )
    failed, tried = list[str](), 0

    for result in schema.get_all_operations():
        operation = result.ok()
        if operation.path.endswith("/events") or (operation.method, operation.path) == ("post", "/decisions"):
            continue  # a stream, and writes that weigh the case anew each time: both have tests of their own
        if operation.path.endswith(".json"):
            continue  # a page is its twin's handler and a template besides

        @settings(
            max_examples=2,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def check(case: Any) -> None:
            nonlocal tried
            tried += 1
            answer = case.call(headers={"Authorization": "Bearer token", "Host": "localhost"})
            if answer.status_code >= 500:
                failed.append(f"{answer.status_code} {case.method} {case.formatted_path} {case.query}")

        given(case=operation.as_strategy())(check)()
    assert tried > 30
    assert not failed, failed
