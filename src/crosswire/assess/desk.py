"""The dossier laid out for writing: everything by its id, and what the sections ask of it again and again."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from crosswire.assess.judging import judges, values
from crosswire.assess.plan import Plan
from crosswire.model import OTHER_MATTERS, Actor, Analyst, Article, Claim, Dossier, Evidence, Origin, Statement
from crosswire.packs import Packs

Stride = Literal["day", "week"]
# Blanks and line ends between two sentences.
_GAP = 4


@dataclass(frozen=True)
class Desk:
    """
    One dossier, one question, one date: what every section works from. Nothing in it is changed.

    `by` is what the timeline gives a line to: a day or a week.
    """

    dossier: Dossier
    plan: Plan
    packs: Packs
    as_of: dt.date | None
    analyst: Analyst | None = None
    by: Stride = "day"

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.dossier.articles}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id, with unified actor ids."""
        return {statement.id: statement for statement in self.dossier.statements}

    @cached_property
    def told_at(self) -> dict[Evidence, str]:
        """The statement each passage is the evidence of, by id."""
        return {said.evidence: said.id for said in self.statements.values()}

    @cached_property
    def _ends(self) -> dict[tuple[str, int], Statement]:
        """The statements by where their sentences end, the first of each."""
        return {(said.article, said.evidence.end): said for said in reversed(self.dossier.statements)}

    def before(self, statement: Statement) -> Statement | None:
        """Return what the sentence right before a statement's states, if anything, in the same paragraph or above."""
        start, article = statement.evidence.start, statement.article
        text = self.text(article)
        end = len(text[:start].rstrip())
        return self._ends.get((article, end)) if start - end <= _GAP else None

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.dossier.claims}

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """The claim each statement stands in, by id."""
        return {statement: claim.id for claim in self.dossier.claims for statement in claim.statements}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """Origins by id."""
        return {origin.id: origin for origin in self.dossier.origins}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.dossier.actors}

    @cached_property
    def seated(self) -> frozenset[str]:
        """Return who takes a stand of its own in the case, sits at its talks, or promises or owes anything."""
        stands = (one for one in self.dossier.positions if one.issue != OTHER_MATTERS)
        held = {one.party for one in stands if one.stated_by == "self"}
        held.update(party for one in self.dossier.rounds for party in one.parties)
        held.update(side for one in self.dossier.commitments for side in (*one.promisors, *one.promisees))
        return frozenset(held)

    @cached_property
    def shared(self) -> frozenset[str | None]:
        """The sides and places that two reports speak of."""
        named = {
            (self.party(actor), said.article)
            for said in self.dossier.statements
            for actor in (said.speaker, *said.actors)
        }
        reports = Counter(side for side, _ in named)
        return frozenset(side for side, count in reports.items() if count > 1)

    @cached_property
    def bodies(self) -> dict[str, int]:
        """Where the body of each article begins that says what is its body, by the article's id."""
        spans = ((article.id, article.spans("body")) for article in self.dossier.articles)
        return {article: body[0].start for article, body in spans if body}

    def is_summed(self, claim: Claim) -> bool:
        """Tell whether only summaries of others' reports tell a claim, and there are reports to go by."""
        articles = {self.statements[one].article for one in claim.statements if one in self.statements}
        return bool(articles) and articles <= self.summaries < frozenset(self.articles)

    @cached_property
    def summaries(self) -> frozenset[str]:
        """Articles that repeat others' reporting and count for nobody."""
        foldings = (folding for origin in self.dossier.origins for folding in origin.foldings)
        return frozenset(folding.article for folding in foldings if folding.how == "aggregator")

    def text(self, article: str) -> str:
        """Return the text every offset of `article` points into."""
        return self.articles[article].text

    def voices(self, claim: Claim) -> list[Statement]:
        """Return the statements of a claim, the best-worded first, then by date."""
        others = [self.statements[one] for one in claim.statements if one != claim.lead and one in self.statements]
        lead = self.statements.get(claim.lead)
        return [lead, *others] if lead else others

    def party(self, actor: str | None) -> str | None:
        """Return the side an actor acts for: its pack's party, or the actor itself; None for nobody."""
        if actor is None:
            return None
        known = self.actors.get(actor)
        return (known.party or known.id) if known else actor

    @cached_property
    def _listed(self) -> dict[str, str]:
        """What the packs call those whom no report names, but somebody of theirs: "the Orian president"."""
        return {one.id: one.name for one in self.packs.actors}

    def name(self, actor: str) -> str:
        """Return an actor's fullest name."""
        known = self.actors.get(actor)
        return known.name if known else self._listed.get(actor) or actor.replace("-", " ")

    def is_reading(self, statement: Statement) -> bool:
        """
        Tell whether an analyst's sentence judges rather than recounts.

        One that counts something, or dates a deed, recounts, unless its words judge or it says how things could be.
        """
        if statement.mode != "narrated" or self.articles[statement.article].genre != "analysis":
            return False
        # The number of a list's item counts nothing.
        words = statement.evidence.quote
        deed = statement.act != "STATE" or statement.event is not None
        counts = any(one.unit is not None for one in statement.figures)
        recounts = counts or (statement.event_date is not None and deed)
        return not recounts or bool(statement.loaded) or judges(words) or values(words)

    def is_columnists(self, claim: Claim) -> bool:
        """Tell whether columns alone tell a claim, and in their own words: what somebody says as they read him."""
        told = [self.statements[one] for one in claim.statements if one in self.statements]
        return all(
            one.mode in ("indirect", "narrated") and self.articles[one.article].genre == "opinion" for one in told
        )

    @cached_property
    def outlet_names(self) -> frozenset[str]:
        """What the outlets of the packs and of the case go by, case folded."""
        listed = [name for one in self.packs.outlets for name in (one.name, *one.aliases)]
        own = [one.outlet for one in self.articles.values() if one.outlet]
        named = [name for one in self.actors.values() if one.kind == "outlet" for name in (one.name, *one.names)]
        return frozenset(name.casefold() for name in (*listed, *own, *named))

    def outlets(self, claim: Claim) -> list[str]:
        """Return the outlets that carry a claim, in the order of their reports."""
        articles = [self.articles[self.statements[one].article] for one in claim.statements if one in self.statements]
        articles.sort(key=lambda article: (article.published or dt.date.max, article.label))
        return list(dict.fromkeys(article.label for article in articles))
