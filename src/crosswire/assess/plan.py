"""What a question asks for: actors, issues, dates and words that steer selection, and what kind of answer it wants."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from crosswire.assess.parts import REQUEST_STEMS, Ask, QuestionPart, question_parts, subject
from crosswire.model import Actor
from crosswire.packs import Packs
from crosswire.packs.schema import PackIssue
from crosswire.text.times import MONTHS
from crosswire.text.tokens import stem, terms

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NOT_WHERE = r"(?<!\w)(?<!\bin )(?<!\bat )(?<!\bnear )(?<!\bfrom )(?<!\bto )"
# Terms of an issue in which a word must stand, and its letters.
_SEVERAL, _LONG = 3, 6
# Words of persons and verbs: they say who or how, and not on what.
_WHO = frozenset("president presidents leaders remains defence defense children export".split())


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
    capitals = capitals_in(packs, question)
    named = tuple(
        sorted(
            {
                actor.id
                for actor in actors
                if actor.id in capitals or any(_stands(name, question) for name in _names(actor))
            }
        )
    )
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
                if name.casefold() not in MONTHS
                and not any(
                    word in covered or stem(word) in corpus_terms or stem(word) in REQUEST_STEMS
                    for word in re.split(r"[\s-]+", name.casefold().removesuffix("'s"))
                )
            }
        )
    )
    return Plan(question.strip(), parts, named, issues, wanted, unknown)


def _issues(text: str, packs: Packs) -> tuple[str, ...]:
    """
    Return the ids of the issues that words of `text` name.

    A question is short: the one issue that has a word in several of its terms is named by the word alone.
    """
    folded = text.casefold()
    owners = _owners(packs.issues)
    meant = {owners[word] for word in _WORD.findall(folded) if word in owners}
    return tuple(
        issue.id
        for issue in packs.issues
        if issue.id in meant or any(_term_stands(term, folded) for term in issue.terms)
    )


_slots: dict[tuple[PackIssue, ...], dict[str, str]] = {}


def _owners(issues: tuple[PackIssue, ...]) -> dict[str, str]:
    """Return the words that stand in several terms of one issue and in no other issue's."""
    found = _slots.get(issues)
    if found is None:
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for issue in issues:
            for term in issue.terms:
                counts[max(term.rstrip("*").casefold().split(), key=len)][issue.id] += 1
        _slots.clear()
        found = _slots[issues] = {}
        for word, by in counts.items():
            if len(by) == 1 and by.total() >= _SEVERAL and len(word) >= _LONG and word not in _WHO:
                found[word] = next(iter(by))
    return found


def capitals_in(packs: Packs, words: str) -> frozenset[str]:
    """Return the states whose capitals stand in a question, but where one only says where: "the talks in Lima"."""
    return frozenset(
        one.id
        for one in packs.actors
        if one.kind == "state"
        and any(re.search(rf"{_NOT_WHERE}{re.escape(name)}(?!\w)", words) for name in one.metonyms)
    )


def _names(actor: Actor) -> tuple[str, ...]:
    """Return the names an actor may be asked about by: all its spellings, and a person's surname."""
    names = actor.names or (actor.name,)
    if actor.kind == "person":
        return (*names, actor.name.split()[-1])
    return names


def called_alike(actors: Sequence[Actor], question: str) -> list[frozenset[str]]:
    """Return the ids of the actors whom a question names, those together whom the same words of it may mean."""
    spans: list[tuple[int, int, str]] = []
    for actor in actors:
        found = [(at, at + len(name)) for name in _names(actor) if (at := question.find(name)) >= 0 and len(name) > 1]
        start, end = max(found, key=lambda one: one[1] - one[0], default=(-1, -1))
        spans.append((start, end, actor.id))
    groups: list[set[str]] = []
    last = -1
    for start, end, id_ in sorted(spans):
        if groups and 0 <= start < last:
            groups[-1].add(id_)
        else:
            groups.append({id_})
        last = max(last, end)
    return [frozenset(group) for group in groups]


def _stands(name: str, text: str) -> bool:
    """Tell whether a name stands in `text` as whole words, with the case it is written in."""
    return len(name) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _term_stands(term: str, folded: str) -> bool:
    """Tell whether an issue's term stands in case-folded text; a trailing `*` matches any ending."""
    ending = r"\w*" if term.endswith("*") else r"(?!\w)"
    return re.search(rf"(?<!\w){re.escape(term.rstrip('*').casefold())}{ending}", folded) is not None
