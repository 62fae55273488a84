"""Who is in an article: one actor a person or body, and every mention of it."""

from collections.abc import Sequence

from crosswire.model import Actor, Article, Mention, Quote, Span
from crosswire.packs import Packs
from crosswire.read.acronyms import join_acronyms
from crosswire.read.coreference import resolve
from crosswire.read.employers import employed
from crosswire.read.full_names import full_names
from crosswire.read.gazetteer import gazetteer
from crosswire.read.home_offices import with_home_offices
from crosswire.read.irregulars import part_irregulars
from crosswire.read.issuer import home_bodies
from crosswire.read.led import name_led
from crosswire.read.name_kinds import SeenName, join_names
from crosswire.read.names import find_names
from crosswire.read.nodes import gather
from crosswire.read.organs_abroad import organs_of_home
from crosswire.read.phrases import lengthen
from crosswire.read.plural_owners import join_owned


def find_actors(
    article: Article,
    sentences: Sequence[Span],
    paragraphs: Sequence[int],
    quotes: Sequence[Quote],
    packs: Packs,
    seen: Sequence[SeenName] = (),
) -> tuple[list[Actor], list[Mention]]:
    """
    Return the actors of an article, by first mention, and their mentions in text order.

    `seen` are the names a trained reader marks: it says what is a name that no pack lists.

    >>> from crosswire.packs import load
    >>> text = "Defence Minister Jane Doe arrived. Ms. Doe said nothing."
    >>> actors, mentions = find_actors(Article("a", text), [Span(0, 34), Span(35, 57)], [1, 1], [], load("core"))
    >>> actors[0].name, actors[0].role, [mention.span.of(text) for mention in mentions]
    ('Jane Doe', 'Defence Minister', ['Jane Doe', 'Doe'])
    """
    words = gazetteer(packs)
    names = lengthen(article.text, find_names(article.text, sentences, words), words)
    names = join_names(article.text, sentences, names, seen, words) if seen else names
    names = full_names(article.text, names, words)
    names = name_led(article.text, sentences, join_owned(article.text, sentences, names, words), words)
    nodes = gather(join_acronyms(article.text, sentences, names), paragraphs, words)
    actors, mentions = resolve(article.text, sentences, paragraphs, quotes, nodes, words)
    actors, mentions = organs_of_home(article.text, actors, mentions)
    actors = part_irregulars(article.text, employed(article.text, actors, mentions, words), mentions, words)
    actors = with_home_offices(article, actors, mentions, packs)
    return home_bodies(article.outlet, actors, packs), mentions
