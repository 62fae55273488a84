"""What a question asks for: actors, issues, dates and words that steer selection, and what kind of answer it wants."""

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from crosswire.assess.parts import REQUEST_STEMS, Ask, QuestionPart, question_parts, subject
from crosswire.model import Actor
from crosswire.packs import Packs
from crosswire.text.tokens import stem, terms


class Plan(msgspec.Struct, frozen=True):
    """
    A question, read. `actors` and `issues` are ids; `terms` the stems left once the request's own words are out.

    `named` maps each name-like word of the question that no report mentions to how it was written there.
    """

    question: str | None
    parts: tuple[QuestionPart, ...] = ()
    actors: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    first: dt.date | None = None

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the question asks for, each kind once, in its own order."""
        return tuple(dict.fromkeys(part.ask for part in self.parts)) or ("state",)


def plan_question(question: str | None, actors: Sequence[Actor], packs: Packs, corpus_terms: frozenset[str]) -> Plan:
    """Read a question against the actors and the vocabulary of a case; None asks for the state of play."""
    if not question or not question.strip():
        return Plan(None)
    named = tuple(sorted({actor.id for actor in actors if any(_stands(name, question) for name in _names(actor))}))
    issues = _issues(question, packs)
    parts = tuple(msgspec.structs.replace(part, issues=_issues(part.text, packs)) for part in question_parts(question))
    # Whom the question names is weighed apart from what it says of them.
    names = {term for actor in actors if actor.id in named for name in _names(actor) for term in terms(name)}
    wanted = tuple(term for term in subject(question) if term not in names) or subject(question)
    capitalised = re.findall(r"(?<=[^.?!:]\s)[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4}|^[A-Z][a-z]+(?= [a-z]+s )", question)
    covered = {word for actor in actors for name in _names(actor) for word in name.casefold().split()}
    unknown = tuple(
        sorted(
            {
                name
                for name in capitalised
                if not any(
                    word in covered or stem(word) in corpus_terms or stem(word) in REQUEST_STEMS
                    for word in name.casefold().removesuffix("'s").split()
                )
            }
        )
    )
    return Plan(question.strip(), parts, named, issues, wanted, unknown)


def _issues(text: str, packs: Packs) -> tuple[str, ...]:
    """Return the ids of the issues that words of `text` name."""
    folded = text.casefold()
    return tuple(issue.id for issue in packs.issues if any(_term_stands(term, folded) for term in issue.terms))


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
