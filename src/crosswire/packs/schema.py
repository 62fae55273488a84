"""
The shape of a pack: vocabulary as data, one TOML file a topic.

A pack folder holds `pack.toml` (name, title, description, language, `needs`) and any of `actors.toml`,
`outlets.toml`, `issues.toml`, `acts.toml`, `moves.toml`, `speech.toml`, `lexicon.toml`, `names.toml`, plus
`examples.jsonl` and a folder `analysts`, one TOML file for each analyst (see `model.Analyst`).
Each TOML file is an array of tables named like the field below: `[[actors]]`, `[[outlets]]`, `[[speech]]` ...
`moves.toml` is shaped as `acts.toml`: words by which one clause takes a stand, in a sentence that does more than that.
`names.toml` is a second file of `[[lexicon]]` tables, for the long lists that names are read with.
"""

from typing import Literal

import msgspec

from crosswire.model import Analyst

ActorKind = Literal["person", "body", "state", "outlet", "group", "place"]
OutletKind = Literal["wire", "paper", "broadcaster", "state", "agency", "thinktank", "aggregator", "official"]
SpeechPolarity = Literal["affirm", "deny", "ask", "doubt"]


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    `pack.toml`: who the pack is, and which packs it builds on.

    `topic` are words of its subject (a trailing `*` matches any ending): a case whose reports use them takes the pack
    of itself, where the user names none.
    """

    name: str
    title: str
    description: str
    language: str = "en"
    needs: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()


class PackActor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    A person, body, state or group. `party` is the id of the side it acts for (a state's is itself).

    `aliases` are other names and spellings; `metonyms` are words that name it only as somebody who acts or speaks
    ("Moscow said", not "in Moscow"); `adjectives` point to it ("Russian delegation"); `former` roles go in `roles`.
    `nouns` are what reports call a body after naming it: with "company", "the company" is it, whoever else is near.
    """

    id: str
    name: str
    kind: ActorKind
    party: str | None = None
    roles: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    pronoun: Literal["he", "she", "it", "they"] | None = None


class PackOutlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news organisation: names it goes by in text, web domains, owner, and whether others copy it (`wire`)."""

    id: str
    name: str
    kind: OutletKind = "paper"
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None


class PackIssue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    A negotiation issue (ontology/issues.json). `terms` are words or phrases; a trailing `*` matches any ending.

    `general` topics of news give way to a narrower issue that claims the same words, and `broad` ones are nothing to
    agree on; a `carrier` is the form of talks, which gives way to any matter named beside it. `scale` is the unit whose
    amounts order positions on the issue ("day", "prisoner"). Words of `giving_up` right before one of its `places` name
    the issue ("pull out of Lowland"), a place alone does not; the lists `giving-up:ID` and `places:ID` add to both.
    """

    id: str
    name: str
    terms: tuple[str, ...]
    general: bool = False
    broad: bool = False
    carrier: bool = False
    scale: str | None = None
    giving_up: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class PackAct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    A speech act or event (ontology/acts.json). Cues are lemma patterns, tried as written.

    `verbs` are lemmas (the code inflects them); `phrases` are literal phrases, `{v}`-free; `nouns` name the act
    ("the demand that", "threat to"). `needs` words must also stand in the clause, `bars` words must not.
    `event` is true for material events a narrator may report (ATTACK, RELEASE, MEET ...).
    `passive` verbs also count in the passive ("were released"). `priority` breaks ties, higher first.
    """

    id: str
    name: str
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    event: bool = False
    passive: bool = True
    priority: int = 0
    plover: str | None = None


class SpeechCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    A reporting word. `lemma` "say"; `forms` lists irregular forms when the rules would get them wrong.

    `kind` verb ("said"), noun ("statement", "claim") or preposition ("according to"). `that` is true when an indirect
    clause with a bare or "that" complement follows; `infinitive` when "to ..." does ("promised to"); `quote` when it
    introduces quotations; `act` is the ontology act it performs by itself, if any. `attitude` is true for states of
    mind ("believes", "wants", "fears"): the article tells what somebody thinks or wants, which is the article's own
    statement unless quoted.
    """

    lemma: str
    kind: Literal["verb", "noun", "preposition"] = "verb"
    forms: tuple[str, ...] = ()
    that: bool = True
    infinitive: bool = False
    quote: bool = True
    polarity: SpeechPolarity = "affirm"
    act: str | None = None
    attitude: bool = False


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """
    A named word list (`[[lexicon]]`), for lists with no more structure than that.

    Names in use: titles, person_nouns ("spokesperson", "official"), unnamed_adjectives ("diplomatic", "senior"),
    body_suffixes ("Ministry", "Council"), units, approximators, hedges, loaded, given_names, org_words, honorifics,
    future, conditional, question, negation, months, weekdays, genre_opinion, genre_analysis, stop.
    """

    name: str
    words: tuple[str, ...]


class Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One pack as loaded from its folder; see the module docstring for the files."""

    header: Header
    actors: tuple[PackActor, ...] = ()
    outlets: tuple[PackOutlet, ...] = ()
    issues: tuple[PackIssue, ...] = ()
    acts: tuple[PackAct, ...] = ()
    speech: tuple[SpeechCue, ...] = ()
    lexicon: tuple[Lexicon, ...] = ()
    moves: tuple[PackAct, ...] = ()
    analysts: tuple[Analyst, ...] = ()
    digest: str = ""


class Packs(msgspec.Struct, frozen=True):
    """
    Packs merged in load order: later packs add to earlier ones; the same id again replaces the entry.

    `digest` changes whenever any vocabulary does; it is part of every reading's key.
    """

    names: tuple[str, ...]
    actors: tuple[PackActor, ...]
    outlets: tuple[PackOutlet, ...]
    issues: tuple[PackIssue, ...]
    acts: tuple[PackAct, ...]
    speech: tuple[SpeechCue, ...]
    lexicon: dict[str, tuple[str, ...]]
    digest: str
    analysts: tuple[Analyst, ...] = ()
    moves: tuple[PackAct, ...] = ()
    # Of each issue, the number of the pack it is from: what a later pack calls by a word is meant by it.
    ranks: dict[str, int] = {}
    # Those of the packs that a case takes of itself for its subject.
    subjects: tuple[str, ...] = ()

    def words(self, name: str) -> tuple[str, ...]:
        """Return the word list called `name`; empty when no pack defines it."""
        return self.lexicon.get(name, ())
