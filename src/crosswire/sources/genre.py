"""
Tell news from opinion, analysis, interviews, official statements, summaries and question-and-answer pieces.

News is the default. Another genre needs a sign the page itself gives (its section, its label, a disclaimer) or a
density of signs in the narrator's own words that news stays under: a columnist's claims must not become facts, nor a
report's vanish.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from crosswire.model.article import Genre, Region

from .arguing import has_note
from .page_words import page_words
from .voice import LEAST_WORDS, essay_score
from .word_lists import WordList

_QUOTED = re.compile(r'"[^"\n]{1,2000}"|“[^”\n]{1,2000}[”\n]|«[^»\n]{1,2000}»')
_FIRST = ("I", "my", "My", "me", "myself")
_WE = ("we", "our", "us", "ours", "ourselves")
_SHOULD = WordList(("must", "should", "ought to", "cannot afford", "need to", "has to", "have to"))
# A headline that says in its own voice what somebody must do; "X must pay, court rules" tells of another's.
_DUTY = re.compile(
    r"(?:[\w' ’]{1,30}: )?[^,:;\"“”‘|–—]{3,60} (?:must|should|needs? to|ought to|can't afford to) [^,:;\"“”‘|–—?]{3,80}"
)
_WORD = re.compile(r"\w+")
_SAID = WordList(("said", "told", "according to", "reported", "announced"))
_Q = re.compile(r"(?:Q|Question|QUESTION)\s?[:.]\s?\S")
_A = re.compile(r"(?:A|Answer|ANSWER)\s?[:.]\s?\S")
_SPEAKER = re.compile(r"(?P<name>[A-Z][\w.'’ -]{0,40}):\s")
_OPENING = re.compile(r"\s*[*_]{0,3}((?:[A-Z][a-z]{2,8} )?[A-Za-z]{3,13})[.:|][*_]{0,3}\s")
_BULLET = re.compile(r"[•▪‣*·–—-]\s?\S|\d{1,2}[.)]\s")
# An outlet's name with how many more, where a sentence has stopped or a line ends; the "P5+1" and "E3+3" are states.
_NAME = r"(?:The )?[A-Z][^\W\d]{1,20}(?:[ .&'’-]{1,2}[^\W\d]{1,20}){0,4}[ \t]?\+[ \t]?\d{1,3}(?!\d)"
_MORE = re.compile(
    rf"(?:[.!?:;,)\]”\"][ \t\xa0]*|[(\[\n] ?|\+ ?\d{{1,3}}[ \t]*|^){_NAME}(?![ \t]+[a-z])|(?=[A-Z][a-z]){_NAME}\s*$",
    re.MULTILINE,
)
_SIGNED_BODY = re.compile(r"^(?:The|We, the)\s(?P<subject>[^.,\n]{3,120})")
_LABEL_CUT = re.compile(r"\s*[|:»•—–]\s*|\s-\s")
# Longest stretch of narrator text whose density is taken; a column shows itself within its first thousand words.
_SAMPLE = 12_000
_DIGITS = re.compile(r"\d").search
_PAIR, _PARAGRAPH, _OPENING_LINES = 2, 120, 5
# What an article's own first points stand under, too.
_HEADED = frozenset({"key takeaways", "key points", "at a glance", "in brief"})


def recognise_genre(
    text: str,
    regions: Sequence[Region],
    *,
    title: str | None = None,
    url: str | None = None,
    author: str | None = None,
    outlet_kind: str | None = None,
) -> Genre:
    """
    Return the genre of an article; `news` unless the page or the narrator's own words clearly say otherwise.

    >>> recognise_genre("The sides met on Monday.", [], title="Opinion | Enough waiting")
    'opinion'
    >>> recognise_genre("The sides met on Monday.", [], title="Envoys meet in Vell")
    'news'
    """
    body = [text[region.start : region.end] for region in regions if region.role in ("body", "heading")] or text.split(
        "\n"
    )
    body = [line for line in body if line.strip()]
    around = [
        text[r.start : min(r.end, r.start + 400)]
        for r in regions
        if r.role not in ("body", "title", "caption", "pullquote")
    ]
    head = [line for line in around if len(line) <= 60][:60]
    labels = _labels(title, head, url) | _opening_label(body)
    if outlet_kind == "official":  # its lists are what it binds itself to, and no machine's
        return "statement"
    return (
        _machine(text, body, around, labels, numbered=_is_formal(title, labels))
        or _official(body, title, labels)
        or _released((*around[-8:], *body[-2:]))
        or _labelled(body, labels)
        or _spoken(body)
        or _voiced(title, body, around, author)
        or ("analysis" if outlet_kind == "thinktank" and _has_points(body, labels) else "news")
    )


def _is_formal(title: str | None, labels: set[str]) -> bool:
    """Tell whether a page calls itself a statement, in its title or in a label: its points are its own."""
    return _FORMAL.match((title or "").lower()) is not None or any(_genre_of(word) == "statement" for word in labels)


def _labels(title: str | None, head: Sequence[str], url: str | None) -> set[str]:
    """Return the section labels the page gives itself: in its title, alone on a line, or in its URL's path."""
    found: set[str] = set()
    if title:
        parts = _LABEL_CUT.split(title.lower())
        found |= {parts[0], parts[-1]} if len(parts) > 1 else {title.lower().strip()}
    # Menus name every section: a lone label is the page's own only when no other section's label stands beside it.
    alone = _alone([line.strip(" []|:#").lower() for line in head])
    alone |= {
        word
        for line in head
        if "|" in line or "/" in line or ":" in line
        for word in _ends(re.split(r"\s*[|/:]\s*", line.lower()))
        if word in _section_words()
    }
    if len({_genre_of(word) for word in alone}) == 1:
        found |= alone
    if url:
        found |= {part.lower() for part in urlsplit(url).path.split("/")[:-1] if part}
        found |= {"opinion" for part in urlsplit(url).netloc.split(".")[:1] if part in ("opinion", "blogs")}
    return found & _section_words()


def _has_points(body: Sequence[str], labels: set[str]) -> bool:
    """Tell whether a page opens with its own key points."""
    return not _HEADED.isdisjoint({*labels, *(line.strip(" :").lower() for line in body[:_OPENING_LINES])})


def _ends(pieces: Sequence[str]) -> Sequence[str]:
    """Return the pieces of a line that may label it: the first, or either of two, "The Herald | Opinion"."""
    return pieces if len(pieces) == _PAIR else pieces[:: len(pieces) - 1] if any(map(_DIGITS, pieces)) else pieces[:1]


def _alone(head: Sequence[str]) -> set[str]:
    """Return the labels on lines of their own; in a menu another section stands below or two stand above."""
    menu = page_words().sections
    return {
        word
        for i, word in enumerate(head)
        if word in _section_words()
        and not (i + 1 < len(head) and head[i + 1] in menu)
        and not (i > 1 and menu.issuperset(head[i - 2 : i]))
    }


def _opening_label(body: Sequence[str]) -> set[str]:
    """Return the label a piece opens with in its own text ("**Analysis.** It is tempting ...")."""
    match = _OPENING.match(body[0]) if body else None
    return {match.group(1).lower()} & _section_words() if match else set()


@cache
def _section_words() -> frozenset[str]:
    return frozenset(word for name in _SECTIONS for word in page_words().genre[name])


_SECTIONS: tuple[Genre, ...] = ("statement", "opinion", "analysis", "interview", "summary", "qa")


@cache
def _genre_of(label: str) -> Genre | None:
    return next((name for name in _SECTIONS if label in page_words().genre[name]), None)


@cache
def _list(name: str) -> WordList:
    return WordList(page_words().genre[name])


def _machine(
    text: str, body: Sequence[str], around: Sequence[str], labels: set[str], *, numbered: bool
) -> Genre | None:
    """
    Recognise an aggregated or generated summary: it says so, counts outlets ("+3"), or is all bullets.

    What calls itself a statement may be `numbered`: its points are its own.
    """
    edges = (text[:1500] + "\n" + text[-2500:]).lower()
    if _list("machine").is_in(edges) or _list("digests").is_in(" ".join((*body[:1], *body[-3:])).lower()[-1500:]):
        return "summary"
    if text.count("+", 0, 40_000) >= 2 and len(_MORE.findall(text[:40_000])) >= 2:
        return "summary"
    bullets = sum(
        _BULLET.match(line.lstrip()) is not None and len(line) > 25 and not line.lstrip().startswith(("—", "–"))
        for line in body
    )
    sources = any(line.lower().startswith("sources:") and line.count(",") >= 1 for line in around)
    if not numbered and bullets >= 3 and (bullets >= 0.6 * len(body) or sources):
        return "summary"
    # "Key takeaways" above as many paragraphs of one's own head an analysis.
    prose = sum(len(line) > _PARAGRAPH and _BULLET.match(line.lstrip()) is None for line in body)
    summing = {label for label in labels if _genre_of(label) == "summary"}
    summing -= _HEADED if prose >= bullets else frozenset()
    return "summary" if (bullets >= 2 or sources) and summing else None


_FORMAL = re.compile(
    r"(?:joint |official |press )?(?:statement|declaration|communiqu[eé]|readout|remarks)(?: by| of| from| on| to|$)"
)
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]urs?)\b")
_SPOKEN_FOR = re.compile(r"(?:[\w-]+ ){0,4}spokes(?:man|woman|person)(?:['’]s)? (?:remarks|statement|comments?)\b")


def _official(body: Sequence[str], title: str | None, labels: set[str]) -> Genre | None:
    """Recognise a statement by its release line, its title's form, or a public body acting in the present tense."""
    opening = " ".join(body[:3])[:900]
    if "FOR IMMEDIATE RELEASE" in " ".join(body[:4])[:600] or any(
        label
        in (
            "press release",
            "press-release",
            "press-releases",
            "press statement",
            "for immediate release",
            "joint communiqué",
            "joint communique",
            "news release",
            "media release",
            "telegram channel",
        )
        for label in labels
    ):
        return "statement"
    name = (title or "").lower()
    formal = _FORMAL.match(name) is not None
    plain = _QUOTED.sub(" ", opening)
    subject = next((match["subject"].lower() for line in body[:3] if (match := _SIGNED_BODY.match(line.strip()))), "")
    acts = _list("performing").count(plain.lower())
    institutional = _list("bodies").is_in(subject[:60])
    reported = _SAID.is_in(plain)
    # "We call on ...": a statement that tells of others' words is still its issuer's.
    ours = formal and _OURS.search(plain) is not None
    if (formal and (ours or not reported)) or _SPOKEN_FOR.match(name):
        return "statement"
    if institutional and acts >= 2 and not reported:
        return "statement"
    return (
        "statement"
        if any(_genre_of(label) == "statement" for label in labels) and (formal or acts >= 1) and not reported
        else None
    )


def _released(foot: Sequence[str]) -> Genre | None:
    """Recognise a release by whom it tells reporters to ask, though it quotes its own people as a report would."""
    asked = any(len(line) <= 120 and _list("contacts").is_in(line.lower()) for line in foot)
    return "statement" if asked else None


def _labelled(body: Sequence[str], labels: set[str]) -> Genre | None:
    """Follow the page's own label, opinion before anything weaker."""
    found = {_genre_of(label) for label in labels}
    if "opinion" in found:
        return "opinion"
    if "interview" in found:
        return "interview"
    if "qa" in found:
        return "interview" if _asked(body) else "qa"
    if "analysis" in found:
        return "qa" if _questions(body) >= 3 else "analysis"
    return None


def _questions(body: Sequence[str]) -> int:
    """Count short lines that ask: an explainer's headings."""
    return sum(len(line) <= 160 and line.rstrip().endswith("?") and line.lstrip()[0] not in "\"“'‘" for line in body)


def _asked(body: Sequence[str]) -> bool:
    return _list("asked").is_in(" ".join((*body[:6], *body[-2:])).lower()[:6000])


def _spoken(body: Sequence[str]) -> Genre | None:
    """Recognise turns of question and answer, and tell an interview from answers a newsroom gives itself."""
    lines = [line.strip() for line in body]
    asks = sum(_Q.match(line) is not None for line in lines)
    answers = sum(_A.match(line) is not None for line in lines)
    if asks >= 2 and answers >= 1:
        return "interview" if _asked(body) else "qa"
    turns: dict[str, int] = {}
    for line in lines:
        if match := _SPEAKER.match(line[:60]):
            turns[match["name"]] = turns.get(match["name"], 0) + 1
    often = sorted(count for count in turns.values() if count >= 2)
    if len(often) >= 2 and sum(often) >= 0.4 * len(lines):
        return "interview"
    questions = _questions(lines)
    if questions >= 3 and questions * 6 >= len(lines):
        # Headings that ask, and an answer under each.
        return "interview" if _asked(body) else "qa"
    return None


def _voiced(title: str | None, body: Sequence[str], around: Sequence[str], author: str | None) -> Genre | None:
    """Weigh the narrator's own words outside quotation marks: "I", "we must", judging and weighing words."""
    # "Views expressed in the comments" are the readers'.
    disowned = page_words().disowned
    tail = " ".join(one for line in (*around[-30:], *body[-2:]) if not disowned.is_in(one := line.lower()))
    if _list("disclaimers").is_in(tail):
        return "opinion"
    narrator, quoted = narrated("\n".join(body))
    found = _WORD.findall(narrator)
    words = len(found)
    if title and _DUTY.fullmatch(title) and not _SAID.is_in(narrator.lower()):
        return "opinion"
    if words < _FEWEST:
        return None
    if has_note(body, narrator):
        return "opinion"
    seen, low = Counter(found), narrator.lower()
    ours = sum(count for word, count in seen.items() if word != "US" and word.lower() in _WE)
    selves, duties = sum(seen[word] for word in _FIRST), _SHOULD.count(low)
    signed = _list("opinion_jobs").is_in(_biography(around, author))
    if words >= LEAST_WORDS:
        if essay_score(narrator, quoted=quoted) + signed <= 0:
            return None
        return "opinion" if signed or selves + ours >= _OWN or duties >= _DUTIES else "analysis"
    asked, reported = low.count("?"), _SAID.count(low)
    kinds = sum((selves >= 2, ours >= 2, duties >= 2, asked >= 2, signed))
    if kinds:
        # Judging words are one kind of sign: without another they make no opinion.
        judged = _list("judging").count(low)
        signs = 1.5 * selves + ours + duties + 2.0 * judged + asked + 4.0 * signed - 0.7 * reported
        if kinds + (judged >= 2) >= 2 and 100 * signs / (words + 60) >= OPINION_DENSITY:
            return "opinion"
    weighed = _list("weighing").count(low)
    return (
        "analysis"
        if weighed >= 5 and 100 * weighed / (words + 60) >= ANALYSIS_DENSITY and reported <= weighed
        else None
    )


def narrated(text: str) -> tuple[str, float]:
    """Return what a text says outside quotation marks, and the share that stands inside."""
    sample = text[:_SAMPLE]
    narrator = _QUOTED.sub(" ", sample)
    return narrator, 1 - len(narrator) / max(len(sample), 1)


# A shorter text has no voice of its own; an essay whose writer says "we" or "must" so often argues for something.
_FEWEST, _OWN, _DUTIES = 40, 3, 4
# Signs a hundred narrator words; see bench/quality/page_lines for the false alarms on BASIL news at these values.
OPINION_DENSITY = 3.0
ANALYSIS_DENSITY = 1.6


def _biography(around: Sequence[str], author: str | None) -> str:
    """Return the lines that introduce the author."""
    if not author:
        return ""
    surname = author.split()[-1]
    return " ".join(line.lower() for line in around if surname in line and len(line) > len(author) + 8)
