"""Who "both sides" are, and whose word a joint statement is: the two parties that a report names."""

import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from crosswire.model import Actor, Article, Round, Statement

from .affiliations import led_parties

_TWO, _THREE = 2, 3
# What two do together is told of them as done.
_SETTLED = frozenset({"ACCEPT", "AGREE_JOINT", "STATE"})
_ACTING = frozenset({"state", "group", "body"})
_WHO = (
    r"(?:sides|parties|governments|countries|nations|states|delegations|teams|neighbours|neighbors|ministers|leaders|"
    r"presidents|negotiators|capitals|ministries)"
)
_BOTH = re.compile(rf"(?:[A-Z][\w ,.-]{{2,40}} [-–—] )?(?:Both|The(?: two| three)?) (?:[a-z]+ )?{_WHO}\b")
_MANY = rf"(?:both|the two|the three) (?:[a-z]+ )?{_WHO}|the (?:parties|sides|delegations)"
_PAPER = r"(?:statement|communiqu[eé]|declaration|document|memorandum|text)"
_JOINT = re.compile(rf"\bjoint (?:\w+ ){{0,2}}{_PAPER}\b|\bjointly\b", re.IGNORECASE)
# Who passes a joint paper's words on names nobody: "they said in a joint statement", "the communiqué said".
_ITSELF = re.compile(rf"(?:they|it|the (?:joint )?{_PAPER}|(?:a|their) joint {_PAPER})", re.IGNORECASE)
_SIGNED = re.compile(rf"(?:a|the) (?:joint )?{_PAPER} (?:\w+ )?by (?:the )?", re.IGNORECASE)
_OFFICE = rf"(?:the )?(?:(?:[a-z]+ ){{0,2}}{_WHO} (?:of|from) )?"
_AND = re.compile(r" and (?:the )?", re.IGNORECASE)
_NAME = re.compile(rf"{_OFFICE}(?:the )?(.+)", re.IGNORECASE)
_LEAD = re.compile(r"\b(?:both|the two|the three) $", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|us|ours?)\b", re.IGNORECASE)
# Characters before a sentence within which the joint paper it quotes from is named.
_NEAR = 600


class BothSides(msgspec.Struct, frozen=True):
    """
    What tells who "both sides" are: the sides each article names, their names, and the papers two of them issue.

    `pair` are the two of all rounds, where these are the same two.
    """

    present: Mapping[str, tuple[str, ...]] = {}
    names: Mapping[str, AbstractSet[str]] = {}
    papers: Mapping[str, tuple[str, ...]] = {}
    texts: Mapping[str, str] = {}
    pair: tuple[str, ...] = ()

    def counted(self, said: Statement) -> tuple[str, ...]:
        """Return the sides that an article names, where they are two, or three that a sentence counts."""
        sides = self.present.get(said.article, ())
        three = len(sides) > _TWO and "three" in said.evidence.quote.lower()
        return sides if len(sides) == (_THREE if three else _TWO) else ()

    def subjects(self, said: Statement) -> tuple[str, ...]:
        """Return the sides of "both sides agreed to ...": those that the article names, where they are as many."""
        match = _BOTH.match(said.evidence.quote) if said.realis == "actual" and not said.negated else None
        if match is None:
            return ()
        sides = self.present.get(said.article, ())
        return sides if len(sides) == (_THREE if "three" in match[0].lower() else _TWO) else ()

    def speaking(self, said: Statement) -> tuple[str, ...]:
        """Return the sides whose joint word a statement is: "the two sides said in a joint statement"."""
        words = _in_full(said)
        paper = self.papers.get(said.article, ())
        if said.speaker is not None:
            own = said.speaker in paper and said.agent in (None, said.speaker)
            return paper if own and _WE.search(said.evidence.quote) else ()
        if said.agent is not None:
            return ()
        if not words:  # "Both delegations demanded ...", in the report's own voice
            wanted = said.mode == "narrated" and said.event_agent is None and said.act not in _SETTLED
            return self.counted(said) if wanted and _BOTH.match(said.evidence.quote) else ()
        if (signed := _SIGNED.match(words)) is not None:
            words = words[signed.end() :]
        if re.fullmatch(_MANY, words, re.IGNORECASE):
            return paper or self._two(said)
        if _ITSELF.fullmatch(words):
            return (paper or self._two(said)) if paper or self._is_joint(said) else ()
        return self._listed(words, said)

    def _two(self, said: Statement) -> tuple[str, ...]:
        sides = self.present.get(said.article, ())
        return self.counted(said) or (self.pair if set(self.pair) <= set(sides) else ())

    def _is_joint(self, said: Statement) -> bool:
        text, at = self.texts.get(said.article, ""), said.evidence
        return _JOINT.search(text, max(0, at.start - _NEAR), at.end) is not None

    def _listed(self, words: str, said: Statement) -> tuple[str, ...]:
        """Return the two sides that words list: "Norway and Egypt", "the foreign ministers of Norway and Egypt"."""
        for conjunction in _AND.finditer(words):
            first, second = _NAME.fullmatch(words[: conjunction.start()]), words[conjunction.end() :]
            called = [self._called(said, name) for name in (first[1], second)] if first is not None else []
            if len(called) == _TWO and all(called) and called[0] != called[1]:
                return tuple(sorted(called))
        return ()

    def _called(self, said: Statement, name: str) -> str:
        """Return the side of an article that bears a name, in any case of letters; nothing where none does."""
        sides = self.present.get(said.article, ())
        name = name.lower()
        return next((one for one in sides if any(name == own.lower() for own in self.names.get(one, ()))), "")


def _in_full(said: Statement) -> str:
    """Return the words for an unnamed source, with the "both" before them."""
    words = " ".join((said.unnamed or "").split())
    if not words or said.source is None:
        return words
    before = said.evidence.quote[: max(0, said.source.start - said.evidence.start)]
    lead = _LEAD.search(before)
    return f"{lead[0].strip()} {words}" if lead is not None and re.match(_WHO, words) else words


def both_sides(
    articles: Mapping[str, Article],
    present: Mapping[str, tuple[str, ...]],
    actors: Mapping[str, Actor],
    rounds: Sequence[Round] = (),
    mediators: AbstractSet[str] = frozenset(),
) -> BothSides:
    """Lay out who "both sides" are in each article of a case."""
    present = {article: tuple(one for one in sides if one not in mediators) for article, sides in present.items()}
    sides = {one for group in present.values() for one in group}
    names = {
        one: frozenset(filter(None, (actors[one].name, *actors[one].names))) for one in sorted(sides) if one in actors
    }
    pairs = {held.parties for held in rounds if len(held.parties) == _TWO}
    texts = {key: one.text for key, one in articles.items()}
    found = BothSides(present, names, {}, texts, pairs.pop() if len(pairs) == 1 else ())
    papers = {key: two for key, one in articles.items() if (two := _issuers(one, found))}
    return msgspec.structs.replace(found, papers=papers)


def _issuers(article: Article, found: BothSides) -> tuple[str, ...]:
    """Return the two sides that issue an official statement together, by its title."""
    if article.genre != "statement" or not article.title or not _JOINT.search(article.title):
        return ()
    sides = found.present.get(article.id, ())
    spelt = {one: "|".join(map(re.escape, sorted(found.names.get(one, ())))) for one in sides}
    named = [one for one in sides if spelt[one] and re.search(rf"\b(?:{spelt[one]})\b", article.title)]
    chosen = tuple(named) if len(named) == _TWO else sides
    return chosen if len(chosen) == _TWO else ()


def present_in(
    named: Mapping[str, AbstractSet[str]], actors: Mapping[str, Actor], side: Callable[[str], str]
) -> dict[str, tuple[str, ...]]:
    """Return the sides among the actors that each article names: states, bodies and groups, no person or place."""
    led = led_parties(actors.values())
    acting = {one.id: side(one.id) for one in actors.values() if one.kind in _ACTING and (one.known or one.id in led)}
    sides = ((article, {acting[one] for one in told if one in acting}) for article, told in named.items())
    return {article: tuple(sorted(held)) for article, held in sides}
