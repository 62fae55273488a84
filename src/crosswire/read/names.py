"""Names in running text: capitalised runs cut into persons, bodies, states, outlets and places."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.model import Span
from crosswire.model.reading import ActorKind
from crosswire.read.body_kinds import is_agency
from crosswire.read.gazetteer import Entry, Gazetteer, Gender
from crosswire.read.lone_names import beside, does, is_cited
from crosswire.read.metonyms import NEXT, acts
from crosswire.read.offices import introduced_party, office_before
from crosswire.read.owners import own_party, owner_of
from crosswire.read.runs import Word, bearer, groups, is_body, is_initials, listed, party_of, split_run
from crosswire.read.sites import find_site, is_settlement
from crosswire.read.titles import apposition, is_introduced, set_off, state_around, title_before, title_end


class Name(msgspec.Struct):
    """
    A name found in the text, on its way to a node. `kind` is None for a lone word nobody vouches for.

    `full` covers title and apposition; `role` their words; `weak` marks a guess that needs a second sighting,
    `vouched` what a trained reader is sure of, be it one word only.
    """

    start: int
    end: int
    words: tuple[str, ...]
    kind: ActorKind | None
    full: Span
    sentence: int
    entry: Entry | None = None
    role: str | None = None
    party: str | None = None
    gender: Gender | None = None
    honorific: bool = False
    weak: bool = False
    short: str | None = None
    speaks: bool = False
    written: str = ""
    vouched: bool = False
    owner: str | None = None
    does: bool = False


_ACRONYM = re.compile(r"(?:,|\s\()\s?(?:or\s)?[\"“]?([A-Z][A-Z&.]{1,8})[\"”]?\)?")
_ARTICLES = frozenset({"The", "A", "An", "I", "But", "And"})
# After a lone word: a possessive or an abbreviation's stop, which make it another word.
_JOINS = frozenset("'’.")
_AGE = re.compile(r",\s\d{2},|,\s(?:aged\s)?\d{2}\b")
# Known names that no title makes a person (an outlet's or a place's name may be a surname: "Mayor Bloomberg").
_NO_SURNAME = frozenset({"state", "body", "group"})


def find_names(text: str, sentences: Sequence[Span], words: Gazetteer) -> list[Name]:
    """Return the names of a text in order, non-overlapping, typed where title, list or shape allow it."""
    lower = frozenset(text.split())
    idle, idle_first = words.idle, words.idle_first
    found: list[Name] = []
    reach = 0
    for number, sentence in enumerate(sentences):
        for match in words.run.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            if start < reach:
                continue
            run = match.group()
            alone = text[end : end + 1] not in _JOINS
            if alone and run in idle:
                # A quarter of all capitals are these; what follows would drop them one step at a time.
                continue
            first = _opens(text, sentence.start, start)
            if alone and run.isalpha():
                # Another two fifths are lone words: no run to cut, no groups to build.
                if first and run in idle_first:
                    continue
                one = _lone(text, start, end, run, words, first, lower)
                if one is not None:
                    _site(text, one, words)
                    one.sentence = number
                    one.written = run if one.end == end else _flat(text[start : one.end])
                    if one.kind == "person":
                        widen(text, one, sentence, words, found[-1] if found else None)
                    found.append(one)
                continue
            for group in groups(split_run(text, start, end), words):
                for name in _name(text, group, words, first and group[0].start == start, lower):
                    _site(text, name, words)
                    reach = max(reach, name.end)
                    name.sentence = number
                    name.written = _flat(text[name.start : name.end])
                    if name.kind == "person":
                        widen(text, name, sentence, words, found[-1] if found else None)
                    elif name.kind == "body" and name.entry is None and name.party is None:
                        name.owner, name.party = owner_of(text, name.start, words, name.words)
                    found.append(name)
    return found


def _site(text: str, name: Name, words: Gazetteer) -> None:
    """Turn "the Lower Berg road" into a place of its own; "Berg" alone stays whoever it is."""
    if name.entry is not None or name.kind not in ("person", None) or name.full.start != name.start:
        return
    if is_settlement(text, name.start):
        name.kind, name.vouched, name.weak, name.speaks, name.gender = "place", True, False, False, None
    elif text[max(0, name.start - 4) : name.start].lower() == "the " and (match := words.site.match(text, name.end)):
        name.words, name.kind, name.end = (*name.words, match.group(1)), "place", match.end()
        name.full, name.weak, name.speaks, name.gender = Span(name.start, name.end), False, False, None


def _lone(
    text: str, start: int, end: int, word: str, words: Gazetteer, first: bool, lower: frozenset[str]
) -> Name | None:
    """Type one word by itself: what `_name` does to a group of one, each step a lookup."""
    entry = words.lone.get(word)
    if entry is None or (entry.how == "name" and word in words.openers):
        if word in words.not_names or (word in words.openers and (first or word in _ARTICLES)):
            return None
        small = word.lower()
        role = small in words.role_words
        if first and not role and small in lower and word not in words.given and word not in words.honorifics:
            return None
        if entry is None:
            return None if role or len(word) < 2 else _somebody(text, start, end, word, words, lower)
    return _entered(text, start, end, (word,), entry, words)


def _somebody(text: str, start: int, end: int, word: str, words: Gazetteer, lower: frozenset[str]) -> Name:
    """A lone word no list knows; a verb after it or a second sighting must make it somebody."""
    weak, speaks = beside(text, start, end, word, words, lower)
    speaks = speaks or is_cited(text, start, end, word, words)
    doing = does(text, end, word, words)
    return Name(start, end, (word,), None, Span(start, end), -1, weak=weak, speaks=speaks, does=doing)


def _flat(written: str) -> str:
    return written if written.isalnum() else " ".join(written.split())


def _opens(text: str, start: int, at: int) -> bool:
    """Tell whether a run opens its sentence, or a quotation or clause after a colon inside it."""
    before = text[max(start, at - 3) : at].rstrip()
    return not before or before[-1] in "\"“‘«':—–-(•*" or (at - start < 3)


def _name(text: str, group: list[Word], words: Gazetteer, first: bool, lower: frozenset[str]) -> Iterator[Name]:
    """Type one group; it may hold several names ("FBI Director Jane Doe")."""
    if len(group) == 1:
        word = group[0]
        if word.capital and (one := _lone(text, word.start, word.end, word.text, words, first, lower)) is not None:
            yield one
        return
    site = find_site(text, group, words)
    if site is not None:
        start, end = site.span.start, site.span.end
        if site.entry is not None:
            yield _entered(text, start, end, site.words, site.entry, words)
        else:
            yield Name(start, end, site.words, "place", site.span, -1)
        return
    if group[-1].text in words.things and not _spans(group, words):
        lead = group[0].end + 1 if group[0].text in _ARTICLES else group[0].start  # "the Safe Oria Act" is on Oria
        yield from [part for part in _parts(text, group, words) if part.start == lead] or [_unsure(group)]
        return
    at = group[0].start
    if group[0].text in words.not_names and text[max(0, at - 2) : max(0, at - 1)].isdigit():
        # "On 29 April Arland said": a day's month is nobody's given name.
        group, first = group[1:], False
    if is_agency([word.text for word in group], words):
        yield msgspec.structs.replace(_unsure(group), kind="body", weak=False, vouched=True)
        return
    group = _strip(group, words, first, lower)
    if not group:
        return
    texts = [word.text for word in group]
    hit = words.longest(texts, 0)
    if hit is not None and hit[0] == len(group):
        yield _known(text, group, hit[1], words)
        return
    head = title_end(texts, words)
    # "Director of the Northern Department" is somebody's office.
    office = head and texts[head] in ("of", "at", "for") and texts[head - 1].lower() in words.role_heads
    if head and (office or not (texts[-1] in words.org_words and texts[0] not in words.honorifics)):
        yield from _parts(text, group[:head], words)
        yield from _titled(text, group, head, words, lower)
        return
    yield from _untitled(text, group, words, first, lower)


def _strip(group: list[Word], words: Gazetteer, first: bool, lower: frozenset[str]) -> list[Word]:
    """Drop the words that only a sentence's start capitalises, links at the edges, and days and months."""
    while group and (not group[0].capital or "-of-" in group[0].text or _empty(group, words, first, lower)):
        group, first = group[1:], first and group[0].text in words.openers
    while group and (not group[-1].capital or (group[-1].text in words.not_names and not _spans(group, words))):
        group = group[:-1]
    return group


def _empty(group: list[Word], words: Gazetteer, first: bool, lower: frozenset[str]) -> bool:
    word = group[0].text
    if not first and word not in _ARTICLES and word not in words.not_names:
        return False
    texts = [item.text for item in group]
    hit = words.longest(texts, 0)
    if hit is not None and (hit[1].how != "name" or word not in words.openers or hit[0] > 1):
        return False
    if word in words.openers and (first or word in _ARTICLES):
        return word.lower() not in words.role_words or len(group) < 2
    if word in words.not_names and not (word in words.given and len(group) > 1):
        return texts[-1] not in words.org_words or len(texts) == 1
    if not first or word in words.given or word.lower() in words.role_words or word in words.honorifics:
        return False
    if len(group) > 1 and (texts[-1] in words.org_words or texts[-1] in words.place_words) and len(word) > 1:
        return word.lower() in lower and texts[1] not in words.org_words and word.endswith(("ing", "ly", "ed"))
    return word.lower() in lower or (len(group) > 1 and len(word) > 4 and word.endswith(("ing", "ly")))


def _spans(group: list[Word], words: Gazetteer) -> bool:
    hit = words.longest([word.text for word in group], 0)
    return hit is not None and hit[0] == len(group)


def _known(text: str, group: Sequence[Word], entry: Entry, words: Gazetteer) -> Name:
    return _entered(text, group[0].start, group[-1].end, tuple(word.text for word in group), entry, words)


def _entered(text: str, start: int, end: int, name: tuple[str, ...], entry: Entry, words: Gazetteer) -> Name:
    if entry.how == "metonym" and not acts(text, start, end, words):
        entry = words.sites[name]
    gender: Gender | None = "he" if entry.pronoun == "he" else "she" if entry.pronoun == "she" else None
    return Name(start, end, name, entry.kind, Span(start, end), -1, entry, party=entry.party, gender=gender)


def _parts(text: str, group: list[Word], words: Gazetteer) -> Iterator[Name]:
    """Return the known names standing inside a title or a longer group."""
    texts = [word.text for word in group]
    index = 0
    while index < len(group):
        hit = words.longest(texts, index) if texts[index] in words.starts else None
        if hit is None:
            index += 1
            continue
        if hit[1].how != "adjective":
            yield _known(text, group[index : hit[0]], hit[1], words)
        index = hit[0]


def _titled(text: str, group: list[Word], head: int, words: Gazetteer, lower: frozenset[str]) -> Iterator[Name]:
    """A title and the name after it; the name decides the span, the title the role."""
    title, rest = group[:head], group[head:]
    texts = [word.text for word in title]
    if not rest[0].capital and rest[0].text not in words.particles:
        start = next((index for index, word in enumerate(rest) if word.capital), len(rest))
        yield from _untitled(text, rest[start:], words, False, lower) if rest[start:] else ()
        return
    hit = words.longest([word.text for word in rest], 0)
    known = hit[1] if hit is not None and hit[0] == len(rest) and hit[1].kind == "person" else None
    whole = hit is not None and known is None and hit[0] == len(rest)
    if hit is not None and whole and hit[1].how == "name" and hit[1].kind in _NO_SURNAME:
        yield from _parts(text, rest, words)
        return
    honorific = texts[-1] in words.honorifics
    if not honorific and known is None and rest[-1].text.lower() in lower:
        return
    role = None if honorific else _role(text, title, words)
    gender = words.honorifics.get(texts[-1]) or words.role_gender.get(texts[-1].lower()) or _given_gender(rest, words)
    start, end = rest[0].start, rest[-1].end
    yield Name(
        start, end, tuple(word.text for word in rest), "person", Span(title[0].start, end), -1, known,
        role, party_of(texts, words) or (known.party if known else None), gender, honorific,
    )  # fmt: skip


def _role(text: str, title: list[Word], words: Gazetteer) -> str | None:
    """A title's words without the nationality before them: "Russian Foreign Minister" names a party and a role."""
    texts = [word.text for word in title]
    hit = words.longest(texts, 0) if texts[0] in words.starts else None
    if hit is not None and hit[0] < len(title) and hit[1].kind == "state":
        title = title[hit[0] :]
    return text[title[0].start : title[-1].end] + ("." if text[title[-1].end : title[-1].end + 1] == "." else "")


def _given_gender(group: Sequence[Word], words: Gazetteer) -> Gender | None:
    return words.given.get(group[0].text) if len(group) > 1 else None


def _untitled(text: str, group: list[Word], words: Gazetteer, first: bool, lower: frozenset[str]) -> Iterator[Name]:
    texts = [word.text for word in group]
    start, end = group[0].start, group[-1].end
    if is_body(texts, words):
        yield _body(text, group, words)
        return
    cut = bearer(texts, words)
    if cut:
        # "the Orian Foreign Ministry Anton Veld": a body and, after it, who serves it.
        yield from _name(text, group[:cut], words, first, lower)
        yield from _untitled(text, group[cut:], words, False, lower)
        return
    if len(texts) > 2 and is_initials(texts[-1], words) and not texts[-2].isupper() and texts[0] in words.given:
        # A caption sets a person beside a body: "Ann Berg NAPF".
        yield from _untitled(text, group[:-1], words, first, lower)
        yield _somebody(text, group[-1].start, end, texts[-1], words, lower)
        return
    if len(texts) > 1 and texts[-1] in words.place_words and texts[0] not in words.honorifics:
        yield Name(start, end, tuple(texts), "place", Span(start, end), -1)
        return
    hit = words.longest(texts, 0)
    if _is_person(text, group, words) and (hit is None or texts[0] in words.given):
        yield Name(start, end, tuple(texts), "person", Span(start, end), -1, gender=_given_gender(group, words))
        return
    parts = list(_parts(text, group, words))
    if parts:
        yield from parts
        return
    if hit is not None:
        return
    if len(texts) == 1:
        if len(texts[0]) > 1 and texts[0].lower() not in words.role_words:
            yield _somebody(text, start, end, texts[0], words, lower)
    else:
        plain = len(texts) > 3 or any(word.lower() in lower or word in words.not_names for word in texts)
        yield Name(start, end, tuple(texts), None if plain else "person", Span(start, end), -1, weak=True)


def _unsure(group: Sequence[Word]) -> Name:
    """A run that names no actor by itself; in a headline its words may still be known from the body."""
    span = Span(group[0].start, group[-1].end)
    return Name(span.start, span.end, tuple(word.text for word in group), None, span, -1, weak=True)


def _body(text: str, group: list[Word], words: Gazetteer) -> Name:
    texts = [word.text for word in group]
    start, end = group[0].start, listed(text, group, words)
    if end > group[-1].end:
        texts += text[group[-1].end : end].replace(",", "").split()
    hit = words.longest(texts, 0)
    entry = None
    if hit is not None and hit[0] < len(texts) and hit[1].how in ("adjective", "name") and hit[1].kind == "state":
        whole = words.longest(texts, hit[0])
        entry = whole[1] if whole is not None and whole[0] == len(texts) and whole[1].party == hit[1].party else None
    match = _ACRONYM.match(text, end) if text[end : end + 2] == " (" else None
    return Name(
        start, end, tuple(texts), "body", Span(start, end), -1, entry,
        party=own_party(texts, words), short=match.group(1).rstrip(".") if match else None,
    )  # fmt: skip


def _is_person(text: str, group: Sequence[Word], words: Gazetteer) -> bool:
    texts = [word.text for word in group]
    if not 2 <= len(texts) <= 6:
        return False
    for word in texts[1:]:
        if word in words.not_names and word not in words.given:
            return False
    if texts[0] in words.given and texts[0] not in words.ambiguous_given:
        return True
    if texts[-1] in words.suffixes:
        return True
    for word in texts[1:-1]:
        if len(word.rstrip(".")) == 1 or word in words.particles:
            return True
    end = group[-1].end
    if _AGE.match(text, end) or (
        texts[0] in words.given
        and texts[0] in words.ambiguous_given
        and len(texts) == 2
        and texts[1] not in words.starts
    ):
        return True
    if text.startswith((", who ", " who ", ", whose "), end):
        return True
    says = (after := NEXT.match(text, end)) is not None and after.group(1) in words.speech
    return says or apposition(text, end, words) is not None or is_introduced(text, group[0].start, end, words)


def widen(text: str, name: Name, sentence: Span, words: Gazetteer, last: Name | None) -> None:
    """Add the title before a person and the apposition after it to the name's full extent."""
    start, end, role, party, gender = name.full.start, name.full.end, name.role, name.party, name.gender
    before = title_before(text, start, sentence.start, words, Span(last.start, last.end) if last else None)
    if before is not None:
        start = before.span.start
        role = role or before.role
        party = party or before.party or (last.party if last is not None and last.start == start else None)
        gender = gender or before.gender
    named = len(name.words) > 1 and role is None
    if named and (held := office_before(text, start, sentence.start, words)) is not None:
        start, role, party, gender = held.span.start, held.role, party or held.party, gender or held.gender
    # "Mr Roe, Arland's president, ..."
    styled = text[name.full.start : name.start].strip(" .") in words.honorifics
    after = set_off(text, start, end, sentence.start, words) if named or styled else None
    if role is None and after is not None:
        start, end = min(start, after.span.start), max(end, after.span.end)
        role, party, gender = after.role, party or after.party, gender or after.gender
        if party is None and text[start : start + 4].lower() == "the ":
            party = introduced_party(text, start, role, words)
    party = (state_around(text, start, end, role, words) if role else None) or party
    name.full = Span(start, min(end, sentence.end))
    name.role, name.party, name.gender = role, party, gender
