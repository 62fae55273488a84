"""Readings in less room: what many of them hold alike is held once, and weighing holds no more than it asks for."""

from sys import intern

from msgspec.structs import force_setattr, replace

from crosswire.model.reading import Reading
from crosswire.model.statement import Statement

# What few words of a case say of very many statements.
_NAMES = ("article", "act", "lemma", "speaker", "agent", "target", "event", "event_agent", "event_target")
_LISTS = ("terms", "core", "actors", "issues", "via")


def share(reading: Reading) -> Reading:
    """
    Return a reading, that nobody else holds yet, with every stem, name and sentence of its statements held once.

    One that was decoded or came from another process has its own copy of each word, wherever it stands: a third of its
    size.
    """
    held: dict[object, object] = {}
    for said in reading.statements:
        _share_words(said)
        # A sentence in which several things are said is the evidence of each.
        force_setattr(said, "evidence", held.setdefault(said.evidence, said.evidence))
        for name in _LISTS:
            words = getattr(said, name)
            force_setattr(said, name, held.setdefault(words, words))
    return reading


def for_weighing(reading: Reading) -> Reading:
    """
    Return a reading without what only its own article's page shows: a quarter of its size.

    Of attributions those are left that pass on another's words: weighing asks whose.
    """
    passed_on = tuple([one for one in reading.attributions if one.via])
    return replace(reading, paragraphs=(), mentions=(), figures=(), attributions=passed_on)


def _share_words(said: Statement) -> None:
    for name in _NAMES:
        word = getattr(said, name)
        if word is not None:
            force_setattr(said, name, intern(word))
    for name in _LISTS:
        if words := getattr(said, name):
            force_setattr(said, name, tuple(map(intern, words)))
    if said.evidence.article is not said.article:
        force_setattr(said.evidence, "article", said.article)
