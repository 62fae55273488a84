"""The packs' names and name words, compiled for lookups by capitalised word."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

import msgspec

from crosswire.model.reading import ActorKind
from crosswire.packs import PackActor, Packs
from crosswire.read.body_kinds import BodyWords, body_words
from crosswire.text.verbs import all_forms

Gender = Literal["he", "she"]
How = Literal["name", "metonym", "adjective"]


class Entry(msgspec.Struct, frozen=True):
    """What a pack says about a name found in the text."""

    id: str
    name: str
    kind: ActorKind
    how: How = "name"
    party: str | None = None
    role: str | None = None
    pronoun: str | None = None
    known: bool = True


# What a listed name has before its lower-case end, that end as it may be printed, and whom the name means.
Tail = tuple[tuple[str, ...], re.Pattern[str], Entry]


class Gazetteer(msgspec.Struct, frozen=True):
    """
    Name lookups and word lists of one set of packs.

    `starts` maps a first word to (words, entry), longest first; `lone` holds the names of one word; `sites` the places
    that metonyms are where they stand for nobody; `tails` the names that end in lower-case words ("Israeli army"), by
    the last word before those, longest first.
    """

    starts: dict[str, list[tuple[list[str], Entry]]]
    lone: dict[str, Entry]
    tails: dict[str, list[Tail]]
    sites: dict[tuple[str, ...], Entry]
    persons: dict[str, list[Entry]]
    spellings: dict[str, tuple[str, ...]]
    given: dict[str, Gender | None]
    ambiguous_given: frozenset[str]
    honorifics: dict[str, Gender | None]
    role_heads: frozenset[str]
    role_words: frozenset[str]
    role_tails: frozenset[str]
    role_gender: dict[str, Gender]
    org_words: frozenset[str]
    org_heads: frozenset[str]
    bodies: BodyWords
    place_words: frozenset[str]
    not_names: frozenset[str]
    things: frozenset[str]
    openers: frozenset[str]
    idle: frozenset[str]
    idle_first: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    group_nouns: frozenset[str]
    state_nouns: frozenset[str]
    irregulars: frozenset[str]
    irregular_kinds: frozenset[str]
    factions: frozenset[str]
    camps: frozenset[str]
    person_nominals: frozenset[str]
    body_nominals: frozenset[str]
    nouns: dict[str, tuple[str, ...]]
    called: dict[str, Entry]
    speech: frozenset[str]
    wills: frozenset[str]
    run: re.Pattern[str]
    reference: re.Pattern[str]
    site: re.Pattern[str]
    arms: re.Pattern[str]
    institution: re.Pattern[str]
    pointed: re.Pattern[str]
    home: re.Pattern[str]
    rival: re.Pattern[str]

    def longest(self, words: list[str], start: int) -> tuple[int, Entry] | None:
        """Return the end and entry of the longest pack name that starts at `words[start]`."""
        found = self.starts.get(words[start])
        if found is None:
            return None
        for name, entry in found:
            # A list against a list's slice: no tuple is built for each name that fails.
            end = start + len(name)
            if words[start:end] == name:
                return end, entry
        return None


_LATIN_GREEK_CYRILLIC = (*range(0x250), *range(0x370, 0x530), *range(0x1E00, 0x1F00))
_UPPER = "".join(chr(code) for code in _LATIN_GREEK_CYRILLIC if chr(code).isupper())
# A capitalised word: "U.S.", "W.", "O'Neill", "Porto-Novo". It opens with a plain letter class so that the search
# can skip to the next capital; what stands before the letter is looked at after it.
CAP = rf"[{_UPPER}](?:(?:\.[{_UPPER}]){{1,5}}\.|\.(?=\s?[{_UPPER}])|\w*(?:['’\-]\w+){{0,8}})"
_ARTICLE = r"(?:al|el|ash|as|an|ar|ad)-"
# Connectors that can stand inside a name besides the particles a pack lists.
_LINKS = ("of", "for", "on", "and", "the", "&", "in", "against", "to")
TOKEN = re.compile(rf"(?:[{_UPPER}]\.){{2,6}}|\w+(?:['’\-]\w+)*\.?|&")

_ARTICLES = frozenset({"The", "A", "An", "I", "But", "And"})
# Words a run may hold after the first; the longest name in BASIL has 12.
_LONGEST = 24

_COMPILED: dict[str, Gazetteer] = {}


def gazetteer(packs: Packs) -> Gazetteer:
    """Return the compiled names of `packs`; compiled once per digest."""
    found = _COMPILED.get(packs.digest)
    if found is None:
        found = _COMPILED[packs.digest] = _compile(packs)
    return found


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """
    Fold a name's spelling: lower case, no accents, the usual transliteration variants alike.

    >>> fold("Zelenskyy") == fold("Zelenskiy") == fold("Zelensky"), fold("Medinskij") == fold("Medinsky")
    (True, True)
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    plain = plain.replace("'", "").replace("-", " ")
    for variants, one in _VARIANTS:
        plain = variants.sub(one, plain)
    return plain


# Slavic endings and letters that English papers romanise in several ways.
_VARIANTS = (
    (re.compile(r"j"), "y"),
    (re.compile(r"(?:skiy|skyy|skyi|skii|ski)\b"), "sky"),
    (re.compile(r"(?:iy|ii|ij|yy|yi)\b"), "y"),
    (re.compile(r"\bye"), "e"),
    (re.compile(r"ei\b"), "ey"),
    (re.compile(r"ai\b"), "ay"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"yo"), "o"),
    (re.compile(r"(.)\1"), r"\1"),
)


@lru_cache(maxsize=1 << 14)
def slug(name: str) -> str:
    """
    Return an id made of a name's letters.

    >>> slug("O’Neill, Jane")
    'oneill-jane'
    """
    plain = unicodedata.normalize("NFKD", name.replace("’", "").replace("'", ""))
    kept = "".join(char if char.isalnum() else "-" for char in plain.lower() if not unicodedata.combining(char))
    return re.sub(r"-{1,}", "-", kept).strip("-") or "unnamed"


def split(name: str) -> tuple[str, ...]:
    """Split a name into the words a run of text is split into, possessives aside."""
    return tuple(
        token.group().rstrip(".") if len(token.group()) > 2 and "." not in token.group()[:-1] else token.group()
        for token in TOKEN.finditer(name.replace("’", "'"))
    )


def _compile(packs: Packs) -> Gazetteer:
    starts: dict[str, dict[tuple[str, ...], Entry]] = {}
    persons: dict[str, list[Entry]] = {}
    spellings: dict[str, tuple[str, ...]] = {}

    def add(name: str, entry: Entry) -> None:
        words = split(name)
        if words:
            starts.setdefault(words[0], {})[words] = entry

    for phrase in (*packs.words("places"), *packs.words("place_phrases")):
        add(phrase, Entry(slug(phrase), phrase, "place", known=False))
    for outlet in packs.outlets:
        for name in (outlet.name, *outlet.aliases):
            add(name, Entry(outlet.id, outlet.name, "outlet"))
    for actor in packs.actors:
        entry = Entry(
            actor.id,
            actor.name,
            actor.kind,
            "name",
            actor.party,
            actor.roles[0] if actor.roles else None,
            actor.pronoun,
        )
        for name in (actor.name, *actor.aliases):
            add(name, entry)
        for how, names in (("metonym", actor.metonyms), ("adjective", actor.adjectives)):
            for name in names:
                add(name, msgspec.structs.replace(entry, how=how))
        if actor.kind == "person":
            surnames = {fold(split(name)[-1]) for name in (actor.name, *actor.aliases)}
            for surname in sorted(surnames):
                persons.setdefault(surname, []).append(entry)
            spellings[actor.id] = tuple(dict.fromkeys(fold(split(name)[0]) for name in (actor.name, *actor.aliases)))
    heads = frozenset(form for word in packs.words("role_heads") for form in (word, f"{word}s"))
    heads |= {word.lower() for word in packs.words("titles")}
    return Gazetteer(
        starts={
            first: [(list(name), names[name]) for name in sorted(names, key=lambda name: -len(name))]
            for first, names in starts.items()
        },
        tails=_tails(starts),
        lone={first: names[first,] for first, names in starts.items() if (first,) in names},
        sites={
            name: msgspec.structs.replace(entry, id="", name=" ".join(name), kind="place", party=None, known=False)
            for names in starts.values()
            for name, entry in names.items()
            if entry.how == "metonym"
        },
        persons=persons,
        spellings=spellings,
        given=_given(packs),
        ambiguous_given=frozenset(packs.words("ambiguous_given")),
        honorifics={
            **dict.fromkeys(packs.words("honorifics")),
            **dict.fromkeys(packs.words("honorifics_he"), "he"),
            **dict.fromkeys(packs.words("honorifics_she"), "she"),
        },
        role_heads=heads,
        role_words=heads | frozenset(packs.words("role_modifiers")),
        role_tails=frozenset(packs.words("role_tails")),
        role_gender={
            **dict.fromkeys(packs.words("pronoun_roles_he"), "he"),
            **dict.fromkeys(packs.words("pronoun_roles_she"), "she"),
        },
        org_words=frozenset(packs.words("org_words")),
        org_heads=frozenset(packs.words("org_heads")),
        bodies=body_words(packs),
        place_words=frozenset(packs.words("place_words")),
        not_names=frozenset(packs.words("not_names")),
        things=frozenset(packs.words("things")),
        openers=frozenset(packs.words("openers")),
        # Lone words that name nobody: days and months anywhere, "The" and "But" where a capital opens a sentence.
        idle=(frozenset(packs.words("not_names")) | (_ARTICLES & frozenset(packs.words("openers")))) - starts.keys(),
        idle_first=frozenset(packs.words("openers")) - starts.keys(),
        particles=frozenset(packs.words("name_particles")),
        suffixes=frozenset(packs.words("name_suffixes")),
        group_nouns=frozenset(packs.words("group_nouns")),
        state_nouns=frozenset(packs.words("state_nouns")),
        irregulars=frozenset(packs.words("irregulars")),
        irregular_kinds=frozenset(packs.words("irregular_kinds")),
        factions=frozenset(packs.words("factions")),
        camps=frozenset(packs.words("camps")),
        person_nominals=frozenset(packs.words("person_nominals")),
        body_nominals=frozenset(_body_nominals(packs)),
        nouns={actor.id: nouns for actor in packs.actors if (nouns := _nouns_of(actor))},
        called=_called(packs),
        speech=frozenset(
            form for cue in packs.speech if cue.kind == "verb" for form in all_forms(cue.lemma, cue.forms)
        ),
        wills=frozenset(form for verb in packs.words("wills") for form in all_forms(verb, ())),
        run=_run(packs.words("abbreviated_titles"), packs.words("name_particles")),
        reference=_reference(packs),
        site=re.compile(rf"\s({_words(packs.words('site_nouns'))})\b(?![-’'])"),
        arms=re.compile(
            rf"(?:\s(?:{_words(packs.words('arms_modifiers'))})){{0,2}}\s(?:{_words(packs.words('arms'))})\b(?![-’'])"
        ),
        institution=re.compile(
            rf"(?:['’]s?)?(?P<fields>(?:\s(?:{_words(packs.words('institution_fields'))})){{0,3}})"
            rf"\s(?P<noun>{_words(packs.words('institutions'))})\b(?![-’'])"
        ),
        pointed=re.compile(
            r"[A-Zt](?<!\w.)(?:(?<=[A-Z])[a-z]{2,20}(?P<run>-)(?:based|controlled|led|run)"
            rf"|(?<=[Tt])he\s(?:{_words(packs.words('pointing_places'))})['’]s)(?=\s[a-z])"
        ),
        home=re.compile(rf"\b[Tt]he\s(?P<body>{_words(packs.words('home_bodies'))})\b(?![-’'])"),
        rival=_rival(packs),
    )


def _tails(starts: Mapping[str, Mapping[tuple[str, ...], Entry]]) -> dict[str, list[Tail]]:
    found: dict[str, list[Tail]] = {}
    for name, entry in sorted((item for names in starts.values() for item in names.items()), key=_by_length):
        last = max((at for at, word in enumerate(name) if not word.islower()), default=-1)
        if 0 <= last < len(name) - 1:
            head = (*name[:last], name[last].removesuffix("'s"))
            owned = "['’]s" if head[-1] != name[last] else ""
            end = "".join(rf"\s{re.escape(word)}" for word in name[last + 1 :]).replace("'", "['’]")
            found.setdefault(head[-1], []).append((head, re.compile(rf"{owned}{end}(?![\w-])"), entry))
    return found


def _by_length(item: tuple[tuple[str, ...], Entry]) -> tuple[int, tuple[str, ...]]:
    return -len(item[0]), item[0]


def _given(packs: Packs) -> dict[str, Gender | None]:
    he, she = set(packs.words("given_names_he")), set(packs.words("given_names_she"))
    either = set(packs.words("given_names")) | (he & she)
    return {
        **dict.fromkeys(sorted(he), "he"),
        **dict.fromkeys(sorted(she), "she"),
        **dict.fromkeys(sorted(either)),
    }


def _words(words: Iterable[str]) -> str:
    """
    Return a pattern for the longest of some words, branched by letter: a flat list is tried word by word.

    >>> _words(["aide", "aides", "ally"])
    '(?:a(?:ide(?:s|)|lly))'
    """
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        heads.setdefault(word[:1], []).append(word)
    return f"(?:{'|'.join(_branch(group) for group in heads.values())})" if heads else r"(?!)"


def _branch(words: list[str]) -> str:
    """Write sorted words of one first letter: what all share, then the rests; an empty one last: longer words win."""
    shared = words[0]
    while not words[-1].startswith(shared):
        shared = shared[:-1]
    rests = [word[len(shared) :] for word in words]
    longer = [rest for rest in rests if rest]
    if not longer:
        return re.escape(shared)
    tail = _words(longer)
    return re.escape(shared) + (f"{tail[:-1]}|)" if len(longer) < len(rests) else tail)


def _run(abbreviations: Iterable[str], particles: Iterable[str]) -> re.Pattern[str]:
    """A run of capitalised words, single white space between them, links and particles inside."""
    short = "|".join(rf"(?<=\b{re.escape(word)}\.)" for word in sorted(set(abbreviations)))
    word = rf"{CAP}(?:\.(?=\s[{_UPPER}])(?:{short or '(?!)'}))?"
    link = rf"(?:{_words((*_LINKS, *particles))})"
    # A plural's apostrophe may stand inside a name ("Teachers' Union"); `groups` cuts where it does not.
    join = rf"(?:,\s(?=[JS]r\b)|(?:(?<=s)['’])?\s(?:{link}\s){{0,3}}(?:{_ARTICLE})?)"
    first = word.replace("]", r"](?<!\w.)", 1)
    return re.compile(rf"{first}(?:{join}(?:{word})){{0,{_LONGEST}}}")


# The letters of a pronoun after its first.
_PRONOUN = (
    r"(?:(?<=[Hh])(?:e(?:r(?:s|self)?)?|im(?:self)?|is)|(?<=[Ss])he|(?<=[Tt])he(?:y|m|ir|mselves)"
    r"|(?<=[Ii])t(?:s|self)?)\b(?!-\w|\s(?:or|/)\s(?:her|she|hers)\b)(?<!\bor\sher)(?<!\bor\sshe)"
)


def _called(packs: Packs) -> dict[str, Entry]:
    """Map each common noun that the packs give to one actor only to that actor."""
    owners = Counter(noun for actor in packs.actors for noun in set(_nouns_of(actor)))
    return {
        noun: Entry(actor.id, actor.name, actor.kind, "name", actor.party, None, actor.pronoun)
        for actor in packs.actors
        for noun in _nouns_of(actor)
        if owners[noun] == 1
    }


def _nouns_of(actor: PackActor) -> tuple[str, ...]:
    """Return the nouns for an actor, also with a capital: "the Front", and in official papers "the Government"."""
    if actor.kind not in ("state", "body", "group"):
        return actor.nouns
    short = [one[4:] for one in actor.aliases if one.lower().startswith("the ") and one[4:].isalpha()]
    capital = [noun.capitalize() for noun in actor.nouns]
    return tuple(dict.fromkeys((*actor.nouns, *short, *capital)))


def _body_nominals(packs: Packs) -> tuple[str, ...]:
    return (*packs.words("body_nominals"), *(noun for actor in packs.actors for noun in _nouns_of(actor)))


def _reference(packs: Packs) -> re.Pattern[str]:
    """Return one pattern for a pronoun, "the minister" and the first word of somebody without a name (`_rival`)."""
    heads = _words((*packs.words("person_nominals"), *_body_nominals(packs)))
    nominal = rf"(?<=[Tt])he\s(?:(?:{_words(packs.words('role_modifiers'))})\s){{0,2}}({heads})\b(?![-\w])"
    return re.compile(rf"[AaHhIiOoSsTtWw](?<!\w.)(?=[ehint\s])(?:({_PRONOUN})|{nominal}|(?={_rival_tail(packs)}))")


def _rival(packs: Packs) -> re.Pattern[str]:
    """Somebody without a name ("a witness", "his wife"), whom a pronoun may mean instead of the last name."""
    return re.compile(rf"[AaOoHhTtWw](?<!\w.){_rival_tail(packs)}")


def _rival_tail(packs: Packs) -> str:
    heads = _words((*packs.words("role_heads"), *packs.words("person_nouns"), "man", "woman", "girl", "boy", "person"))
    lead = r"(?:(?<=[Aa])n?|(?<=[Aa])nother|(?<=[Oo])ne|(?<=[Hh])(?:is|er)|(?<=[Tt])heir|(?<=[Ww])hose)"
    return rf"{lead}\s(?:[a-z\-]{{2,20}}\s){{0,2}}(?:{heads})\b(?![-\w]|,?\s[A-Z])"
