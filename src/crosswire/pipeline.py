"""
The one file that knows which steps exist and in what order.

A step is a named function with `needs` and `gives`. The order of the built-in tuple is the order of work; a step
whose needs nobody gives is refused when the pipeline is built, not when it runs. Third parties add steps by entry
points in the group `crosswire.steps`; each must name a `Step`.
"""

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from crosswire import __version__
from crosswire.errors import PipelineError, SourceError, StoreError
from crosswire.model import Analyst, Article, Assessment, Decision, Dossier, Reading, Skipped, standing
from crosswire.packs import Packs, choose_analyst, chosen_for, load
from crosswire.read import Annotator, Crew, choose_annotator, is_worth_a_crew, read_alone
from crosswire.sources import collect, count

if TYPE_CHECKING:
    from crosswire.assess import Stride
    from crosswire.weigh import Kept, Vocabulary

Progress = Callable[[str, int, int | None], None]


class Inputs(msgspec.Struct, frozen=True):
    """What the user gave: articles that could be read, each once, and what could not."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


class Job(msgspec.Struct, frozen=True):
    """The settings of one run. `jobs` is how many processes read; `since` asks what changed after that date, `fast` to
    read by rules alone, `analyst` names who it is written for, or that analyst's file; `by` is what the timeline
    gives a date to.
    """

    paths: tuple[str, ...] = ()
    question: str | None = None
    as_of: dt.date | None = None
    packs: tuple[str, ...] = ()
    jobs: int = 1
    since: dt.date | None = None
    fast: bool = False
    analyst: str | None = None
    by: "Stride" = "day"


class Step(msgspec.Struct, frozen=True):
    """A named function of earlier results: called with the values named in `needs`, it returns the value `gives`."""

    name: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[..., object]


def run(
    job: Job,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
    steps: Sequence[Step] | None = None,
) -> Assessment:
    """
    Run the main job and return its assessment.

    Raises `SourceError` when no input gives an article, `PackError` and `PipelineError` as their parts do.
    """
    values: dict[str, object] = {"job": job, "stdin": stdin, "progress": progress or _silent}
    ordered = build(steps or (*BUILT_IN, *installed()), given=frozenset(values))
    with _uncollected(), ExitStack() as open_things:
        for step in ordered:
            value = values[step.gives] = step.run(*(values[need] for need in step.needs))
            if isinstance(value, Crew):
                open_things.enter_context(value)
    result = values["assessment"]
    if not isinstance(result, Assessment):
        raise PipelineError(f"the steps gave a {type(result).__name__} as assessment; mend the step that gives it")
    return result


def build(steps: Sequence[Step], *, given: frozenset[str]) -> tuple[Step, ...]:
    """Return the steps after checking that each one's needs are given before it and no value is given twice."""
    have = set(given)
    for step in steps:
        missing = [need for need in step.needs if need not in have]
        if missing:
            raise PipelineError(
                f"step {step.name}: needs {', '.join(missing)}, which no earlier step gives; given: {sorted(have)}"
            )
        if step.gives in given:
            raise PipelineError(f"step {step.name}: gives {step.gives}, which is an input of the run; rename it")
        have.add(step.gives)
    return tuple(steps)


def installed() -> list[Step]:
    """Return the steps that installed packages add, sorted by name; they run after the built-in ones."""
    found = [(point.name, point.load()) for point in entry_points(group="crosswire.steps")]
    wrong = [name for name, step in found if not isinstance(step, Step)]
    if wrong:
        raise PipelineError(f"entry point {wrong[0]} in crosswire.steps: expected a crosswire.pipeline.Step")
    return [step for _, step in sorted(found, key=lambda one: one[0])]


def load_packs(job: Job) -> Packs:
    """Load the packs of a job, the default ones when it names none."""
    return load(*job.packs)


def fit_packs(job: Job, asked: Packs, collected: Inputs) -> Packs:
    """Return the packs to read with: where the job names none, also those of the subject that its reports are on."""
    return asked if job.packs else load(*chosen_for(one.text for one in collected.articles))


def collect_inputs(
    job: Job, packs: Packs, stdin: BinaryIO | None, progress: Progress, crew: Crew | None = None
) -> Inputs:
    """Open every input once; the same article found twice is kept once. A `crew` begins to read what is open."""
    total = count(job.paths)
    articles: dict[str, Article] = {}
    skipped: list[Skipped] = []
    near = [job.as_of] if job.as_of else []
    for done, item in enumerate(collect(job.paths, outlets=packs.outlets, stdin=stdin, near=near), start=1):
        if isinstance(item, Skipped):
            skipped.append(item)
        elif item.id not in articles or item.location < articles[item.id].location:
            articles[item.id] = item
            if crew and job.as_of is None:
                crew.begin(item)
        progress("Opening", done, max(total, done))
    if not articles:
        reasons = "; ".join(f"{one.location}: {one.reason}" for one in skipped[:3])
        raise SourceError(f"no report could be read in {', '.join(job.paths)}" + (f" ({reasons})" if reasons else ""))
    return Inputs(tuple(sorted(articles.values(), key=lambda one: one.id)), tuple(sorted(skipped)))


def pick_analyst(job: Job, packs: Packs) -> Analyst | None:
    """Find who the assessment is written for, None when the job names nobody."""
    return choose_analyst(job.analyst, packs) if job.analyst else None


def understood(inputs: Inputs, analyst: Analyst | None) -> Inputs:
    """Leave out reports in languages the analyst does not read, saying so; one of unknown language stays."""
    languages = analyst.languages if analyst else ()
    kept = tuple(one for one in inputs.articles if not languages or one.language in (None, *languages))
    if not kept:
        raise SourceError(f"no report is in {', '.join(languages)}; widen the analyst's languages")
    chosen = {one.id for one in kept}
    foreign = [one for one in inputs.articles if one.id not in chosen]
    left = [Skipped(one.location or one.id, f"in {one.language}, which the analyst does not read") for one in foreign]
    return Inputs(kept, (*inputs.skipped, *sorted(left)))


def until(inputs: Inputs, job: Job) -> Inputs:
    """Leave out reports published after the assessment's date, saying so."""
    if job.as_of is None:
        return inputs
    kept = tuple(one for one in inputs.articles if one.published is None or one.published <= job.as_of)
    late = [
        Skipped(one.location or one.id, f"published on {one.published}, after {job.as_of}")
        for one in inputs.articles
        if one not in kept
    ]
    if not kept:
        raise SourceError(f"every report was published after {job.as_of}; choose a later --as-of date")
    return Inputs(kept, (*inputs.skipped, *sorted(late)))


def undropped(
    articles: Sequence[Article], decisions: Iterable[Decision]
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Part the articles the user dropped from the rest; each leaves a note of who dropped it."""
    dropped = {one.subject: one for one in standing(decisions) if one.kind == "drop"}
    gone = [Skipped(one.location or one.id, dropped[one.id].label) for one in articles if one.id in dropped]
    kept = tuple(one for one in articles if one.id not in dropped)
    if not kept:
        raise StoreError("every report of the case was dropped; take one back with: crosswire edit CASE undo N")
    return kept, tuple(sorted(gone))


def pick_annotator(job: Job) -> Annotator:
    """Choose what reads: the trained encoder with the rules, or the rules alone."""
    return choose_annotator(fast=job.fast)


def gather_crew(job: Job, packs: Packs, annotator: Annotator) -> Crew | None:
    """Start the processes that will read, so that they are ready when the reports are open; None when one is enough."""
    if job.jobs < 2 or not is_worth_a_crew(count(job.paths), annotator):
        return None
    return Crew(packs, annotator, job.jobs)


def read_inputs(
    inputs: Inputs, packs: Packs, job: Job, annotator: Annotator, crew: Crew | None, progress: Progress
) -> tuple[Reading, ...]:
    """Read every article, on `job.jobs` processes when there are enough of them; a crew of other packs is let go."""
    crew = crew if crew is not None and crew.packs == packs.digest else None
    if crew:
        crew.share_out(inputs.articles)
        _make_ready(packs)
    return tuple(read_all(inputs.articles, packs, annotator, jobs=job.jobs, progress=progress, crew=crew))


def read_all(
    articles: Sequence[Article],
    packs: Packs,
    annotator: Annotator | None = None,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    crew: Crew | None = None,
) -> Iterator[Reading]:
    """
    Yield one reading an article, in order, whatever the number of processes; by rules without an `annotator`.

    A `crew` that is there already reads; without one `jobs` processes do where there are enough articles.
    """
    tell = progress or _silent
    with _uncollected(), ExitStack() as open_things:
        if crew is None and jobs > 1 and is_worth_a_crew(len(articles), annotator):
            crew = open_things.enter_context(Crew(packs, annotator, jobs))
        found = crew.read(articles) if crew else read_alone(articles, packs, annotator)
        for done, reading in enumerate(found, start=1):
            tell("Reading", done, len(articles))
            yield reading


def weigh_readings(
    inputs: Inputs,
    readings: tuple[Reading, ...],
    packs: Packs,
    progress: Progress | None,
    decisions: Sequence[Decision] = (),
    kept: "Kept | None" = None,
) -> Dossier:
    """Compare and count what was read, as the user's decisions correct it; `kept` spares what was done before."""
    from crosswire.weigh import weigh

    tell = progress or _silent
    tell("Weighing", 0, 1)
    with _uncollected():
        dossier = weigh(inputs.articles, readings, packs.outlets, inputs.skipped, decisions, vocabulary_of(packs), kept)
    tell("Weighing", 1, 1)
    return dossier


def weigh_before(inputs: Inputs, readings: tuple[Reading, ...], packs: Packs, job: Job) -> Dossier | None:
    """Weigh the reports published up to `job.since`, None when no date was given."""
    from crosswire.weigh import weigh

    if job.since is None:
        return None
    earlier = until(inputs, msgspec.structs.replace(job, as_of=job.since))
    chosen = {article.id for article in earlier.articles}
    kept = [one for one in readings if one.article in chosen]
    return weigh(earlier.articles, kept, packs.outlets, earlier.skipped, vocabulary=vocabulary_of(packs))


def vocabulary_of(packs: Packs) -> "Vocabulary":
    """Return what weighing takes from the packs to tell positions."""
    from crosswire.weigh import Vocabulary

    roles = {one.id: one.roles for one in packs.actors if one.roles}
    return Vocabulary(packs.issues, packs.lexicon, packs.ranks, roles)


def write_assessment(
    dossier: Dossier, before: Dossier | None, packs: Packs, analyst: Analyst | None, job: Job, progress: Progress
) -> Assessment:
    """Select, word and verify."""
    from crosswire.assess import assess

    progress("Assessing", 0, 1)
    assessment = assess(
        dossier,
        packs,
        question=job.question,
        as_of=job.as_of,
        version=__version__,
        before=before,
        analyst=analyst,
        by=job.by,
    )
    progress("Assessing", 1, 1)
    return assessment


BUILT_IN: tuple[Step, ...] = (
    Step("packs", ("job",), "asked", load_packs),
    Step("annotator", ("job",), "annotator", pick_annotator),
    Step("crew", ("job", "asked", "annotator"), "crew", gather_crew),
    Step("collect", ("job", "asked", "stdin", "progress", "crew"), "collected", collect_inputs),
    Step("fit", ("job", "asked", "collected"), "packs", fit_packs),
    Step("analyst", ("job", "packs"), "analyst", pick_analyst),
    Step("understood", ("collected", "analyst"), "understood", understood),
    Step("until", ("understood", "job"), "inputs", until),
    Step("read", ("inputs", "packs", "job", "annotator", "crew", "progress"), "readings", read_inputs),
    Step("weigh", ("inputs", "readings", "packs", "progress"), "dossier", weigh_readings),
    Step("before", ("inputs", "readings", "packs", "job"), "before", weigh_before),
    Step("assess", ("dossier", "before", "packs", "analyst", "job", "progress"), "assessment", write_assessment),
)


def _make_ready(packs: Packs) -> None:
    """Import what weighs, assesses and writes, and make its tables ready, while others read and this process waits."""
    import crosswire.assess  # noqa: F401
    from crosswire.weigh import weigh
    from crosswire.write.pages import REPORT, page

    weigh((), (), packs.outlets, vocabulary=vocabulary_of(packs))
    page(REPORT)


@contextmanager
def _uncollected() -> Iterator[None]:
    """
    Keep the cycle collector out of the work: it makes no cycles, and the packs' many objects are walked at each turn.

    A quarter of reading's time on BASIL went to it. Nothing but cycles waits for it, so memory does not grow.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _silent(stage: str, done: int, total: int | None) -> None:
    """Report no progress."""


__all__ = [
    "BUILT_IN",
    "Inputs",
    "Job",
    "Progress",
    "Step",
    "build",
    "collect_inputs",
    "fit_packs",
    "installed",
    "load_packs",
    "read_all",
    "run",
    "understood",
    "undropped",
    "until",
    "vocabulary_of",
    "weigh_readings",
]
