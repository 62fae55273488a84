"""Answer one question at one date from a weighed case: select, word, verify."""

import datetime as dt
import re
from collections import Counter

from crosswire.assess.audience import arranged, audience, rated
from crosswire.assess.desk import Desk, Stride
from crosswire.assess.ledgers import ledger_words
from crosswire.assess.plan import plan_question
from crosswire.assess.sections import MADE, NAMES, SUMMARIES
from crosswire.assess.sections.answers import answered
from crosswire.assess.sections.changed import changed
from crosswire.assess.select import Scores
from crosswire.assess.verify import keep_verified, verify, verify_line
from crosswire.model import (
    Analyst,
    Assessment,
    Corpus,
    Dossier,
    OriginRow,
    Passage,
    Section,
    SourceRow,
)
from crosswire.packs import Packs

__all__ = ["Stride", "allowed_words", "assess", "compare", "corpus_date", "verify", "verify_line"]


def assess(
    dossier: Dossier,
    packs: Packs,
    *,
    question: str | None = None,
    as_of: dt.date | None = None,
    version: str = "",
    before: Dossier | None = None,
    analyst: Analyst | None = None,
    by: Stride = "day",
) -> Assessment:
    """
    Write the assessment of a dossier. `as_of` None means the date of its latest report.

    With `before`, an earlier state of the same case, what changed since stands on top. An `analyst` orders, weighs and
    shortens it, and with a vantage adds what that party must watch; without one the packs' neutral desk writes. `by` is
    what the timeline gives a date to. Lines the verifier refuses do not appear; `Assessment.dropped` counts them.
    """
    as_of = as_of or corpus_date(dossier)
    if analyst:
        dossier = rated(dossier, analyst, packs)
    desk = open_desk(dossier, packs, question, as_of, analyst, by)
    scores = Scores(desk)
    sections, dropped = _sections(desk, scores)
    if before is not None and (news := compare(before, dossier, packs, question=question, as_of=as_of)):
        sections.insert(0, news)
    if analyst:
        sections = arranged(sections, analyst, NAMES)
    return Assessment(
        question=desk.plan.question,
        as_of=as_of,
        corpus=_corpus(dossier, packs),
        sections=tuple(sections),
        sources=_sources(desk),
        origins=_origins(dossier),
        unanswered=_unanswered(desk, scores),
        passages=_passages(desk, sections),
        dropped=dropped,
        version=version,
        analyst=audience(analyst, desk) if analyst else None,
    )


def compare(
    before: Dossier, after: Dossier, packs: Packs, *, question: str | None = None, as_of: dt.date | None = None
) -> Section | None:
    """Return what changed between two states of a case, every line verified; None when nothing did."""
    desk = open_desk(after, packs, question, as_of or corpus_date(after))
    earlier = open_desk(before, packs, question, corpus_date(before))
    section = changed(desk, Scores(desk), earlier)
    if section is None:
        return None
    section, _ = keep_verified(section, earlier.articles | desk.articles, allowed_words(after) | allowed_words(before))
    return section if section.lines else None


def open_desk(
    dossier: Dossier,
    packs: Packs,
    question: str | None,
    as_of: dt.date | None,
    analyst: Analyst | None = None,
    by: Stride = "day",
) -> Desk:
    """Lay out a dossier for one question at one date."""
    corpus_terms = frozenset(term for statement in dossier.statements for term in statement.terms)
    return Desk(dossier, plan_question(question, dossier.actors, packs, corpus_terms), packs, as_of, analyst, by)


def corpus_date(dossier: Dossier) -> dt.date | None:
    """Return the date of the latest dated report, None when no report is dated."""
    return max((article.published for article in dossier.articles if article.published), default=None)


def allowed_words(dossier: Dossier) -> frozenset[str]:
    """Return what our own words may use: the words of the dossier's names, and counts no larger than what it holds."""
    names = {actor.name for actor in dossier.actors} | {origin.name for origin in dossier.origins}
    names |= {article.label for article in dossier.articles}
    # The number in a name is the name's: "PX20" counts nothing.
    words = {word for name in names for word in (*re.findall(r"[\w’'-]+", name), *re.findall(r"\d+", name))}
    largest = max(len(dossier.statements), len(dossier.claims), len(dossier.articles))
    return frozenset(words | {str(number) for number in range(largest + 1)} | ledger_words(dossier))


def _sections(desk: Desk, scores: Scores) -> tuple[list[Section], int]:
    allowed = allowed_words(desk.dossier)
    sections: list[Section] = []
    told: dict[str, frozenset[str]] = {}
    dropped = 0
    for build in MADE:
        passed = SUMMARIES if build.__name__ == "watch" else frozenset()  # what lies ahead is told again on purpose
        used = frozenset[str]().union(*(claims for name, claims in told.items() if name not in passed))
        section = build(desk, scores, used)
        if section is None:
            continue
        section, wrong = keep_verified(section, desk.articles, allowed)
        dropped += len({problem.split(":")[0] for problem in wrong})
        if section.lines:
            sections.append(section)
            told[section.name] = frozenset(c for line in section.lines if line.kind != "assessed" for c in line.claims)
    return sorted(sections, key=lambda one: NAMES.index(one.name)), dropped


def _corpus(dossier: Dossier, packs: Packs) -> Corpus:
    dates = [article.published for article in dossier.articles if article.published]
    return Corpus(
        articles=len(dossier.articles),
        outlets=len({article.label for article in dossier.articles}),
        origins=len({dossier.outlet_origin.get(article.id, article.id) for article in dossier.articles}),
        statements=len(dossier.statements),
        claims=len(dossier.claims),
        first=min(dates, default=None),
        last=max(dates, default=None),
        skipped=dossier.skipped,
        reader=dossier.reader,
        subjects=packs.subjects,
    )


def _sources(desk: Desk) -> tuple[SourceRow, ...]:
    folded = {
        folding.article: folding.reason
        for origin in desk.dossier.origins
        if origin.kind in ("outlet", "wire")
        for folding in origin.foldings
        if folding.how in ("copy", "wire", "aggregator", "decision")
    }
    return tuple(
        SourceRow(
            article=article.id,
            outlet=article.label,
            title=article.title,
            author=article.author,
            url=article.url,
            published=article.published,
            genre=article.genre,
            origin=desk.dossier.outlet_origin.get(article.id, article.id),
            folded=folded.get(article.id),
            location=article.location,
            reliability=desk.dossier.ratings.get(desk.dossier.outlet_origin.get(article.id, "")),
            year_inferred=article.year_inferred,
        )
        for article in desk.dossier.articles
    )


def _origins(dossier: Dossier) -> tuple[OriginRow, ...]:
    counts = Counter(origin for claim in dossier.claims for origin in claim.origins)
    rows = [
        OriginRow(
            id=origin.id,
            name=origin.name,
            kind=origin.kind,
            articles=origin.articles,
            foldings=tuple(dict.fromkeys(folding.reason for folding in origin.foldings)),
            claims=counts[origin.id],
        )
        for origin in dossier.origins
    ]
    return tuple(sorted(rows, key=lambda row: (-row.claims, row.name, row.id)))


def _unanswered(desk: Desk, scores: Scores) -> tuple[str, ...]:
    """Say plainly which parts of the question the reports are silent on."""
    plan = desk.plan
    if plan.question is None:
        return ()
    gaps = [f"No report mentions “{name}”." for name in plan.unknown]
    said = {term for statement in desk.dossier.statements for term in statement.terms}
    missing = [term for term in plan.terms if term not in said]
    written = (word.strip(',.;:?!"“”') for word in plan.question.split())
    words = [word for word in written if _is_missing(word, missing, plan.unknown)]
    if words:
        gaps.append(f"No report uses the words: {', '.join(dict.fromkeys(words))}.")
    if plan.terms and not any(scores.relevance(claim) >= 0.4 for claim in desk.dossier.claims):
        gaps.append("No claim in the reports speaks to this question directly; what follows is the nearest there is.")
    gaps += [f"No report answers: “{one.part.text}”." for one in answered(desk, scores) if not one.lines]
    if "advice" in plan.asks:
        gaps.append("Advice is not given: the reports say what was said and done, and advice would add to them.")
    return tuple(gaps)


def _is_missing(word: str, missing: list[str], unknown: tuple[str, ...]) -> bool:
    from crosswire.text.tokens import terms

    return any(term in missing for term in terms(word)) and not any(word.strip(",.?'") in name for name in unknown)


def _passages(desk: Desk, sections: list[Section]) -> tuple[Passage, ...]:
    cited = {one.article for section in sections for line in section.lines for one in line.evidence}
    return tuple(
        Passage(
            article=article.id,
            outlet=article.label,
            title=article.title,
            published=article.published,
            text=article.text,
            regions=tuple((region.start, region.end, region.role) for region in article.regions),
        )
        for article in desk.dossier.articles
        if article.id in cited
    )
