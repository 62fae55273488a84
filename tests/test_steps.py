"""The pipeline's own contract: steps are ordered by what they need, and nothing registers itself."""

import pytest

from crosswire.errors import PipelineError
from crosswire.pipeline import BUILT_IN, Job, Step, build, run

GIVEN = frozenset({"job", "stdin", "progress"})


def test_built_in_steps_are_in_an_order_that_works() -> None:
    assert [step.name for step in build(BUILT_IN, given=GIVEN)] == [
        "packs",
        "annotator",
        "crew",
        "collect",
        "fit",
        "analyst",
        "understood",
        "until",
        "read",
        "weigh",
        "before",
        "assess",
    ]


def test_a_step_whose_needs_nobody_gives_is_refused_at_build_time() -> None:
    step = Step("rounds", ("treaty",), "rounds", lambda treaty: treaty)
    with pytest.raises(PipelineError, match="rounds: needs treaty"):
        build((*BUILT_IN, step), given=GIVEN)


def test_a_step_may_not_overwrite_an_input_of_the_run() -> None:
    with pytest.raises(PipelineError, match="input of the run"):
        build((Step("odd", (), "job", lambda: None),), given=GIVEN)


def test_a_step_that_gives_something_else_as_assessment_is_named() -> None:
    with pytest.raises(PipelineError, match="gave a str"):
        run(Job(), steps=(Step("odd", (), "assessment", lambda: "done"),))


@pytest.mark.parametrize("step", BUILT_IN, ids=lambda step: step.name)
def test_every_step_says_what_it_does(step: Step) -> None:
    assert step.run.__doc__
    assert step.gives.isidentifier()
