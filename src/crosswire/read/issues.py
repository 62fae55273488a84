"""What a statement is about: the packs' issues, found by their terms."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from crosswire.model import Reading, Span
from crosswire.read.loaded import Hit

_MOST = 3
_PREFIX = "issue:"
# What talks are about is never their own form: words like "memorandum" and "talks" carry another issue.
_CARRIERS = frozenset({"process_format"})
# Whose names hold words that are not meant; a place's name says where.
_NAMED = frozenset({"body", "outlet", "person"})
# Letters in which the word before one stands; words in -ly that stand before nouns.
_NEAR = 20
_BEFORE_NOUNS = frozenset("only early daily weekly monthly yearly family likely friendly costly deadly elderly".split())
# "The withdrawal of the curbs": papers and measures are withdrawn as armies are.
_TAKEN_BACK = re.compile(
    r" of (?:(?:the|its|their|his|her|all|any|those|these|such|some) ){0,2}(?:[a-z-]+ ){0,2}(?:restrictions?|curbs?|"
    r"sanctions|measures?|tariffs?|duties|levies|complaints?|lawsuits?|charges|bills?|motions?|amendments?|objections?|"
    r"offers?|proposals?|demands?|statements?|remarks|accusations?|support|recognition|ambassadors?|candidates?|"
    r"consent|invitations?|licen[cs]es?)\b"
)
# "The territory" is the place that a report is on, unless it goes on to say which land.
_WHICH_LAND = re.compile(
    r" (?:it|they|that|which|held|seized|taken|captured|occupied|annexed|lost|gained|under|between|in dispute|along)\b"
)
_POINTING = frozenset({"it", "this", "that", "these", "those", "them", "both", "neither"})
# Nouns that name no matter of their own; with them words speak of what was just named.
_VAGUE = frozenset(
    str.split("""
    offer proposal plan idea formula terms condition conditions request demand memorandum document text answer
    compromise number figure suggestion arrangement days weeks months
    """)
)


def find_issues(hits: Sequence[Hit], contents: Iterable[Span], context: Sequence[Hit] = ()) -> tuple[str, ...]:
    """
    Return up to three issue ids, best first: by the terms in `contents`, else by all of `hits`, else by `context`.

    `context` are the hits of a sentence before that these words refer to ("It accepted ten days", of the truce): what
    it names first counts, also where the words name only the form of talks ("the memorandum", after the embargo).
    An issue scores the words of its terms found, so that a phrase outweighs a word; ties go to the earlier term.
    """
    spans = tuple(contents)
    inside = [hit for hit in hits if any(span.start <= hit.start and hit.end <= span.end for span in spans)]
    found = _scores(inside) or _scores(hits)
    if not context or not _CARRIERS.issuperset(found):
        return found[:_MOST]
    near = (hit.key[len(_PREFIX) :] for hit in sorted(context, key=_start) if hit.key.startswith(_PREFIX))
    return (*found, *[issue for issue in near if issue not in _CARRIERS][:1])


def settle(hits: Iterable[Hit], general: Collection[str] = (), ranks: Mapping[str, int] | None = None) -> list[Hit]:
    """
    Leave words that several issues claim to one: a narrow issue before a `general` topic, then the most spoken of.

    `ranks` tell which pack an issue is from: a later one's word means its issue; one that no rank knows comes last.

    >>> [hit.key for hit in settle([Hit(0, 8, "issue:aid"), Hit(0, 8, "issue:sea"), Hit(20, 25, "issue:sea")])]
    ['issue:sea', 'issue:sea']
    >>> [hit.key for hit in settle([Hit(0, 3, "issue:labour"), Hit(0, 3, "issue:pay")], ["labour"])]
    ['issue:pay']
    >>> [hit.key for hit in settle([Hit(0, 11, "issue:trade"), Hit(6, 11, "issue:ceasefire")])]
    ['issue:trade']
    """
    listed = list(hits)
    topics = {_PREFIX + one for one in general}
    spoken = Counter(hit.key for hit in listed)

    packs = ranks or {}

    def rank(hit: Hit) -> tuple[bool, int, int]:
        return hit.key not in topics, packs.get(hit.key[len(_PREFIX) :], len(packs)), spoken[hit.key]

    most: dict[tuple[int, int], tuple[bool, int, int]] = {}
    for hit in listed:
        place = hit.start, hit.end
        most[place] = max(most.get(place, (False, 0, 0)), rank(hit))
    kept = [hit for hit in listed if rank(hit) == most[hit.start, hit.end]]
    # "Trade truce" is of trade, and no truce: a longer name that ends alike says what is meant.
    # The user's own word for it goes before a longer one of the packs.
    first: dict[int, int] = {}
    own = {hit.end for hit in kept if packs and hit.key[len(_PREFIX) :] not in packs}
    for hit in kept:
        if hit.end not in own or hit.key[len(_PREFIX) :] not in packs:
            first[hit.end] = min(first.get(hit.end, hit.start), hit.start)
    return [hit for hit in kept if hit.start == first[hit.end]]


def outside_names(hits: Iterable[Hit], reading: Reading, text: str) -> list[Hit]:
    """
    Leave out words that are part of a name: what "Bay Transit" is called says nothing of what it talks about.

    Nor does the place where a report was written: "PORT AMEL, March 9 - ...".
    """
    kinds = {actor.id: actor.kind for actor in reading.actors}
    names = [m.span for m in reading.mentions if m.kind == "name" and kinds.get(m.actor or "") in _NAMED]
    starts = [span.start for span in names]
    kept = []
    for hit in hits:
        if _in_capitals(text, hit) or _is_other_word(text, hit) or _is_of_else(text, hit):
            continue
        at = bisect_right(starts, hit.start) - 1
        if at < 0 or hit.end > names[at].end or hit.end - hit.start == names[at].end - names[at].start:
            kept.append(hit)
    return kept


def _is_of_else(text: str, hit: Hit) -> bool:
    """
    Tell whether a word of armies and land is said of another thing.

    >>> told = {"wants the withdrawal of the curbs": 20, "runs the territory": 18, "leaves the territory it holds": 20}
    >>> [_is_of_else(words, Hit(end - 10, end, "issue:land")) for words, end in told.items()]
    [True, True, False]
    """
    word = text[hit.start : hit.end].lower().rpartition(" ")[2]
    if word.startswith("withdrawal"):
        return _TAKEN_BACK.match(text, hit.end) is not None
    if word != "territory":
        return False
    before = text[max(0, hit.end - len(word) - _NEAR) : hit.end - len(word)].lower().split()
    return before[-1:] == ["the"] and _WHICH_LAND.match(text, hit.end) is None


def _in_capitals(text: str, hit: Hit) -> bool:
    """Tell whether a word stands in capitals before another that does, as in a dateline."""
    words = text[hit.start : hit.end]
    following = text[hit.end : hit.end + 4].partition("\n")[0].strip()
    return words.isupper() and following.isupper() and len(following) > 1


def _is_other_word(text: str, hit: Hit) -> bool:
    """Tell whether a word is a verb ("explicitly guarantees that") or called like a paper ("told the Observer")."""
    word = text[hit.start : hit.end]
    before = text[max(0, hit.start - _NEAR) : hit.start].split()
    if not before or not word.isalpha():
        return False
    if word.endswith("s") and word.islower():
        return before[-1] == "which" or (before[-1].endswith("ly") and before[-1] not in _BEFORE_NOUNS)
    named = word[0].isupper() and word[1:].islower() and word.endswith(("er", "or")) and before[-1] == "the"
    return named and not text[hit.end + 1 : hit.end + 2].isupper()


def refers_back(low: Sequence[str]) -> bool:
    """
    Tell whether lower-case words point to what was named before: "it", "that formula", "the offer", "ten days".

    >>> refers_back("that formula too".split()), refers_back("that the port opens".split())
    (True, False)
    """
    first = low[0] in _POINTING and low[:1] != ["that"] if low else False
    return first or not _VAGUE.isdisjoint(low) or any(word in _POINTING for word in low[1:3])


def _start(hit: Hit) -> int:
    return hit.start


def _scores(hits: Iterable[Hit]) -> tuple[str, ...]:
    score: dict[str, int] = {}
    first: dict[str, int] = {}
    seen: set[tuple[str, int]] = set()
    for hit in hits:
        if (hit.key, hit.start) in seen or not hit.key.startswith(_PREFIX):
            continue
        seen.add((hit.key, hit.start))
        issue = hit.key[len(_PREFIX) :]
        # A phrase names its issue more surely than a word does; length in characters is close enough to words.
        score[issue] = score.get(issue, 0) + (2 if hit.end - hit.start > 12 else 1)
        first.setdefault(issue, hit.start)
    return tuple(sorted(score, key=lambda issue: (-score[issue], first[issue], issue)))
