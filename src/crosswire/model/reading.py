"""What was found in one article: columns of sentences, quotes, mentions, attributions, figures and times."""

import datetime as dt
from typing import Literal

import msgspec

from crosswire.model.ledger import Breach, Pledge
from crosswire.model.position import Move
from crosswire.model.round import RoundNote
from crosswire.model.span import Span
from crosswire.model.statement import Statement

QuoteKind = Literal["speech", "scare", "title", "dialogue"]
ActorKind = Literal["person", "body", "state", "outlet", "group", "place"]
MentionKind = Literal["name", "surname", "title", "pronoun", "metonym", "nominal"]
AttributionKind = Literal["direct", "mixed", "indirect"]
Qualifier = Literal["exactly", "at-least", "at-most", "about", "range", "each", "all"]
Precision = Literal["minute", "day", "week", "month", "season", "year", "years"]


class Quote(msgspec.Struct, frozen=True, gc=False):
    """
    A stretch between quotation marks. `start`/`end` include the marks, `inner` leaves them out.

    `speech` is somebody's words, `scare` a distancing word or term, `title` the name of a work,
    `dialogue` a columnist's invented exchange (nobody's statement). `parent` is the index of the enclosing
    quote; `continues` is the index of the quote of the paragraph before, whose speech this one carries on.
    """

    start: int
    end: int
    inner: Span
    kind: QuoteKind = "speech"
    parent: int | None = None
    continues: int | None = None

    @property
    def span(self) -> Span:
        """The place inside the article, marks included."""
        return Span(self.start, self.end)


class Actor(msgspec.Struct, frozen=True, gc=False):
    """
    A person, body, state, outlet or group. `id` is the pack's id, or a slug of the fullest name in the article.

    `party` is the pack id of the side it acts for (a minister's state); `role` the title it is given
    ("Defence Minister"); `names` every spelling seen, fullest first; `known` is true when a pack lists it; `irregular`
    is a body that a report calls rebel or paramilitary, and so no state's.
    """

    id: str
    name: str
    kind: ActorKind
    party: str | None = None
    role: str | None = None
    names: tuple[str, ...] = ()
    known: bool = False
    irregular: bool = False


class Mention(msgspec.Struct, frozen=True, gc=False):
    """
    Words that name an actor. `actor` is an `Actor.id` of the same reading, None when nobody fits.

    `full` also covers a title before the name or an apposition after it
    ("[Defence Minister Rustem Umerov]", "[Rustem Umerov, the defence minister]").
    """

    start: int
    end: int
    kind: MentionKind
    actor: str | None
    full: Span

    @property
    def span(self) -> Span:
        """The place inside the article."""
        return Span(self.start, self.end)


class Via(msgspec.Struct, frozen=True):
    """
    One link of an attribution chain: who passed the words on ("Reuters", "a diplomatic source"), and where.

    `outlet` is true for a news organisation, listed in a pack or told by its name.
    """

    name: str
    span: Span
    actor: str | None = None
    outlet: bool = False


class Attribution(msgspec.Struct, frozen=True, gc=False):
    """
    Who said what. `contents` may be broken by the cue ("..., he said, ..."); `source` is the source's words.

    `speaker` is an `Actor.id` or None (unnamed or unresolved); `speaker_mention` the index in `Reading.mentions`
    that names the speaker, which for a pronoun is the antecedent. `unnamed` is true for "a diplomatic source".
    `via` is outermost first. `sentence` is the index of the sentence holding the cue.
    `negated` is true for "did not say that ...". `lemma` is the cue's lemma ("say", "accuse", "according to").
    `deed` is true for what somebody did or held and nobody said ("passed a bill"): the article itself tells of it.
    """

    kind: AttributionKind
    contents: tuple[Span, ...]
    sentence: int
    source: Span | None = None
    cue: Span | None = None
    lemma: str | None = None
    speaker: str | None = None
    speaker_mention: int | None = None
    unnamed: bool = False
    negated: bool = False
    via: tuple[Via, ...] = ()
    deed: bool = False


class Credit(msgspec.Struct, frozen=True):
    """
    A line or phrase that says whose reporting the article is or repeats.

    `how` is `wire` for a credit line ("(AP)", "Reporting by ..."), `cites` for the text's own words
    ("Reuters reported"), `source` for a footer ("Source: TASS"), `link` for a hyperlink to the outlet.
    """

    outlet: str
    how: Literal["wire", "cites", "source", "link"]
    span: Span


class Figure(msgspec.Struct, frozen=True, gc=False):
    """
    A counted quantity. `low`/`high` are equal when exact; None means unbounded or unstated ("all for all").

    `unit` is the counted noun in the singular as a pack or the text names it ("prisoner", "%", "USD", "km");
    `each` is true for "340 from each side"; `formula` keeps "1,000 for 1,000" or "all for all" as written.
    `span` covers number, qualifier and unit words; `noun` is the counted noun phrase's span, if any.
    """

    low: float | None
    high: float | None
    unit: str | None
    span: Span
    qualifier: Qualifier = "exactly"
    each: bool = False
    formula: str | None = None
    noun: Span | None = None
    subset: bool = False


class Time(msgspec.Struct, frozen=True, gc=False):
    """
    A time expression resolved against the article's date; `start` and `end` are inclusive days.

    Both are None when it names no calendar time ("for 30 days" is a `duration`, kept for its words and `days`).
    `precision` says how sharp it is. `explicit` is true when the words alone fix the date ("2 June 2025").
    """

    span: Span
    kind: Literal["date", "duration"]
    start: dt.date | None = None
    end: dt.date | None = None
    precision: Precision = "day"
    explicit: bool = False
    days: int | None = None


class Occasion(msgspec.Struct, frozen=True):
    """
    A round of talks as one sentence tells of it. `ordinal` is its place in a row ("the third round"), `rowed` that it
    has one ("the next round"), `day` the day it is said to be held on, `venue` the `Actor.id` of a place, `actors`
    those named in the sentence. `month` is the first day of the month it is said to be held in, where no day is told;
    `listed` is true for one of several told together ("three rounds, in May, June and July"), `proposed` for one that
    somebody is ready for, offers, urges or hopes for: such a one was not held, whatever day stands beside it.
    """

    span: Span
    sentence: Span
    ordinal: int | None = None
    rowed: bool = False
    day: dt.date | None = None
    venue: str | None = None
    actors: tuple[str, ...] = ()
    month: dt.date | None = None
    listed: bool = False
    proposed: bool = False


class Reading(msgspec.Struct, frozen=True):
    """
    Everything found in one article, in text order. `key` names engine, model and packs: a new key, a new reading.

    `sentences` cover title and body only; `paragraphs[i]` is the paragraph index of sentence i, 0 for the title.
    `meanings` holds a row of eight-bit numbers for each statement, close where two mean much the same; the rules alone
    leave it empty.
    """

    article: str
    key: str
    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[int, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    credits: tuple[Credit, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    notes: tuple[RoundNote, ...] = ()
    statements: tuple[Statement, ...] = ()
    pledges: tuple[Pledge, ...] = ()
    breaches: tuple[Breach, ...] = ()
    moves: tuple[Move, ...] = ()
    meanings: bytes = b""
