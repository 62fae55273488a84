"""Find what an article tells of undertakings: a promise made, kept, broken or taken back."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress

import msgspec

from crosswire.model import Article, Figure, Form, Pledge, Reading, Span, Statement, When
from crosswire.packs import Packs
from crosswire.read.accords import form_of, is_under_paper, speaks_of_paper
from crosswire.read.deeds import Site
from crosswire.read.grammar import DETERMINERS, HAVE
from crosswire.read.issuer import named_issuer
from crosswire.read.plan_terms import find_plan_terms
from crosswire.read.pledge_dates import dates_of
from crosswire.read.pledge_doers import doers, owner_of, towards
from crosswire.read.pledge_lists import listed_terms
from crosswire.read.pledge_parts import agreed_parts
from crosswire.read.pledge_scene import (
    ALL,
    Scene,
    condition_in,
    object_terms,
    of_bodies,
    open_pledge_scene,
    starting_in,
)
from crosswire.read.pledge_terms import find_terms
from crosswire.read.pledges_answered import find_denied
from crosswire.read.pledges_bound import VOWED, find_bound
from crosswire.read.pledges_kept import KEPT_MARKS, find_kept
from crosswire.read.pledges_named import NAMED_MARKS, Named, find_named
from crosswire.read.pledges_settled import (
    ARE,
    BINDING,
    LASTING,
    PROVIDES,
    WILL,
    in_person,
    sees,
    under_accord,
)
from crosswire.read.words import Words

_LONGEST = 1500
# Characters of a sentence in which its subject stands.
_SUBJECT = 40
# "She declined to say how many would be freed": what is asked is not promised.
_OPEN, _OPEN_BACK = frozenset({"how", "whether"}), 8
# A sentence without one of these or the packs' words tells of no undertaking.
_MARKS = BINDING | PROVIDES | KEPT_MARKS | NAMED_MARKS


# Words after which another clause begins.
_BREAKS = frozenset({";", ":", "that", "said", "says", "but"})
# Words back to the pronoun of a relative clause, and from the sentence's start to it; what stands before "which".
_CLAUSE_BACK, _HEADED = 14, 4
_AGAIN = HAVE | {"agreed", "promised", "pledged", "vowed", "undertook"}
_WHICH = frozenset("by on in from at after".split())
_OWED_BY = frozenset({"it", "they", "he", "she"})
# Words from a deed to the count of what it is done to: further on something else is counted.
_COUNTED = 8


def find_pledges(article: Article, reading: Reading, packs: Packs, words: Words | None = None) -> tuple[Pledge, ...]:
    """
    Return what the sentences of an article tell of undertakings, in text order.

    `reading` already holds its statements: each pledge stands in one. A column binds nobody, nor does a headline.
    `words` are the article's, where they are known.

    >>> from crosswire.packs import load
    >>> from crosswire.read import read_article
    >>> text = "Peru and Chile agreed on Monday to release 50 prisoners by 3 June."
    >>> [(p.deed, p.quantity.low) for p in read_article(Article("a", text), load("core", "negotiation")).pledges]
    [('release', 50.0)]
    """
    if article.genre == "opinion":
        return ()
    scene = open_pledge_scene(article, reading, packs, words)
    if not scene.table.pledging:
        return ()
    low = scene.words.low
    marked = list(compress(range(len(low)), map(_telling(scene.table.marks).__contains__, low)))
    if scene.agreed or "signed" in low:  # "Arland, for its part, is to let the trucks through"
        planned = (at for at, word in enumerate(low) if word in ARE and low[at + 1 : at + 2] == ["to"])
        marked = sorted({*marked, *planned})
    found: list[Pledge] = []
    plans = find_plan_terms(article.text, reading).sentences
    listed = listed_terms(scene)
    for number, sentence in enumerate(reading.sentences):
        places = scene.words.inside(sentence)
        marks = marked[bisect_left(marked, places.start) : bisect_left(marked, places.stop)]
        if number in plans or (not marks and not starting_in(reading.figures, sentence)):
            continue
        if reading.paragraphs[number] == 0 or sentence.end - sentence.start > _LONGEST or len(places) < 4:
            continue
        if "?" not in scene.words.low[places.stop - 2 : places.stop]:
            made = list(_made(scene, sentence, places, marks, listed.get(sentence.start)))
            found += made
            found += find_kept(scene, sentence, places, marks, {one.span.start for one in made})
    found += find_denied(scene, found)
    ordered = sorted(set(found), key=lambda one: (one.span, one.kind, one.deed, one.statement))
    return with_deeds(tuple(_of_one_side(scene, ordered)))


@cache
def _telling(marks: frozenset[str]) -> frozenset[str]:
    """Return the words that may tell of an undertaking, the packs' own among them."""
    return _MARKS | marks


def _of_one_side(scene: Scene, found: Sequence[Pledge]) -> Iterator[Pledge]:
    """Yield pledges with "the pause will begin on Monday" as that of the one side that agreed to it right before."""
    alone: Pledge | None = None
    for one in found:
        if one.deed == "truce" and one.kind == "made":
            if len(one.by) == 1 and not one.joint:
                alone = one
            elif one.joint and not one.by and alone is not None and not _names_all(scene, one):
                one = msgspec.structs.replace(one, by=alone.by, to=alone.to, joint=False)
        yield one


def _names_all(scene: Scene, one: Pledge) -> bool:
    """Tell whether a sentence opens with both sides: what it tells is not one side's."""
    return ALL.search(one.sentence.of(scene.article.text)[:_SUBJECT].lower()) is not None


def _made(scene: Scene, sentence: Span, places: range, marks: Sequence[int], listed: Named | None) -> Iterator[Pledge]:
    taken: set[int] = set()
    promised = (
        *agreed_parts(scene, places, marks),
        *find_bound(scene, places, marks),
        *under_accord(scene, sentence, places, marks),
    )
    promised = (*promised, *in_person(scene, sentence, places, marks))
    terms = {one.site.first: one for one in find_terms(scene, places)}
    if listed is not None:
        terms[listed.site.first] = listed
    named = {**terms, **{one.site.first: one for one in find_named(scene, sentence, places, marks)}}
    promised += tuple((one.place, one.site, one.end, one.figure) for one in named.values())
    for verb, site, end, figure in promised:
        said = scene.statement_at(scene.words.starts[site.first], sentence)
        if site.first in taken or said is None or said.headline or said.opinion or said.realis == "questioned":
            continue
        if said.act == "DENY" and any(one.start <= scene.words.starts[verb] < one.end for one in said.contents):
            continue  # "denied that he had promised to"
        end = _content_end(scene, said, site, end)
        if site.deed not in scene.table.objects and scene.words.low[site.last + 1] in ("it", "them"):
            continue  # "will head it" promises nothing that anybody could look for
        if not _OPEN.isdisjoint(scene.words.low[max(places.start, verb - _OPEN_BACK) : verb]):
            continue
        if site.first not in terms and _is_gapped(scene, verb, places, known=site.deed in scene.table.objects):
            continue
        by, joint = doers(scene, verb, places, said)
        if site.first in named and verb == named[site.first].place:
            by, joint = named[site.first].by, named[site.first].joint
        nobody = not by and not joint
        if nobody and said.cue is not None and said.speaker and scene.words.starts[verb] == said.cue.start:
            by = (said.speaker,)
        passive = scene.words.low[site.first - 1] in ("be", "been") or site.form == "noun"
        decided = scene.words.low[verb].startswith("decid") and scene.article.genre == "statement"
        if decided and not by and not joint and not said.unnamed:
            # "The command has decided to free 50", on a movement's own page.
            issuer = said.speaker or named_issuer(scene.article.outlet, scene.reading.actors)
            by = (issuer,) if issuer else ()
        accord = (
            speaks_of_paper(scene, sentence, places)
            or scene.words.low[verb] in (PROVIDES | ARE)
            or _carried(scene, site, figure)
            or site.first in terms
            or sees(scene, verb, places)
            or (scene.agreed and scene.words.low[verb] in WILL and said.speaker is None)
        )
        bound = _bound_by_text(scene, verb, site.first) or _whose_leave(scene, site)
        by, joint = ((bound,), False) if bound else (by, joint)
        if not by and not joint and accord:
            by, joint = _signers(scene, site.first, places, said)
            # "Under the accord, rebels and officials alike will waive": both agreed to it.
            joint = joint or (not by and scene.words.low[verb].startswith("sign"))
            in_full = said.speaker is None and scene.words.low[verb - 1] not in _OWED_BY
            joint = joint or (not by and in_full and scene.agreed and is_under_paper(scene, sentence))
        if not by and joint and scene.words.low[verb - 1] == "they":
            # "Signed a paper under which they undertook": whoever signed it.
            signers = _signers(scene, site.first, places, said)[0]
            by = signers if len(signers) > 1 else ()
        joint = joint or (not by and site.deed == "truce" and (scene.agreed or accord))
        if not by and not joint and not ((accord or site.deed == "truce") and passive):
            continue
        taken.add(site.first)
        due, starts, plain = (_ahead(scene, one) for one in dates_of(scene, site.first, end))
        told = named.get(site.first)
        due = told.due if told is not None and told.due is not None else due
        opens = site.deed in LASTING
        yield Pledge(
            kind="made",
            statement=said.id,
            sentence=sentence,
            span=scene.span(site.first, end),
            deed=site.deed,
            terms=() if told and told.bare else object_terms(scene, *_object(scene, site, places, end)),
            by=by,
            to=towards(scene, site, end, by) or owner_of(scene, site, places, passive=passive and not by),
            joint=joint or (not by and passive),
            quantity=of_bodies(scene, _counting(scene, site, figure)),
            due=due or (None if opens else plain),
            starts=starts or (plain if opens else None),
            condition=condition_in(scene, site.first, end, places),
            form=form_of(sentence.of(scene.article.text).lower())
            or ("signed" if (accord or site.deed == "truce") and scene.signed else None)
            or ("joint statement" if accord and scene.joint else None)
            or _alone(scene, verb, by, accord=accord),
            accord=accord,
        )


def _is_gapped(scene: Scene, verb: int, places: range, *, known: bool) -> bool:
    """
    Tell whether what is promised stands outside the clause: "the weapon that Roe promised to deploy".

    Its words alone say nothing. A deed that is `known` has a name of its own, save in "the day by which".
    """
    low = scene.words.low
    subject = verb - 2 if low[verb - 1] in HAVE else verb - 1
    if subject - 3 >= places.start and low[subject] in _OWED_BY and low[subject - 1].isalpha():
        # "A pullback they have promised to finish by Friday": a clause about a thing, without a "which".
        return not known and not DETERMINERS.isdisjoint(low[subject - 3 : subject - 1])
    for at in range(verb - 1, max(places.start, verb - _CLAUSE_BACK), -1):
        if low[at] in _BREAKS and low[at] != "that":
            return False
        if low[at] == "which" and low[at - 1] in _WHICH:
            return True
        if low[at] in ("which", "that") and at - places.start <= _HEADED and low[places.start] in DETERMINERS:
            return not known
    return False


def _content_end(scene: Scene, said: Statement, site: Site, end: int) -> int:
    """Return where a promise's words end: before "..., the minister said", which is no part of them."""
    low, start = scene.words.low, scene.words.starts[site.first]
    # "Scrap the posts in a week and had promised to leave within a month": two promises.
    end = next((at for at in range(site.last + 1, end - 1) if low[at] == "and" and low[at + 1] in _AGAIN), end)
    held = next((span for span in said.contents if span.start <= start < span.end), None)
    while held is not None and end > site.last + 1 and scene.words.starts[end - 1] >= held.end:
        end -= 1
    return end


def _counting(scene: Scene, site: Site, figure: Figure | None) -> Figure | None:
    """Return the figure that counts what a deed of no pack is done to, not "to cut the duties on trade worth $6bn"."""
    if figure is None or site.deed in scene.table.objects or site.form == "noun":
        return figure
    return figure if scene.words.at(figure.span.start) - site.last <= _COUNTED else None


def _bound_by_text(scene: Scene, verb: int, first: int) -> str | None:
    """Return whom a text binds: "the accord commits Arland to return 50"."""
    if not scene.words.low[verb].startswith(("commits", "obliges", "binds", "requires")):
        return None
    owners = (scene.words.owner[at] for at in range(verb + 1, first))
    return next((actor for owner in owners if owner >= 0 and (actor := scene.party(owner))), None)


def _whose_leave(scene: Scene, site: Site) -> str | None:
    """Return whose forces a withdrawal is of, whoever tells of it: "the withdrawal of Arland's troops"."""
    low = scene.words.low
    if site.deed != "withdraw" or site.form != "noun" or low[site.last + 1 : site.last + 2] != ["of"]:
        return None
    for step in range(site.last + 2, min(len(low), site.last + 5)):
        if low[step] in scene.adjectives:
            return scene.adjectives[low[step]]
        if scene.words.owner[step] >= 0 and (actor := scene.party(scene.words.owner[step])):
            return actor
    return None


def _carried(scene: Scene, site: Site, figure: Figure | None) -> bool:
    """Tell whether a counted deed "will be" done in a report of what was agreed: the paper's word, not a plan."""
    passive = scene.words.low[site.first - 1] == "be"
    return passive and figure is not None and scene.agreed and scene.words.low[site.first - 2] == "will"


def _object(scene: Scene, site: Site, places: range, end: int) -> tuple[int, int]:
    """Return where what a deed is done to is named: after its verb, from its noun on, before a passive."""
    if site.form == "noun":  # "the troop withdrawal"
        return max(places.start, site.first - (site.deed == "withdraw")), end
    if scene.words.low[site.first - 1] not in ("be", "been"):
        return site.last + 1, end
    # "Confirmed the deal and said the bodies would be handed over at night": of the bodies.
    first = max((at + 1 for at in places if at < site.first and scene.words.low[at] in _BREAKS), default=places.start)
    return first, site.first if first > places.start else end


def _ahead(scene: Scene, when: When | None) -> When | None:
    """Return a day that is not yet past when the report comes out; a past one dates something else."""
    published = scene.article.published
    return when if when is None or published is None or when.last >= published else None


def _alone(scene: Scene, verb: int, by: tuple[str, ...], *, accord: bool) -> Form | None:
    """Return the form of what one side says it will do of itself: "pledged", "promised"."""
    return "unilateral" if len(by) == 1 and not accord and scene.words.low[verb].startswith(VOWED) else None


def _signers(scene: Scene, place: int, places: range, said: Statement) -> tuple[tuple[str, ...], bool]:
    """Return who signed or agreed the paper that a deed stands in: "signed a protocol that will reopen the strait"."""
    for step in range(place - 1, places.start, -1):
        if scene.words.low[step] in ("signed", "sign", "agreed", "reached", "struck", "concluded"):
            return doers(scene, step, places, said)
    return (), False


def with_deeds(pledges: tuple[Pledge, ...]) -> tuple[Pledge, ...]:
    """Give a count of what is left the deed of the pledge before it, where its own words name none."""
    found: list[Pledge] = []
    for one in pledges:
        known = next((other.deed for other in reversed(found) if other.deed), "")
        one = one if one.deed else msgspec.structs.replace(one, deed=known)
        if one.deed:
            found.append(one)
    return tuple(found)
