"""What a question asks for: actors, issues, dates and words that steer selection, and what kind of answer it wants."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from crosswire.model import Actor
from crosswire.packs import Packs
from crosswire.text.tokens import stem, terms

Ask = Literal["state", "why", "prospects", "count", "who", "when", "advice"]

# The words analysts put a request in; they say what is wanted, not what it is about.
_REQUEST = frozenset(
    "ahead assess assessment analysis answer best brief current currently date depth detail detailed expect explain "
    "far give happen happening in-depth know known latest likely most much next now outlook overview picture please "
    "prospect prospects question recent report reports say says situation state status summary sum tell think "
    "understand update up-to-date view want wants what when where which who why will".split()
)
_REQUEST_STEMS = frozenset(stem(word) for word in _REQUEST) | _REQUEST

_ASKS: tuple[tuple[Ask, str], ...] = (
    ("why", r"\bwhy\b|\breasons?\b|\bcauses?\b|\bmotiv"),
    ("count", r"\bhow (?:many|much)\b|\bnumber of\b"),
    ("when", r"\bwhen\b|\bwhat date\b|\bhow soon\b"),
    ("who", r"\bwho\b|\bwhom\b|\bwhose\b"),
    ("advice", r"\bshould\b|\bwhat (?:can|must)\b|\brecommend"),
    ("prospects", r"\bwill\b|\bprospects?\b|\boutlook\b|\blikely\b|\bnext\b|\bexpect"),
)


class Plan(msgspec.Struct, frozen=True):
    """
    A question, read. `actors` and `issues` are ids; `terms` the stems left once the request's own words are out.

    `named` maps each name-like word of the question that no report mentions to how it was written there.
    """

    question: str | None
    asks: tuple[Ask, ...] = ("state",)
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    first: dt.date | None = None


def plan_question(question: str | None, actors: Sequence[Actor], packs: Packs, corpus_terms: frozenset[str]) -> Plan:
    """Read a question against the actors and the vocabulary of a case; None asks for the state of play."""
    if not question or not question.strip():
        return Plan(None)
    folded = question.casefold()
    asks = tuple(ask for ask, pattern in _ASKS if re.search(pattern, folded)) or ("state",)
    named = tuple(sorted({actor.id for actor in actors if any(_stands(name, question) for name in _names(actor))}))
    issues = tuple(issue.id for issue in packs.issues if any(_term_stands(term, folded) for term in issue.terms))
    wanted = tuple(term for term in terms(question) if term not in _REQUEST_STEMS)
    capitalised = re.findall(r"(?<=[^.?!:]\s)[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4}|^[A-Z][a-z]+(?= [a-z]+s )", question)
    covered = {word for actor in actors for name in _names(actor) for word in name.casefold().split()}
    unknown = tuple(
        sorted(
            {
                name
                for name in capitalised
                if not any(
                    word in covered or stem(word) in corpus_terms or stem(word) in _REQUEST_STEMS
                    for word in name.casefold().removesuffix("'s").split()
                )
            }
        )
    )
    return Plan(question.strip(), asks, named, issues, wanted, unknown)


def _names(actor: Actor) -> tuple[str, ...]:
    """Return the names an actor may be asked about by: all its spellings, and a person's surname."""
    names = actor.names or (actor.name,)
    if actor.kind == "person":
        return (*names, actor.name.split()[-1])
    return names


def _stands(name: str, text: str) -> bool:
    """Tell whether a name stands in `text` as whole words, with the case it is written in."""
    return len(name) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _term_stands(term: str, folded: str) -> bool:
    """Tell whether an issue's term stands in case-folded text; a trailing `*` matches any ending."""
    ending = r"\w*" if term.endswith("*") else r"(?!\w)"
    return re.search(rf"(?<!\w){re.escape(term.rstrip('*').casefold())}{ending}", folded) is not None
