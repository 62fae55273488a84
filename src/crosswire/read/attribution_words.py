"""The closed classes of English that attribution leans on, and one sentence cut into words."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from operator import sub

import msgspec

from crosswire.model import Quote, Span
from crosswire.text.datelines import FIRST_SENTENCES, dateline_end

# The first branch takes the plain words without the cost of asking for what else may be part of them.
_PIECE = re.compile(r"\s*+(?:[a-z]++(?![\w.'’&-])|\w+(?:[.'’&-]\w+)*|''|[^\w\s])")

# A live blog's entry opens with its hour: "17:10 Odell says", "9.45am: Lind says".
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d ?(?:[ap]\.?m\.? ?)?(?:GMT |[-–—:|] ?)?(?=[^\W\d_])", re.IGNORECASE)

BE = frozenset("is are was were be been being am 's 're".split())
HAVE = frozenset("has have had having".split())
MODAL = frozenset("will would can could may might must should shall do does did".split())
NEGATIONS = frozenset(
    """
    not never nor didn't didn’t doesn't doesn’t don't don’t hasn't hasn’t haven't haven’t hadn't hadn’t
    wouldn't wouldn’t won't won’t couldn't couldn’t can't can’t cannot wasn't wasn’t isn't isn’t weren't
    weren’t
    """.split()
)
AUXILIARIES = BE | HAVE | MODAL | NEGATIONS
ADVERBS = frozenset(
    """
    also later then once even still again now already first just always often ever only both either all
    long too instead further since soon merely twice nonetheless nevertheless initially previously
    """.split()
)
NOT_ADVERBS = frozenset(
    """
    family ally assembly rally italy reply supply apply july imply comply july bully daily
    """.split()
)
PRONOUNS = frozenset("he she they it who which we i you".split())
STAND_INS = frozenset("others some many several few both neither one most this these those another".split())
RELATIVES = frozenset("who which that whose whom".split())
SUBORDINATORS = frozenset(
    """
    that because while although though if when where whereas whether until unless since than as so yet
    but how why what who which whom whose before after once lest
    """.split()
)
DETERMINERS = frozenset(
    """
    a an the this that these those his her its their our my your some any no each every another both all
    several many two three four five six seven eight nine ten
    """.split()
)
PREPOSITIONS = frozenset(
    """
    in on at during after before by from with within without about over under of for to into through via
    amid near against despite following like among between as toward towards upon since until inside
    outside
    """.split()
)
FRONTED = PREPOSITIONS - {"of"}
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIMES = WEEKDAYS | frozenset(
    """
    yesterday today tonight tomorrow earlier later recently afterward afterwards then separately
    publicly privately repeatedly again also bluntly flatly
    """.split()
)
PERIODS = frozenset(
    """
    week month year night day morning evening afternoon summer spring fall winter weekend time
    """.split()
)
LEADING = TIMES | frozenset(
    """
    and but or however meanwhile still yet so then now thus moreover indeed instead also nevertheless
    nonetheless additionally furthermore perhaps though nor even
    """.split()
)
# Common nouns for people who speak without a name.
PEOPLE = frozenset(
    """
    official officials source sources diplomat diplomats spokesperson spokespersons spokespeople
    spokesman spokesmen spokeswoman spokeswomen analyst analysts resident residents witness witnesses
    people person aide aides adviser advisers advisor advisors insider insiders expert experts critic
    critics opponent opponents supporter supporters ally allies lawmaker lawmakers senator senators
    prosecutor prosecutors investigator investigators lawyer lawyers attorney attorneys negotiator
    negotiators envoy envoys ambassador representative representatives leader leaders minister ministers
    commander commanders soldier soldiers officer officers reporter reporters journalist journalists
    observer observers economist economists scientist scientists researcher researchers scholar scholars
    professor doctor doctors voter voters activist activists protester protesters demonstrator
    demonstrators staffer staffers strategist strategists operative operatives consultant consultants
    pollster pollsters delegate delegates member members man men woman women student students worker
    workers employee employees executive executives candidate candidates politician politicians
    conservatives liberals republicans democrats historian historians columnist columnists commentator
    commentators author authors victim victims relative relatives neighbor neighbors neighbour parent
    parents mother father brother sister son daughter wife husband friend friends colleague colleagues
    veteran veterans mediator mediators participant participants delegation delegations team deputy
    advocates advocate campaigners rivals rival judge judges mayor governor congressman congresswoman
    figure figures host moderator editor editors interviewer someone somebody boss bosses chief chiefs
    head authorities police militants rebels fighters intermediary intermediaries monitors monitor
    correspondent engineer engineers teacher teachers nurse nurses farmer farmers fisherman fishermen owner owners
    manager managers director directors inspector inspectors captain colonel general lieutenant sergeant admiral
    pilot pilots driver drivers medic medics rescuer rescuers paramedic paramedics priest bishop treasurer trustee
    trustees councillor councillors guard guards survivor survivors villager villagers neighbours trader traders miner
    miners skipper secretary clerk coach tenant tenants landlord firefighter firefighters detective detectives
    """.split()
)
# Papers that speak: their words are somebody's, but they are not a person.
PAPERS = frozenset(
    """
    statement report study poll polls survey surveys letter memo email e-mail document documents release
    article story editorial tweet post filing complaint lawsuit indictment transcript ad book audit
    analysis review draft text bill reports studies records data figures estimate estimates column
    headline video communique communiqué website site spokesman investigation inquiry exposé
    """.split()
)
DOUBLE_MARKS = frozenset("\"“”„«»''‘’'‚")


class Clause(msgspec.Struct):
    """One sentence as columns of words; `quote[i]` is the index of the outermost speech quote around word i, or -1."""

    text: str
    number: int
    paragraph: int
    span: Span
    starts: list[int]
    ends: list[int]
    low: list[str]
    quote: list[int]

    def __len__(self) -> int:
        return len(self.low)

    def capital(self, place: int) -> bool:
        """Tell whether the word at `place` begins with a capital letter."""
        return self.text[self.starts[place]].isupper()

    def opens(self, span: Span) -> bool:
        """Tell whether `span` begins with the sentence's first word."""
        return bool(self.starts) and self.starts[0] == span.start

    def cut(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])


class Cutter(msgspec.Struct, frozen=True):
    """What the sentences of one article are cut from; `folded` is its text in lower case, place for place."""

    text: str
    folded: str

    def clause(self, number: int, paragraph: int, span: Span, quotes: Sequence[tuple[int, Quote]]) -> Clause:
        """Cut one sentence into words; `quotes` are the indexed speech quotes that meet it, outermost only."""
        if number < FIRST_SENTENCES:
            span = Span(dateline_end(self.text, span.start, span.end), span.end)
        if self.text[span.start].isdigit() and (clock := _CLOCK.match(self.text, span.start, span.end)):
            span = Span(clock.end(), span.end)
        pieces: list[str] = _PIECE.findall(self.folded, span.start, span.end)
        low = list(map(str.strip, pieces))
        # Pieces leave no gap, so their lengths tell their places; a match object a word would cost thrice as much.
        ends = list(accumulate(map(len, pieces), initial=span.start))[1:]
        starts = list(map(sub, ends, map(len, low)))
        inside = [-1] * len(low)
        for index, quote in quotes:
            first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
            inside[first:last] = [index] * (last - first)
        return Clause(self.text, number, paragraph, span, starts, ends, low, inside)


def is_adverb(word: str) -> bool:
    """Tell whether `word` may stand between a subject and its verb as an adverb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def is_word(word: str) -> bool:
    """Tell words from punctuation."""
    return word[0].isalnum()
