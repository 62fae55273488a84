"""What the newest reports lead with, and what they say an accord provides for: how things stand at the end."""

import datetime as dt
from collections.abc import Iterable, Iterator

from crosswire.assess.accords import begins, goes_on, tells_terms
from crosswire.assess.desk import Desk
from crosswire.assess.lines import as_of, worded_line
from crosswire.assess.opening import opens_report
from crosswire.assess.select import Scores
from crosswire.assess.wording import word
from crosswire.model import Article, Claim, Line, Statement

# The sentences at a report's top that may be its lead, and how far down it they may stand.
_TOP, _DEEP = 2, 0.2
# A report that is less about what is asked leads with something else; a claim that has so little in common with the
# question is beside it, and one awaited, looked back on or only judged is no news.
ON_IT, _BESIDE, _NEWS = 0.65, 0.2, 0.5
# ... the more so below a report's first sentence.
_BELOW_TOP = 0.25
# ... and what names no day at all and is nobody's threat, offer or demand; what names one of the last days before its
# report is news, so much the more.
_TIMELESS, _TODAY, _OF_TODAY = 0.3, 3, 1.5
# The turns of a story that are told however far apart they are, and the days within which more of them are news.
_TURNS, _CLOSE = 2, 3
# Days of a stretch that may be news.
_STRETCH = 31
# A figure from which on two sentences that hold it tell of one thing.
_COUNTED = 100
# Two leads that share so much of their main clauses tell one thing.
_SAME, _SAME_DAY = 0.5, 0.35


def leads(desk: Desk, scores: Scores) -> Iterator[tuple[Claim, Line]]:
    """Yield what the last reports on what is asked lead with, the newest first: one line a report, one a matter."""
    told: list[Claim] = []
    reports = _last_reports(desk, scores)
    tops = _tops(desk, reports)
    for article in reports:
        for said, claim in _told(desk, tops[article.id]):
            least = (
                _BESIDE if opens_report(article.text, desk.bodies.get(article.id), said.evidence.span) else _BELOW_TOP
            )
            if claim in told:
                break
            if not _is_news(desk, scores, claim, said, least):
                continue
            worded = word(desk, said)
            if worded is None:
                continue
            # Of a story that moves by the week, the turn before last is a step to the last.
            old = len(told) >= _TURNS and not _is_close(claim, told[0])
            if not old and not any(_is_one_thing(scores, claim, one) for one in told):
                told.append(claim)
                label = None if scores.news.is_of_the_last(claim, scores.latest) else as_of(claim)
                yield claim, worded_line(desk, claim, said, worded, label=label)
            break


def terms_told(desk: Desk, scores: Scores) -> Iterator[tuple[Claim, Line]]:
    """Yield what reports of late say that an accord provides for, the newest first."""
    found = [
        (said, claim)
        for said, claim in _told(desk, desk.dossier.statements)
        if (tells_terms(said.evidence.quote) or _goes_on(desk, said))
        and not said.headline
        and scores.relevance(claim) >= _BESIDE
    ]
    fresh = [(said, claim) for said, claim in found if scores.news.is_fresh(_day(desk, said), scores.latest)]
    last = max((_ordinal(_day(desk, said)) for said, _ in fresh), default=0)
    fresh = [(said, claim) for said, claim in fresh if scores.news.is_of_the_end(_day(desk, said), _from(last))]
    fresh.sort(key=lambda pair: (-_ordinal(_day(desk, pair[0])), -scores.score(pair[1]), pair[0].id))
    counted = set[float]()
    for said, claim in fresh:
        figures = {one.low for one in said.figures if one.low is not None and one.low >= _COUNTED}
        if not counted.isdisjoint(figures):
            continue  # the same ceiling, as another report tells it
        sober = not said.opinion and said.realis != "questioned" and scores.news.standing(claim) >= _NEWS
        worded = word(desk, said) if sober and not desk.is_reading(said) and not desk.is_columnists(claim) else None
        if worded is not None:
            counted |= figures
            yield claim, worded_line(desk, claim, said, worded)


def _last_reports(desk: Desk, scores: Scores) -> list[Article]:
    """Return the reports of the last days on what is asked, the newest first."""
    dated = [one for one in desk.dossier.articles if one.published and one.genre in ("news", "qa")]
    on = [one for one in dated if scores.about(one.id) >= ON_IT]
    last = max((one.published for one in on if one.published), default=None)
    on = [one for one in on if scores.news.is_of_the_end(one.published, last)]
    return sorted(on, key=lambda one: (-_ordinal(one.published), -scores.about(one.id), one.id))


def _is_close(one: Claim, last: Claim) -> bool:
    return one.last is not None and last.last is not None and (last.last - one.last).days <= _CLOSE


def _is_one_thing(scores: Scores, one: Claim, other: Claim) -> bool:
    """Tell whether two leads tell one thing: by what they mainly say, or in many of the words of one day's reports."""
    return scores.overlap(one, other) >= _SAME or (one.last == other.last and scores.shared(one, other) >= _SAME_DAY)


def _tops(desk: Desk, articles: Iterable[Article]) -> dict[str, list[Statement]]:
    """Return what the first sentences of some reports state, in their order, by report."""
    deep = {one.id: _DEEP * len(one.text) for one in articles}
    said: dict[str, list[Statement]] = {one: [] for one in deep}
    for one in desk.dossier.statements:
        if not one.headline and one.evidence.start <= deep.get(one.article, -1.0):
            said[one.article].append(one)
    return {article: _first_of(listed) for article, listed in said.items()}


def _first_of(said: list[Statement]) -> list[Statement]:
    places = sorted({one.evidence.start for one in said})[:_TOP]
    return sorted((one for one in said if one.evidence.start in places), key=lambda one: (one.evidence.start, one.id))


def _is_news(desk: Desk, scores: Scores, claim: Claim, said: Statement, least: float) -> bool:
    """Tell whether a report's top tells news on what is asked: a deed, a day or somebody's word, and nothing past."""
    sober = not said.opinion and said.realis != "questioned" and claim.status not in ("disputed", "denied")
    # "For 25 years" is no day of news.
    dated = any((one.last - one.first).days <= _STRETCH for one in said.times)
    dated = dated or any(one.kind == "date" for one in said.resolved)
    acts = said.speaker is not None and said.mode != "narrated" and said.act != "STATE"
    worth = scores.relevance(claim) * max(_OF_TODAY if _is_of_the_day(desk, said) else 1.0, scores.freshness(claim))
    return (
        sober
        and not desk.is_columnists(claim)
        and worth >= (least if dated or acts else _TIMELESS)
        and scores.news.standing(claim) >= _NEWS
    )


def _is_of_the_day(desk: Desk, said: Statement) -> bool:
    """Tell whether a statement names one of the last days before its report; "now" names none."""
    published, text = desk.articles[said.article].published, desk.text(said.article)
    named = [one for one in said.times if text[one.start : one.end].casefold() != "now"]
    return published is not None and any(0 <= (published - one.last).days <= _TODAY for one in named)


def _told(desk: Desk, said: Iterable[Statement]) -> Iterator[tuple[Statement, Claim]]:
    for one in said:
        claim = desk.claims.get(desk.claim_of.get(one.id, ""))
        if claim is not None:
            yield one, claim


def _goes_on(desk: Desk, said: Statement) -> bool:
    before = desk.before(said) if goes_on(said.evidence.quote) else None
    return before is not None and begins(before.evidence.quote)


def _from(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if ordinal else None


def _day(desk: Desk, said: Statement) -> dt.date | None:
    return desk.articles[said.article].published


def _ordinal(day: dt.date | None) -> int:
    return day.toordinal() if day else 0
