"""The demo case as the pipeline reads it, and the planted quotations located in its articles."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from crosswire.assess import assess
from crosswire.cli.demo import CASES as FOLDERS
from crosswire.model import Article, Assessment, Claim, Dossier, Reading, Skipped, Span, Statement
from crosswire.packs import Packs, load
from crosswire.pipeline import vocabulary_of
from crosswire.read import Annotator, read_many
from crosswire.sources import collect
from crosswire.weigh import weigh

_EXAMPLES = Path(__file__).resolve().parents[3] / "src/crosswire/examples"
DEMO = _EXAMPLES / "demo"
# The bundled cases by the names `crosswire demo --case` calls them.
CASES = {name: _EXAMPLES / folder for name, folder in FOLDERS.items()}
# A statement says a planted quotation when it shares half of the shorter one.
SHARED = 0.5

Item = Mapping[str, Any]


class Words(Span, frozen=True):
    """A planted quotation's place: which article, and the span of its words there."""

    article: str = ""


@dataclass(frozen=True)
class Case:
    """Everything the pipeline made of the demo case, and the truth planted in it."""

    truth: Mapping[str, Any]
    packs: Packs
    refs: Mapping[str, Article]
    skipped: Mapping[str, Skipped]
    readings: Mapping[str, Reading]
    dossier: Dossier
    assessment: Assessment

    def locate(self, item: Item) -> Words | None:
        """Return where an item's quotation stands, white space folded; None when the article lacks the words."""
        article = self.refs.get(item["ref"])
        if article is None:
            return None
        pattern = r"\s+".join(re.escape(word) for word in item["quote"].split())
        body = list(article.spans("title", "body"))
        places = [Words(m.start(), m.end(), article.id) for m in re.finditer(pattern, article.text)]
        # A pull-quote repeats the body: the body's own words come first.
        return next((p for p in places if any(span.meets(p) for span in body)), next(iter(places), None))

    def saying(self, item: Item) -> list[Statement]:
        """Return the statements that say an item's quotation, the closest first."""
        words = self.locate(item)
        if words is None:
            return []
        scored = [(shared(s, words), s) for s in self.by_article[words.article]]
        return [s for score, s in sorted(scored, key=lambda one: (-one[0], one[1].id)) if score >= SHARED]

    def near(self, item: Item) -> list[Statement]:
        """Return the statements of the sentence an item's quotation stands in."""
        words = self.locate(item)
        return [s for s in self.by_article[words.article] if s.evidence.span.meets(words)] if words else []

    def claims_saying(self, item: Item) -> list[Claim]:
        """Return the claims that hold a statement of an item's quotation."""
        return [self.claim_of[s.id] for s in self.saying(item) if s.id in self.claim_of]

    def party(self, actor: str | None) -> str | None:
        """Return the side an actor acts for."""
        known = self.actor_party.get(actor or "")
        return known or actor

    def outlet(self, name: str | None) -> str | None:
        """Return the pack's id of an outlet by any of its names."""
        return self.outlet_ids.get((name or "").casefold())

    def origin(self, ref: str) -> str | None:
        """Return the pack's id of the outlet whose reporting an article counts as."""
        article = self.refs.get(ref)
        found = self.dossier.outlet_origin.get(article.id) if article else None
        if found is None:
            return None
        name = next((o.name for o in self.dossier.origins if o.id == found), None)
        key = found.partition(":")[2]
        return self.outlet(key) or self.outlet(name) or key

    @cached_property
    def by_article(self) -> Mapping[str, list[Statement]]:
        """Statements by the article they stand in."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.dossier.statements:
            found[statement.article].append(statement)
        return found

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Statements by id."""
        return {s.id: s for s in self.dossier.statements}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.dossier.claims}

    @cached_property
    def claim_of(self) -> Mapping[str, Claim]:
        """The claim each statement belongs to."""
        return {s: claim for claim in self.dossier.claims for s in claim.statements}

    @cached_property
    def actor_party(self) -> Mapping[str, str]:
        """Parties of the pack's actors and of those found."""
        sides = {a.id: a.party for a in self.packs.actors} | {a.id: a.party for a in self.dossier.actors}
        return {actor: party for actor, party in sides.items() if party}

    @cached_property
    def outlet_ids(self) -> Mapping[str, str]:
        """Pack ids of outlets by id, name and alias."""
        return {name.casefold(): o.id for o in self.packs.outlets for name in (o.id, o.name, *o.aliases)}

    @cached_property
    def ref_of(self) -> Mapping[str, str]:
        """The truth's names of the articles, by id."""
        return {article.id: ref for ref, article in self.refs.items()}

    def tell(self, statement: Statement) -> str:
        """Say in one line what a statement was read as."""
        voice = statement.speaker or statement.unnamed or "own voice"
        figures = ", ".join(f"{f.low}-{f.high} {f.unit}" for f in statement.figures)
        words = " … ".join(statement_words(statement, self.refs[self.ref_of[statement.article]].text))
        return (
            f"[{voice} via {list(statement.via)} {statement.act}/{statement.event} {statement.mode} "
            f"{statement.realis} agent={statement.agent} target={statement.target} issues={list(statement.issues)} "
            f"figures=({figures}) when={statement.event_date and str(statement.event_date.first)}] {words[:110]!r}"
        )

    def told(self, item: Item) -> str:
        """Say what was read where an item's quotation stands."""
        if self.locate(item) is None:
            return "the words are not in the article's text" if item["ref"] in self.refs else "article not read"
        found = self.saying(item) or self.near(item)
        return " | ".join(self.tell(s) for s in found[:3]) or "no statement of the sentence"


def load_case(annotator: Annotator | None = None, folder: Path = DEMO) -> Case:
    """Run the pipeline's parts over the demo case, once; by rules alone without an `annotator`."""
    packs = load("core", "negotiation", str(folder / "pack"))
    articles, skipped = dict[str, Article](), dict[str, Skipped]()
    for one in collect([str(folder / "reports")], outlets=packs.outlets):
        if isinstance(one, Skipped):
            skipped[_ref(one.location)] = one
        else:
            articles[_ref(one.location)] = one
    ordered = sorted(articles.values(), key=lambda one: one.id)
    readings = list(read_many(ordered, packs, annotator=annotator))
    dossier = weigh(ordered, readings, packs.outlets, tuple(skipped.values()), vocabulary=vocabulary_of(packs))
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    by_id = {reading.article: reading for reading in readings}
    return Case(truth, packs, articles, skipped, by_id, dossier, assess(dossier, packs))


def shared(statement: Statement, words: Words) -> float:
    """Return which part of the shorter one a statement's words and a quotation share; 0 in another article."""
    if statement.article != words.article:
        return 0.0
    spans = list(statement.contents)
    if statement.source and statement.cue:
        spans += [statement.source, statement.cue]
    common = sum(max(0, min(s.end, words.end) - max(s.start, words.start)) for s in _apart(spans))
    said = sum(s.end - s.start for s in statement.contents)
    return common / max(1, min(said, words.end - words.start))


def statement_words(statement: Statement, text: str) -> Iterator[str]:
    """Yield the words a statement says."""
    for span in statement.contents:
        yield " ".join(span.of(text).split())


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Yield spans without their overlaps, so that nothing is counted twice."""
    end = 0
    for span in sorted(spans):
        if span.end > end:
            yield Span(max(span.start, end), span.end)
            end = span.end


def _ref(location: str) -> str:
    """
    Turn an input's location into the truth's name for it.

    >>> _ref("reports/a.xml entry 2 (Title)"), _ref("reports/b.txt")
    ('a.xml#2', 'b.txt')
    """
    name = location.rsplit("reports/", 1)[-1]
    found = re.match(r"(\S+) (?:line|entry|record|item) (\d+)", name)
    return f"{found[1]}#{found[2]}" if found else name
