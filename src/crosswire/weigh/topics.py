"""What a stance is on: of the issues of its statement, the one its own words name first."""

import re
from collections.abc import Iterable, Mapping

import msgspec

from crosswire.model import Statement
from crosswire.packs.given_up import given_up
from crosswire.packs.schema import PackIssue

_AND = re.compile(r"\b(?:and|as well as) (?:the|a|an|to|its|their) (?:[\w-]+ ){0,4}$")


# Terms that name one matter; the packs' issues of any talks have three times as many.
_FEW = 12
_PAPERS = ("agreement", "accord", "treaty", "deal", "pact", "talks", "protocol", "memorandum")
# A second thing of one list: "a ceasefire and the return of every prisoner", "the tariff, and the levy scrapped".
_LIST = re.compile(
    r"(?:(?<!in )\band|,|\bas well as|\bor) (?:also )?"
    r"(?:(?:for|on|to|that|the|an?|its|their|his|her|every|all|of) ){0,2}"
    r"(?:[\w'’-]+ ){0,4}$"
    # "To withdraw and to give up its ambition to join".
    r"|\band to (?:[\w'’-]+ ){0,8}$"
)


class Topic(msgspec.Struct, frozen=True):
    """An issue with the pattern of its terms, and the number of the pack that it is from: a later one's comes first."""

    issue: PackIssue
    pattern: re.Pattern[str]
    rank: int = 0


def _is_matter(one: Topic) -> bool:
    return not one.issue.carrier and not one.issue.general


def _covers(other: tuple[Topic, re.Match[str]], one: Topic, match: re.Match[str]) -> bool:
    """Tell whether a later pack's issue claims some of the words that name an earlier pack's."""
    topic, claimed = other
    return topic.rank > one.rank and claimed.start() < match.end() and match.start() < claimed.end()


def _is_paper(found: re.Match[str]) -> bool:
    """Tell whether a term only says what kind of paper it is, "a trade agreement", "a fisheries accord": a form."""
    return found[0].endswith(_PAPERS) or found.string[found.end() :].lstrip().startswith(_PAPERS)


class Topics(msgspec.Struct, frozen=True):
    """The issues that can be negotiated, by id."""

    known: dict[str, Topic]

    def of(self, said: Statement, *, told: bool = False, joint: bool = False) -> str | None:
        """
        Return the issue of a stance: the first that its words name, of matters before forms of talks.

        What somebody else tells of it counts only when the words told name the issue: the rest of the sentence or
        article may be about another thing ("the operation was approved"). What two sides did is told by the sentence.
        """
        found = [self.known[one] for one in said.issues if one in self.known]
        narrow = [one for one in found if not one.issue.carrier and not one.issue.general]
        topics = narrow or [one for one in found if not one.issue.carrier] or found
        places = {one.issue.id: self._place(one, said, whole=joint) for one in topics}
        named = [one for one in topics if places[one.issue.id] is not None]
        if joint and all(self._is_paper(one, said) for one in named):
            named = []
        if named:
            return min(named, key=lambda one: places[one.issue.id] or (0, 0)).issue.id
        # Words that name no issue may refer back to one; what stands elsewhere in their sentence is another thing.
        back = all(one.pattern.search(said.evidence.quote.lower()) is None for one in topics)
        return topics[0].issue.id if topics and back and not told else None

    def named(self, words: str, issues: Iterable[str]) -> tuple[str, ...]:
        """
        Return which of `issues` the words of one clause name in one list; forms of talks are none.

        The first counts, and what is joined to it by "and"; a word that two issues claim is the later pack's.
        """
        low = words.lower()
        known = [self.known[one] for one in issues if one in self.known]
        order = {one: -number for number, one in enumerate(self.known)}
        found = [
            (one, match)
            for one in known
            if _is_matter(one) and (match := one.pattern.search(low)) and not _is_paper(match)
        ]
        places = sorted(
            (match.start(), -len(match[0]), order[one.issue.id], one.issue.id)
            for one, match in found
            if not any(_covers(other, one, match) for other in found)
        )
        if not places:
            return ()
        free = {place: issue for place, _, _, issue in reversed(places)}
        first, *rest = sorted(free)
        more = [free[at] for at in rest if _LIST.search(low, first, at)]
        return tuple(dict.fromkeys((free[first], *more)))

    def implied(self, words: str, issues: Iterable[str]) -> tuple[str, ...]:
        """Return the first of `issues` where the words mean them by their last word alone: "the levy"."""
        low = words.lower()
        return tuple(one for one in self.plain(issues) if self.known[one].pattern.search(low) is None)[:1]

    def names(self, issue: str, words: str) -> bool:
        """Tell whether words name an issue."""
        return self.known[issue].pattern.search(words.lower()) is not None

    def plain(self, issues: Iterable[str]) -> tuple[str, ...]:
        """Return those of `issues` that are matters of their own."""
        return tuple(one for one in issues if one in self.known and _is_matter(self.known[one]))

    def is_single(self, issue: str) -> bool:
        """Tell whether an issue is one matter, named by few words, so that two stands on it are on the same thing."""
        known = self.known[issue].issue
        return not known.general and not known.carrier and len(known.terms) <= _FEW

    def is_carrier(self, issue: str) -> bool:
        """Tell whether an issue is only the form of talks."""
        return self.known[issue].issue.carrier

    def is_general(self, issue: str) -> bool:
        """Tell whether an issue is a topic of general news."""
        return self.known[issue].issue.general

    def joined(self, said: Statement, *, whole: bool = True) -> list[str]:
        """
        Return the narrow issues named beside another ("a corridor and the end of the embargo").

        They stand in the sentence, or, where that is not what is done as a `whole`, in what is said.
        """
        found = [self.known[one] for one in said.issues if one in self.known]
        narrow = [one for one in found if not one.issue.carrier and not one.issue.general]
        words = said.evidence.quote.lower()
        places = {one.issue.id: self._place(one, said, whole=whole) for one in narrow}
        return [issue for issue, place in places.items() if place and _AND.search(words, 0, place[0])]

    def _is_paper(self, topic: Topic, said: Statement) -> bool:
        """Tell whether the sentence names an issue only as the kind of paper that was signed."""
        found = list(topic.pattern.finditer(said.evidence.quote.lower()))
        return bool(found) and all(map(_is_paper, found))

    def _place(self, topic: Topic, said: Statement, *, whole: bool) -> tuple[int, int] | None:
        """Return where the words said name the issue first, the longer name before the shorter at one place."""
        start, words = said.evidence.start, said.evidence.quote.lower()
        if whole:
            match = topic.pattern.search(words)
            return (match.start(), -len(match[0])) if match else None
        for one in said.contents:
            if match := topic.pattern.search(words, max(0, one.start - start), max(0, one.end - start)):
                return match.start(), -len(match[0])
        return None


def find_topics(issues: Iterable[PackIssue], ranks: Mapping[str, int] = {}) -> Topics:
    """Compile the issues that are not too broad to agree on; one that no rank knows is the user's own, and last."""
    last = max(ranks.values(), default=-1) + 1
    return Topics({one.id: Topic(one, _pattern(one), ranks.get(one.id, last)) for one in issues if not one.broad})


def _pattern(issue: PackIssue) -> re.Pattern[str]:
    named = sorted(issue.terms, key=lambda term: (-len(term), term))
    given = given_up(issue)
    return re.compile(
        (f"{given.pattern}|" if given is not None else "")
        + r"(?<![\w-])(?:"
        + "|".join(re.escape(one.rstrip("*")) + (r"\w*" if one.endswith("*") else r"(?!\w)") for one in named)
        + ")"
    )
