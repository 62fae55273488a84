"""Which claims matter: to the question when there is one, to the event when there is none."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from crosswire.assess.about import Passages
from crosswire.assess.asked import alike
from crosswire.assess.closing import closing_lines, is_closing
from crosswire.assess.desk import Desk
from crosswire.assess.news import News
from crosswire.assess.plan import called_alike
from crosswire.model import Claim, Statement
from crosswire.text.mains import is_borne_out

# What an act tells a reader of a negotiation, beyond somebody having said something.
_WEIGHT: Mapping[str, float] = {
    "AGREE_JOINT": 1.6,
    "CEASEFIRE": 1.5,
    "RELEASE": 1.5,
    "ATTACK": 1.3,
    "VIOLATE": 1.4,
    "MEET": 1.3,
    "REJECT": 1.4,
    "ACCEPT": 1.4,
    "DEMAND": 1.3,
    "OFFER": 1.4,
    "PROPOSE": 1.4,
    "RED_LINE": 1.4,
    "PROMISE": 1.3,
    "CONDITION": 1.3,
    "CONCEDE": 1.4,
    "THREATEN": 1.3,
    "WALK_OUT": 1.5,
    "WITHDRAW": 1.3,
    "SANCTION": 1.2,
    "DENY": 1.2,
    "ACCUSE": 1.1,
    "MEDIATE": 1.2,
    "STATE": 0.8,
    "CONDEMN": 0.8,
    "ENDORSE": 0.8,
}


# What a claim with no word of the question is worth, told in a passage on it, when the state of play is asked.
_IN_OTHER_WORDS = 0.25
# Above this a report is on what is asked, and may be the last of it.
_ON_IT = 0.65
# How sharply a claim loses as its passage is further from what is asked.
_NEAR = 1.5
# What a word of the question is worth that stands outside what a sentence mainly says.
_BY_THE_WAY = 0.6
# The share of a report's length over which what stands below its first sentence loses weight, and the least of it.
_BELOW, _LOWEST = 0.25, 0.5


def is_firm(claim: Claim, lead: Statement) -> bool:
    """Tell whether two origins or more bear out what a claim's lead mainly says, and nobody contests it."""
    borne = not claim.shared or is_borne_out(lead.core or lead.terms, frozenset(claim.shared))
    return claim.status == "corroborated" and claim.count >= 2 and borne


class Scores:
    """Scores of a desk's claims, computed once: relevance to the question, and importance in the corpus."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.news = News(desk)
        self._scores: dict[str, float] = {}
        self._relevances: dict[str, float] = {}

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """Inverse document frequency of every stem over the statements, natural log (Spärck Jones 1972)."""
        counts = Counter(term for statement in self._desk.dossier.statements for term in set(statement.terms))
        total = max(1, len(self._desk.dossier.statements))
        return {term: math.log(1 + total / count) for term, count in counts.items()}

    @cached_property
    def _central(self) -> dict[str, float]:
        """How widely each stem is used over articles: 1 for a stem every article uses."""
        per_article: dict[str, set[str]] = {}
        for statement in self._desk.dossier.statements:
            per_article.setdefault(statement.article, set()).update(statement.terms)
        counts = Counter(term for used in per_article.values() for term in used)
        return {term: count / max(1, len(per_article)) for term, count in counts.items()}

    @cached_property
    def _prominence(self) -> dict[str, float]:
        """How many articles name an actor, as a share of all."""
        per_article: dict[str, set[str]] = {}
        for statement in self._desk.dossier.statements:
            named = {one for one in (statement.speaker, statement.agent, statement.target, *statement.actors) if one}
            per_article.setdefault(statement.article, set()).update(named)
        counts = Counter(actor for named in per_article.values() for actor in named)
        return {actor: count / max(1, len(per_article)) for actor, count in counts.items()}

    @cached_property
    def _passages(self) -> Passages:
        asked = {near for term in self._desk.plan.terms for near in alike(term)}
        return Passages(self._desk.dossier.statements, asked)

    @cached_property
    def _asked(self) -> list[frozenset[str]]:
        plan = self._desk.plan
        return called_alike([self._desk.actors[one] for one in plan.actors], plan.question or "")

    def relevance(self, claim: Claim) -> float:
        """
        Return how far a claim speaks to the question, 0 to 1; 1 for every claim when no question was asked.

        Its own words, actors and issues count, and its passage's nearness to what is asked; asked how things stand,
        what a passage on it tells in other words has some part in the answer.
        """
        plan = self._desk.plan
        if plan.question is None or not (plan.actors or plan.issues or plan.terms):
            return 1.0
        found = self._relevances.get(claim.id)
        if found is None:
            least = _IN_OTHER_WORDS if "state" in plan.asks else 0.0
            about = self._passages.about(self._desk.statements[claim.lead])
            found = self._relevances[claim.id] = (least + (1 - least) * self.directness(claim)) * about**_NEAR
        return found

    def directness(self, claim: Claim) -> float:
        """Return how much of what the question says a claim says: words, actors, issues; 0 to 1."""
        plan = self._desk.plan
        lead = self._desk.statements[claim.lead]
        wording = self.wording(claim, plan.terms)
        named = {one for one in (claim.agent, claim.target, lead.speaker, *claim.actors) if one}
        sides = {self._desk.party(one) for one in named} | named
        actors = sum(not sides.isdisjoint(one) for one in self._asked) / len(self._asked) if self._asked else 0.0
        issues = float(bool(set(claim.issues) & set(plan.issues))) if plan.issues else 0.0
        told = any(term in self._rarity for term in plan.terms)
        parts = [(0.5, wording, told), (0.25, actors, bool(plan.actors)), (0.25, issues, bool(plan.issues))]
        weight = sum(share for share, _, asked in parts if asked)
        return sum(share * value for share, value, asked in parts if asked) / weight if weight else 1.0

    def freshness(self, claim: Claim) -> float:
        """Return what a claim is worth by its age on the day of the last report of what is asked."""
        return self.news.freshness(claim, self.latest)

    @cached_property
    def latest(self) -> dt.date | None:
        """The day of the last report of what is asked."""
        dates = [
            one.published
            for one in self._desk.dossier.articles
            if one.published and self._passages.about_in(one.id) >= _ON_IT
        ]
        return max(dates, default=self._desk.as_of)

    def about(self, article: str) -> float:
        """Return how far a report is about what is asked, 0 to 1."""
        return self._passages.about_in(article)

    def wording(self, claim: Claim, terms: Sequence[str]) -> float:
        """
        Return the share of some stems that a claim's words hold, 0 to 1, each by how rare it is in the reports.

        A stem that stands beside what the sentence mainly says counts for less.
        """
        lead = self._desk.statements[claim.lead]
        said, mainly = set(lead.terms), set(lead.core or lead.terms)
        wanted = sum(self._rarity.get(term, 0.0) for term in terms)
        found = 0.0
        for term in terms:
            if not said.isdisjoint(near := alike(term)):
                found += self._rarity.get(term, 0.0) * (1.0 if not mainly.isdisjoint(near) else _BY_THE_WAY)
        return found / wanted if wanted else 0.0

    def overlap(self, one: Claim, other: Claim) -> float:
        """Return how much of the shorter's main clause both tell, 0 to 1, each stem by how rare it is."""
        told = [self._desk.statements[claim.lead] for claim in (one, other)]
        cores = [frozenset(said.core or said.terms) for said in told]
        rare = [sum(self._rarity.get(term, 0.0) for term in core) for core in (*cores, cores[0] & cores[1])]
        return rare[2] / min(rare[:2]) if all(rare[:2]) else 0.0

    def shared(self, one: Claim, other: Claim) -> float:
        """Return the share of the stems of the shorter's sentence that the other's holds, 0 to 1."""
        told = [frozenset(self._desk.statements[claim.lead].terms) for claim in (one, other)]
        return len(told[0] & told[1]) / (min(map(len, told)) or 1)

    def importance(self, claim: Claim) -> float:
        """Return how much a claim matters in the corpus: origins, reach, centrality, act, recency, standing."""
        lead = self._desk.statements[claim.lead]
        terms = lead.terms or ("",)
        shares, prominence = self._central, self._prominence
        central = sum([shares.get(term, 0.0) for term in terms]) / len(terms)
        named = (lead.speaker, lead.agent, lead.target, *claim.actors)
        prominent = max([prominence.get(actor, 0.0) for actor in named if actor], default=0.0)
        reach = math.log2(1 + claim.count) + 0.3 * math.log2(1 + len(claim.reporters) + len(claim.statements))
        act = max([_WEIGHT.get(one or "STATE", 1.0) for one in (lead.act, lead.event, claim.act)])
        figures = 1.12 if claim.figures else 1.0
        weight = (
            act * figures * self._lead(claim) * self._recency(claim) * self._interest(claim) * self.news.standing(claim)
        )
        return (0.4 + reach) * (0.35 + central + 0.5 * prominent) * weight

    def _interest(self, claim: Claim) -> float:
        """Return how much the analyst cares for a claim's issues, and trusts its outlets; 1 without an analyst."""
        analyst = self._desk.analyst
        if analyst is None:
            return 1.0
        weights = [analyst.issues[issue] for issue in claim.issues if issue in analyst.issues]
        ratings = {self._desk.dossier.ratings.get(one) for one in (*claim.origins, *claim.reporters)}
        trust = 1.2 if "A" in ratings else 0.5 if ratings == {"E"} else 1.0
        return max(weights, default=1.0) * trust

    def _lead(self, claim: Claim) -> float:
        """Return how near the top its reports tell it (news is written most important first): 1, falling to 0.5."""
        return _LOWEST + (1 - _LOWEST) * math.exp(-self.depth(claim) / _BELOW)

    def depth(self, claim: Claim) -> float:
        """Return the share of a report's text that stands above the claim, in the report that tells it highest up."""
        shares = []
        for one in claim.statements:
            statement = self._desk.statements.get(one)
            if statement is not None:
                shares.append(statement.evidence.start / max(1, len(self._desk.text(statement.article))))
        return min(shares, default=1.0)

    def _recency(self, claim: Claim) -> float:
        """Return 1 for the newest report, falling to 0.4 for one as old as the corpus."""
        last, as_of, first = claim.last, self._desk.as_of, self._first
        if not last or not as_of or not first or as_of <= first:
            return 1.0
        return 0.4 + 0.6 * max(0.0, 1 - (as_of - last).days / max(1, (as_of - first).days))

    @cached_property
    def _first(self) -> dt.date | None:
        """The date of the corpus's earliest dated claim."""
        return min((one.first for one in self._desk.dossier.claims if one.first), default=None)

    @cached_property
    def ranked(self) -> list[Claim]:
        """All claims, the ones most worth showing first; those beside the question come last."""
        # What only a summary of others' reports tells has no report behind it.
        told = [claim for claim in self._desk.dossier.claims if not self._desk.is_summed(claim)]
        closing = closing_lines(self._desk.dossier.articles)
        told = [claim for claim in told if not is_closing(self._desk, claim, closing)]
        scores = {claim.id: self.score(claim) for claim in told}
        return sorted(told, key=lambda claim: (-scores[claim.id], claim.id))

    def score(self, claim: Claim) -> float:
        """Return relevance and importance as one number; relevance decides, importance orders."""
        found = self._scores.get(claim.id)
        if found is None:
            found = self._scores[claim.id] = (0.05 + math.pow(self.relevance(claim), 1.5)) * self.importance(claim)
        return found

    def pick(self, wanted: Callable[[Claim, Statement], bool], used: frozenset[str] = frozenset()) -> Iterable[Claim]:
        """Yield ranked claims whose lead statement passes `wanted` and that no earlier section has shown."""
        for claim in self.ranked:
            lead = self._desk.statements.get(claim.lead)
            if claim.id not in used and lead is not None and wanted(claim, lead):
                yield claim
