"""Who adds no voice of its own: a report that names whose word it gives, its own reporter, who hands a quotation on."""

import datetime as dt

from crosswire.model import Article, Claim
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh import weigh

PACKS = load("core", "negotiation")
DAY = dt.date(2031, 3, 3)
# What else each paper tells, so that neither is a copy of the other.
BESIDE = (
    "The weather turned over the weekend, and fishermen from the eastern shore kept their boats at home. The price of "
    "bread rose again, and bakers asked for a loan.",
    "A new school will open behind the old mill next spring. Its first forty pupils met their teacher there, and the "
    "choir sang two songs by a composer who was born in the valley.",
)


def claims(*texts: str) -> list[Claim]:
    articles = [
        Article(f"a{at}", f"News of the day.\n\n{text}\n\n{BESIDE[at]}", outlet=f"Paper {at}", published=DAY)
        for at, text in enumerate(texts)
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    return [one for one in dossier.claims if len(one.statements) > 1]


def test_a_report_of_its_own_is_a_second_origin() -> None:
    own = "Forty barges of the salt company lay stranded on the sandbank below the harbour of Vell on Monday."
    told = "Ann Roe said forty barges of the salt company were stranded on the sandbank below the harbour of Vell."
    assert [one.count for one in claims(own, told)] == [2]


def test_a_report_that_names_whose_figures_it_gives_is_none() -> None:
    told = "Forty barges of the salt company lie stranded on the sandbank below the harbour of Vell"
    found = claims(f"In the words of a report by Ann Roe, {told[0].lower()}{told[1:]}.", f"{told}, Ann Roe said.")
    assert all(one.count == 1 for one in found)


def test_an_own_reporter_is_the_outlet() -> None:
    told = "police fired gas at the dockers who threw stones outside the customs house of Vell"
    articles = [
        Article(f"a{at}", f"News of the day.\n\n{text}", outlet="Hill Gazette", published=DAY)
        for at, text in enumerate((f"My colleague Ann Roe reports that {told}.", f"On Monday {told}."))
    ]
    dossier = weigh(articles, [read_article(one, PACKS) for one in articles], PACKS.outlets)
    assert all(one.count == 1 for one in dossier.claims)
