"""What a sentence needs to be read alone: its pronouns, bare nouns and relative dates, and what they stand for."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

import msgspec

from crosswire.model import Actor, ActorKind, Article, Evidence, Mention, Quote, Resolved, Span, Time
from crosswire.text.held import Held

_MONTHS = ("January February March April May June July August September October November December").split()
# Sentence openers that point back to another sentence.
_POINTS_BACK = re.compile(
    r"(?:[\"“'‘(]\s?)?(?:this|that|these|those|such|the (?:two|three|pair|former|latter|same)|both|neither|the other|"
    r"another|others|he|she|they|it|here|then)\b",
    re.IGNORECASE,
)
# "It is likely that ...", "there are": openers that refer to nothing.
_EXPLETIVE = re.compile(
    r"it (?:is|was|will be|would be|has been|remains|became|seems|seemed|appears|appeared) "
    r"(?:\w+ly )?(?:un)?(?:clear|likely|possible|known|expected|important|necessary|"
    r"the (?:first|second|third|last|latest)|"
    r"not (?:\w+ly )?(?:clear|known)|that|only|too|difficult|hard|easy|impossible|said|believed|thought)\b"
    r"|that (?:said|is)\b|both (?:the |\w+ and )|both sides|neither side|then-",
    re.IGNORECASE,
)
# What parts a dateline from its sentence.
_DASH = re.compile(r"\s(?:-|–|—|--)\s")

_PERSONAL = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
_SUBJECTS = frozenset({"he", "she"})
_NAMES = frozenset({"name", "surname", "metonym"})
_HONORIFICS = {"Mr": "he", "Mr.": "he", "Ms": "she", "Ms.": "she", "Mrs": "she", "Mrs.": "she", "Miss": "she"}
# What opens a phrase that stands before the subject it belongs to.
_LEADING = frozenset(
    "in on at with by for from during after before following as while when since despite although though if in through "
    "under over amid because until upon among like unlike given asked to once".split()
)
# Words that, inside a sentence, point to another one. "The two sides" explains itself.
_POINTS_OUT = re.compile(
    r"[dhst](?<!\w.)(?:(?<=h)ere(?=[.,;]|\s(?:on|for|last|this|today|and|in|as|to)\b)"
    r"|(?<=t)he (?:(?:two|pair|trio)"
    r"(?=[.,;]|\s(?:had|have|were|are|would|will|also|met|agreed|said|did|could|may|might)\b)"
    r"|latter\b|former(?=[.,;]))|(?<=s)uch an? \w|(?<=t)h(?:is|at) (?:is|was|would|had|has|will) "
    r"|(?<=d)o(?:ing|es)? (?:so|the same)\b(?=[.,]))"
)
# Parts of all that `_POINTS_OUT` finds: most sentences hold none, and one scan of an article tells which do.
_POINTERS = Held(
    [
        *("here", "he two", "he pair", "he trio", "he latter", "he former", "uch a"),
        *(one + verb for one in ("his ", "hat ") for verb in ("is ", "was ", "would ", "had ", "has ", "will ")),
        *(one + what for one in ("do", "doing", "does") for what in (" so", " the same")),
    ]
)
# "The Petrel and her crew": a ship is a she.
_SHIP = re.compile(r"\b[Tt]he (?:[A-Z][\w’'-]+ ){1,3}and $")
# What stands before a "that" which points out of its sentence; after a noun it opens a clause.
_DEMONSTRATIVE = re.compile(
    r"(?:[,;:—–\"“]|\b(?:and|but|or|because|if|when|while|as|after|before|whether|how|why|said|says|believes?))\s$"
)
# "The driver and his assistant": whose, the words right before it say.
_OWN = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:[a-z-]{3,20} ){0,2}(?:man|woman|[a-z]{2,16}(?:er|or|ist|ian|ant|ent|ess|ief)) and $"
)
# Words before which a sentence has named nothing an "it" could stand for.
_FEW = 4
# Characters around a pronoun that say whose it is: a look at all before it would take the square of a long sentence.
_NEAR = 120


class Anchors(msgspec.Struct, frozen=True):
    """The fullest name of every actor in one article and where it stands, its kind, and its pronoun where one shows."""

    names: Mapping[str, Mention]
    kinds: Mapping[str, ActorKind]
    genders: Mapping[str, str]


class Setting(msgspec.Struct, frozen=True):
    """
    What stands around a sentence: who leads in the one before, and who speaks in it.

    `leads` are the subject and the speakers of the sentence before; `speaker` is the actor whose words these are,
    `source` the words that name him.
    """

    leads: frozenset[str] = frozenset()
    speaker: str | None = None
    source: Span | None = None


class _Speech(msgspec.Struct, frozen=True):
    """Where words in quotation marks begin, and how far those begun so far reach: one look tells what lies inside."""

    starts: list[int]
    reach: list[int]

    @classmethod
    def of(cls, quotes: Sequence[Quote]) -> "_Speech":
        spans = sorted(quote.span for quote in quotes if quote.kind in ("speech", "dialogue"))
        return cls([span.start for span in spans], list(accumulate((span.end for span in spans), max)))

    def covers(self, start: int, end: int) -> bool:
        """Tell whether one quote holds all of `start` to `end`."""
        index = bisect_right(self.starts, start)
        return index > 0 and end <= self.reach[index - 1]


class _Sentence(msgspec.Struct):
    """The sentence at work: what has been named in it so far, what was found."""

    article: Article
    evidence: Span
    anchors: Anchors
    setting: Setting
    speech: "_Speech"
    named: set[str] = set()
    persons: int = 0
    bodies: int = 0
    dangling: int = 0
    found: list[Resolved] = []


_NO_SPEECH = _Speech([], [])


def find_anchors(text: str, mentions: Sequence[Mention], actors: Sequence[Actor]) -> Anchors:
    """Return each actor's fullest naming mention, the earliest of the longest, and the pronoun used of it."""
    kinds = {actor.id: actor.kind for actor in actors}
    best: dict[str, tuple[bool, bool, int]] = {}
    names: dict[str, Mention] = {}
    genders: dict[str, str] = {}
    for mention in mentions:
        actor = mention.actor
        if actor is None or actor not in kinds:
            continue
        if mention.kind == "pronoun":
            gender = _PERSONAL.get(text[mention.start : mention.end].lower())
            if gender:
                genders.setdefault(actor, gender)
            continue
        if mention.kind not in _NAMES:
            continue
        rank = (mention.kind == "name", mention.kind == "surname", mention.end - mention.start)
        if actor not in best or rank > best[actor]:
            best[actor], names[actor] = rank, mention
        if kinds[actor] == "person" and mention.kind == "surname":
            before = text[max(0, mention.start - 5) : mention.start].split()
            if before and before[-1] in _HONORIFICS:
                genders[actor] = _HONORIFICS[before[-1]]
    return Anchors(names, kinds, genders)


def resolve_references(
    article: Article,
    evidence: Span,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    times: Sequence[Time],
    anchors: Anchors,
    setting: Setting,
) -> tuple[tuple[Resolved, ...], int]:
    """
    Return what the references of a sentence stand for, and how many of them stand for nothing known.

    `mentions`, `quotes` and `times` are those inside the sentence. Words in quotation marks are left as they were said.
    A wrong name in brackets is worse than none: a reference gets one only where nobody else may be meant.
    """
    speech = _Speech.of(quotes) if quotes else _NO_SPEECH
    text = article.text
    here = _Sentence(article, evidence, anchors, setting, speech, set(), 0, 0, 0, [])
    opener = _opener(text, evidence)
    for index, mention in enumerate(mentions):
        if quotes and speech.covers(mention.start, mention.end):
            continue
        if mention.kind in _NAMES:
            _name(here, mention.actor)
        elif mention.kind == "title":
            _title(here, mention)
        elif mention.kind == "nominal" and mention.actor is not None:
            _body(here, mention, mention.actor)
        elif mention.kind == "pronoun":
            if mention.start == opener:
                opener = None
            word = text[mention.start : mention.end].lower()
            if word in _PERSONAL:
                _person(here, mention, word, mentions[index + 1 : index + 3])
            else:
                _thing(here, mention, word)
    if opener is not None and not speech.covers(opener, opener + 1):
        here.dangling += not _speaks(here, opener)
    here.dangling += _points_out(here)
    if times:
        here.found.extend(_dates(text, times, speech))
    return tuple(sorted(here.found)) if here.found else (), here.dangling


def _name(here: _Sentence, actor: str | None) -> None:
    if actor is None:
        return
    here.named.add(actor)
    kind = here.anchors.kinds.get(actor)
    here.persons += kind == "person"
    here.bodies += kind not in ("person", None)


def _title(here: _Sentence, mention: Mention) -> None:
    """Say who a bare "the minister" is, when the sentence names no person before it."""
    actor = mention.actor
    after = here.article.text[mention.end : mention.end + 4]
    bare = not after.startswith((" of ", " for", "'s", "’s", ", "))
    if actor is not None and not here.persons and actor not in here.named and bare:
        _put(here, mention, actor)
    here.persons += 1


def _body(here: _Sentence, mention: Mention, actor: str) -> None:
    """Say which body an opening "The agency" is, where its name says that it is one."""
    text, anchor = here.article.text, here.anchors.names.get(actor)
    noun = text[mention.start : mention.end].split()[-1].lower()
    called = anchor is not None and noun in anchor.span.of(text).lower().split()
    opens = mention.start - here.evidence.start <= len("the ") and actor not in here.named
    if opens and called and here.anchors.kinds.get(actor) in ("body", "group"):
        _put(here, mention, actor)
    here.named.add(actor)  # "the army ... its drones" is as clear as "the army"


def _person(here: _Sentence, mention: Mention, word: str, following: Sequence[Mention]) -> None:
    """
    Say who "he" or "her" is, unless the sentence does: it names somebody who fits, before it or right after.

    "In his letter, Mr. Doe said": a leading phrase runs ahead of its subject and needs no help.
    """
    gender = _PERSONAL[word]
    before = max(here.evidence.start, mention.start - _NEAR)
    if _OWN.search(here.article.text, before, mention.start):
        return
    if any(_fits(here, actor, gender) for actor in here.named) or (here.persons and not here.named):
        return
    if mention.start > here.evidence.start and _runs_ahead(here, mention, gender, following):
        return
    if gender == "she" and _SHIP.search(here.article.text, before, mention.start):
        return
    actor = mention.actor
    source = here.setting.source
    if source is not None and source.start == mention.start and source.end == mention.end:
        actor = here.setting.speaker or actor
    if actor is None or (word not in _SUBJECTS and actor != here.setting.speaker and actor not in here.setting.leads):
        here.dangling += 1
        return
    _put(here, mention, actor)


def _fits(here: _Sentence, actor: str, gender: str) -> bool:
    kind = here.anchors.kinds.get(actor)
    return kind == "person" and here.anchors.genders.get(actor, gender) == gender


def _runs_ahead(here: _Sentence, mention: Mention, gender: str, following: Sequence[Mention]) -> bool:
    text = here.article.text
    first = text[here.evidence.start : min(mention.start, here.evidence.start + _NEAR)].split(None, 1)[0].lower()
    if first not in _LEADING and not first.endswith("ing"):
        return False
    comma = text.find(",", mention.end, min(here.evidence.end, mention.end + 160))
    for other in following:
        if comma >= 0 and comma < other.full.start < comma + 24:
            named = other.kind in ("name", "surname") and other.actor is not None and _fits(here, other.actor, gender)
            return named or other.kind == "title"
    return False


def _thing(here: _Sentence, mention: Mention, word: str) -> None:
    """Say what "it" or "they" is: only the body or state that led the sentence before, when none is named here."""
    actor = mention.actor
    if here.bodies or here.persons or (actor is not None and actor in here.named):
        return
    kind = here.anchors.kinds.get(actor or "")
    if actor is not None and kind in ("body", "state", "group", "outlet") and actor in here.setting.leads:
        _put(here, mention, actor)
    elif actor is not None or _words_before(here, mention) < _FEW:
        # Further on, "it" mostly stands for a thing of the same sentence ("the plan ... it").
        here.dangling += 1


def _words_before(here: _Sentence, mention: Mention) -> int:
    """Return how many words stand before a mention in its sentence, as far as a few take."""
    start = here.evidence.start
    return len(here.article.text[start : min(mention.start, start + _NEAR)].split())


def _put(here: _Sentence, mention: Mention, actor: str) -> None:
    anchor = here.anchors.names.get(actor)
    if anchor is None:
        here.dangling += mention.kind == "pronoun"
        return
    _name(here, actor)
    if anchor.start >= here.evidence.end or anchor.end <= here.evidence.start:
        here.found.append(_actor(here.article, mention, anchor))


def _speaks(here: _Sentence, opener: int) -> bool:
    """Say who an opening "he" is that is no mention, where the attribution knows; tell whether it did."""
    source, speaker = here.setting.source, here.setting.speaker
    if (
        source is None
        or source.start != opener
        or speaker is None
        or source.of(here.article.text).lower() not in _SUBJECTS
    ):
        return False
    _put(here, Mention(source.start, source.end, "pronoun", speaker, source), speaker)
    return True


def _points_out(here: _Sentence) -> int:
    """Count the words inside a sentence that point out of it: "the two", "here", "the latter"."""
    found = 0
    places = _pointers(here.article.text)
    if bisect_left(places, here.evidence.start) == bisect_left(places, here.evidence.end):
        return 0
    for match in _POINTS_OUT.finditer(here.article.text, here.evidence.start + 1, here.evidence.end):
        if here.speech.covers(match.start(), match.start() + 1):
            continue
        if match.group().startswith("the") and len(here.named) > 1:
            continue
        if match.group().startswith("that") and not _DEMONSTRATIVE.search(
            here.article.text, max(here.evidence.start, match.start() - 10), match.start()
        ):
            continue  # "an annex that was not published"
        found += 1
    return found


@lru_cache(maxsize=8)
def _pointers(text: str) -> list[int]:
    return _POINTERS.places(text)


def _actor(article: Article, mention: Mention, anchor: Mention) -> Resolved:
    name = anchor.span.of(article.text)
    evidence = Evidence.cut(article.id, article.text, anchor.span)
    return Resolved(mention.start, mention.end, name, "actor", evidence)


def _dates(text: str, times: Sequence[Time], speech: _Speech) -> list[Resolved]:
    found: list[Resolved] = []
    for time in times:
        if time.kind != "date" or time.explicit or time.start is None or time.end is None:
            continue
        if speech.covers(time.span.start, time.span.end) or time.precision == "years":
            continue
        if "years" in time.span.of(text):
            # "the first in 40 years": the words say more than the year they come to.
            continue
        words = date_words(time.start, time.end)
        # "On Friday [6 June], later that day" is told once; a dateline's day is no part of its sentence.
        told = found and found[-1].stands_for == words and not _DASH.search(text, found[-1].end, time.span.start)
        if not told:
            found.append(Resolved(time.span.start, time.span.end, words, "date"))
    return found


def _opener(text: str, evidence: Span) -> int | None:
    """Return where the sentence opens with a word that points back, None when it does not."""
    if _POINTS_BACK.match(text, evidence.start, evidence.end) is None:
        return None
    if _EXPLETIVE.match(text, evidence.start, evidence.end):
        return None
    return evidence.start


def date_words(first: dt.date, last: dt.date) -> str:
    """
    Return the plain words for a day or a stretch of days.

    >>> day = dt.date
    >>> date_words(day(2025, 6, 2), day(2025, 6, 2)), date_words(day(2025, 6, 1), day(2025, 6, 30))
    ('2 June 2025', 'June 2025')
    >>> date_words(day(2025, 6, 2), day(2025, 6, 8)), date_words(day(2025, 1, 1), day(2025, 12, 31))
    ('2-8 June 2025', '2025')
    """
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    after = last + dt.timedelta(days=1)
    if first.day == after.day == 1:
        if first.month == after.month == 1:
            return str(first.year) if last.year == first.year else f"{first.year}-{last.year}"
        if first.month == last.month and first.year == last.year:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        return f"{_MONTHS[first.month - 1]} {first.year} to {_MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day} {_MONTHS[first.month - 1]} {first.year}"
    return f"{date_words(first, first)} to {date_words(last, last)}"
