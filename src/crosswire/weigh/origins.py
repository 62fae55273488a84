"""Trace each statement to its one independent origin, and list the origins of the case with every folding's reason."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from crosswire.model import Actor, Article, Claim, Evidence, Folding, Origin, OriginKind, Reading, Statement
from crosswire.text.letterheads import letterhead

from .borrowings import home_of
from .homes import Homes
from .outlets import Outlet, OutletBook
from .spelling import body_key


class Trace(NamedTuple):
    """
    Where a statement comes from: the origin of what is claimed, and the origin that reports it.

    `weak` statements (a columnist's assertions, an aggregator's sentences) stand behind a claim only when nothing else
    does. `camp` is what independence is counted by: officials of one side are two speakers and one camp, with the
    ministry that publishes for it, and an outlet's unnamed source is the outlet's own word.
    """

    origin: str
    reporter: str
    camp: str
    weak: bool = False
    cited: Outlet | None = None

    @property
    def is_speaker(self) -> bool:
        """Tell whether a named speaker stands behind it."""
        return self.origin.startswith("speaker:")

    @property
    def is_unnamed(self) -> bool:
        """Tell whether an unnamed source stands behind it."""
        return self.origin.startswith("unnamed:")


class Tracer(NamedTuple):
    """What tracing needs to know about the case."""

    articles: Mapping[str, Article]
    homes: Homes
    book: OutletBook
    actors: Mapping[str, Actor]
    states: Sequence[tuple[re.Pattern[str], str]] = ()
    told: frozenset[str] = frozenset()
    principals: Mapping[str, str] = {}
    state_voices: Mapping[str, str] = {}
    official: Mapping[str, str] = {}

    def trace(self, statement: Statement) -> Trace:
        """Return the statement's origin: its named speaker, the outlet it cites, else the article's own reporting."""
        home = self.home(statement)
        cited = self._cited(statement)
        outlet = cited or home
        summary = statement.article in self.homes.summaries and cited is None
        reporter = f"outlet:{outlet.key}"
        speaker = self.actors.get(statement.speaker) if statement.speaker else None
        official = self.official.get(statement.article) if cited is None and not outlet.is_wire else None
        camp = official or self._state(outlet) or self._state_voice(statement, speaker) or reporter
        if speaker and speaker.kind == "outlet":
            return Trace(reporter, reporter, camp, summary, cited)
        if statement.speaker:
            side = (speaker.party if speaker else None) or self.principals.get(statement.speaker, statement.speaker)
            return Trace(f"speaker:{statement.speaker}", reporter, f"speaker:{side}", summary, cited)
        # Words in quotation marks are somebody's, even where nobody could tell whose.
        quoted = statement.mode == "direct" and cited is None
        if statement.unnamed or quoted or (statement.via and cited is None):
            return Trace(f"unnamed:{outlet.key}", reporter, camp, summary, cited)
        opinion = statement.opinion or self.articles[statement.article].genre == "opinion"
        return Trace(reporter, reporter, camp, summary or (opinion and cited is None), cited)

    def whose(self, article: str) -> tuple[object, ...]:
        """Return what the origins of an article's statements depend on, besides those whom they name."""
        homes, genre = self.homes, self.articles[article].genre
        return (
            homes.home[article],
            homes.borrowed.get(article),
            article in homes.summaries,
            self.official.get(article),
            genre,
        )

    def trace_all(self, statements: Iterable[Statement], known: dict[tuple[object, ...], Trace]) -> dict[str, Trace]:
        """Return the origins of statements by their ids; those that come to one share it, with others `known`."""
        found = {}
        article, own, passages, columnist, summary = "", None, None, False, False
        for said in statements:
            if said.article != article:
                article = said.article
                own, passages = self.homes.home[article], self.homes.borrowed.get(article)
                columnist, summary = self.articles[article].genre == "opinion", article in self.homes.summaries
            home = self.home(said) if passages else own
            voice = self.state_voices.get(said.unnamed) if said.unnamed else None
            opinion = said.opinion or columnist
            # Outlets are told apart by which object they are: to hash one takes longer than all the rest.
            kind = (bool(said.unnamed), said.mode == "direct", opinion, summary, self.official.get(article))
            key = (id(home), said.via, said.speaker, voice, kind)
            trace = known.get(key)
            if trace is None:
                trace = known[key] = self.trace(said)
            found[said.id] = trace
        return found

    def _state_voice(self, statement: Statement, speaker: Actor | None) -> str | None:
        """Return the camp of the state media that a statement has it from, by whatever name it calls them."""
        links = [*statement.via, *filter(None, [statement.unnamed, speaker.name if speaker else None])]
        return next((camp for link in reversed(links) if (camp := self.state_voices.get(link))), None)

    def _state(self, outlet: Outlet) -> str | None:
        """Return the camp of the state that an official publisher, or what a government owns, speaks for."""
        if outlet.kind not in ("official", "state") and not outlet.owner.startswith("Government of "):
            return None
        return next((camp for name, camp in self.states if name.search(outlet.owner)), None)

    def home(self, statement: Statement) -> Outlet:
        """Return whose reporting the statement's passage is."""
        passages = self.homes.borrowed.get(statement.article)
        borrowed = home_of(statement.evidence.span, passages) if passages else None
        return borrowed or self.homes.home[statement.article]

    def _cited(self, statement: Statement) -> Outlet | None:
        """Return the innermost outlet of the attribution chain, the one that had it first."""
        links = [*statement.via, *([statement.speaker] if statement.speaker else [])]
        for link in reversed(links):
            actor = self.actors.get(link)
            name = actor.name if actor else link
            if outlet := self.book.known(link) or self.book.known(name):
                return outlet
            if (actor and actor.kind == "outlet") or link in self.told:
                return self.book.find(name)
        return None


def told_outlets(readings: Iterable[Reading]) -> frozenset[str]:
    """
    Return the names by which reports cite outlets that no pack lists ("Harbour Radio reported").

    "Local media" are no outlet by name: two reports that cite them may have read two papers.
    """
    links = (link for one in readings for said in one.attributions for link in said.via)
    return frozenset(link.actor or link.name for link in links if link.outlet and not link.name.islower())


def state_camps(actors: Iterable[Actor]) -> list[tuple[re.Pattern[str], str]]:
    """Return each state's name, as a pattern, with the camp of those who speak for it."""
    states = sorted((actor.id, actor.name) for actor in actors if actor.kind == "state")
    return [(re.compile(rf"\b{re.escape(name)}\b"), f"speaker:{id_}") for id_, name in states]


def official_camps(articles: Iterable[Article], actors: Iterable[Actor]) -> dict[str, str]:
    """Return, for each statement published in a state's or its body's own name, the camp of that state, by article."""
    listed = list(actors)
    states = {one.id for one in listed if one.kind == "state"}
    sides = {
        body_key(name): one.party or one.id
        for one in listed
        if (one.party or one.id) in states
        for name in (one.name, *one.names)
    }
    found = {}
    for article in articles:
        if article.genre == "statement" and article.outlet:
            name = body_key(article.outlet)
            side = sides.get(name) or sides.get(name.rpartition(" of ")[2].removeprefix("the "))
            side = side or sides.get(body_key(letterhead(article.text) or "")) or _led_by(name, sides)
            if side in states:
                found[article.id] = f"speaker:{side}"
    return found


def _led_by(name: str, sides: Mapping[str, str]) -> str | None:
    """Return the side whose name a ministry's own begins with: "Oria Ministry of Works"."""
    words = name.split()
    heads = (" ".join(words[:at]) for at, word in enumerate(words) if at and word in _ORGANS)
    return next((side for head in heads if (side := sides.get(head))), None)


_ORGANS = frozenset({"ministry", "government", "presidency", "embassy", "parliament"})


class Carried(NamedTuple):
    """
    What one report adds to the origins of a case: the keys that it carries, and what shows that it does.

    `cites` are the first sentences that cite an outlet, with its key and name, `quotes` those of each speaker.
    """

    keys: frozenset[str]
    cites: tuple[tuple[str, str, Statement], ...]
    quotes: tuple[tuple[str, Statement], ...]


def carried_by(statements: Iterable[Statement], traces: Mapping[str, Trace], tracer: Tracer) -> Carried:
    """Return what one report adds to the origins."""
    keys: set[str] = set()
    names: dict[str, str] = {}
    cites: dict[str, Statement] = {}
    quotes: dict[str, Statement] = {}
    for said in statements:
        trace = traces[said.id]
        keys.update((trace.origin, trace.reporter))
        if trace.cited and trace.cited != tracer.home(said):
            names[trace.reporter] = trace.cited.name
            _keep_first(cites, trace.reporter, said)
        if trace.is_speaker:
            _keep_first(quotes, trace.origin, said)
    cited = tuple([(key, names[key], said) for key, said in cites.items()])
    return Carried(frozenset(keys), cited, tuple(quotes.items()))


def _keep_first(found: dict[str, Statement], key: str, said: Statement) -> None:
    if said.evidence < found.setdefault(key, said).evidence:
        found[key] = said


def list_origins(
    reports: Iterable[tuple[str, Carried]],
    statements: Mapping[str, Statement],
    traces: Mapping[str, Trace],
    tracer: Tracer,
    claims: Iterable[Claim] = (),
) -> tuple[Origin, ...]:
    """Return every origin a statement or an article rests on, with the articles that carry it and its foldings."""
    carried: dict[str, set[str]] = defaultdict(set)
    foldings: dict[str, set[Folding]] = defaultdict(set)
    names: dict[str, str] = {}
    for article, outlet in tracer.homes.home.items():
        key = f"outlet:{outlet.key}"
        names[key] = outlet.name
        carried[key].add(article)
        foldings[key].update(tracer.homes.foldings.get(article, ()))
    for borrowed in (b for spans in tracer.homes.borrowed.values() for b in spans):
        names.setdefault(f"outlet:{borrowed.home.key}", borrowed.home.name)
        if borrowed.source is None:
            continue  # what a paper adds to a wire's report is its own, and no folding
        text = tracer.articles[borrowed.article].text
        words = Evidence.cut(borrowed.article, text, borrowed.span)
        reason = f"one passage of it stands word for word in the {borrowed.home.name} report"
        foldings[f"outlet:{borrowed.home.key}"].add(Folding(borrowed.article, "copy", reason, (words,)))
    cites: list[tuple[str, Statement]] = []
    quotes: dict[str, list[Statement]] = defaultdict(list)
    for article, one in reports:
        for key in one.keys:
            carried[key].add(article)
        for key, name, said in one.cites:
            names[key] = name
            cites.append((key, said))
        for key, said in one.quotes:
            quotes[key].append(said)
    for key, said in cites:
        foldings[key].add(Folding(said.article, "cites", f"it cites {names[key]}", (said.evidence,)))
    _fold_speakers(quotes, tracer, foldings)
    _fold_camps(claims, statements, traces, tracer, foldings)
    # Articles come by date, undated ones last.
    places = {article: at for at, article in enumerate(tracer.articles)}
    ordered = {key: sorted(items, key=places.__getitem__) for key, items in carried.items()}
    origins = (_origin(key, ordered[key], names, foldings[key], tracer) for key in sorted(carried))
    return tuple(origins)


def _fold_speakers(
    quotes: Mapping[str, Sequence[Statement]], tracer: Tracer, foldings: dict[str, set[Folding]]
) -> None:
    """Note, for a speaker whom several outlets quote, one sentence of each report."""
    for origin, quoted in quotes.items():
        if len(quoted) > 1:
            name = _speaker_name(origin, tracer)
            for statement in quoted:
                reason = f"it reports the words of {name}, as {_count(len(quoted) - 1)} does"
                if len(quoted) > 2:
                    reason = f"it reports the words of {name}, as {_count(len(quoted) - 1)} do"
                foldings[origin].add(Folding(statement.article, "same-speaker", reason, (statement.evidence,)))


def _fold_camps(
    claims: Iterable[Claim],
    said: Mapping[str, Statement],
    traces: Mapping[str, Trace],
    tracer: Tracer,
    foldings: dict[str, set[Folding]],
) -> None:
    """Note, where several voices of one camp stand behind a claim, that they count once."""
    for claim in claims:
        for camp in claim.camps if len(claim.statements) > 1 else ():
            for origin in camp if len(camp) > 1 else ():
                own = [said[one] for one in claim.statements if traces[one].origin == origin]
                others = " and ".join(_name(other, tracer) for other in camp if other != origin)
                reason = f"it is of one side with {others}: together they count once"
                if origin.startswith("unnamed:"):
                    reason = f"it may be the same person as {others}: together they count once"
                elif len({traces[one].camp for one in claim.statements if traces[one].origin in camp}) > 1:
                    reason = f"it tells it in the words of {others}: together they count once"
                foldings[origin].update(Folding(s.article, "same-side", reason, (s.evidence,)) for s in own[:1])


def _name(origin: str, tracer: Tracer) -> str:
    kind, _, rest = origin.partition(":")
    known = tracer.book.known(rest)
    outlet = known.name if known else rest
    return {"speaker": _speaker_name(origin, tracer), "unnamed": f"the unnamed source of {outlet}"}.get(kind, outlet)


def _count(others: int) -> str:
    return "one other article" if others == 1 else f"{others} other articles"


def _speaker_name(origin: str, tracer: Tracer) -> str:
    id_ = origin.partition(":")[2]
    actor = tracer.actors.get(id_)
    return actor.name if actor else id_


def _origin(
    key: str, articles: Sequence[str], names: Mapping[str, str], foldings: Iterable[Folding], tracer: Tracer
) -> Origin:
    kind_word, _, rest = key.partition(":")
    dates = [date for a in articles if (date := tracer.articles[a].published)]
    known = tracer.book.known(rest)
    outlet = names.get(f"outlet:{rest}") or (known.name if known else rest)
    kind: OriginKind
    if kind_word == "speaker":
        kind, name = "speaker", _speaker_name(key, tracer)
    elif kind_word == "unnamed":
        kind, name = "unnamed", f"unnamed source of {outlet}"
    else:
        kind, name = ("wire" if known and known.is_wire else "outlet"), outlet
    return Origin(
        id=key,
        name=name,
        kind=kind,
        articles=tuple(articles),
        foldings=tuple(sorted(foldings)),
        first=min(dates, default=None),
        actor=rest if kind == "speaker" else None,
    )
