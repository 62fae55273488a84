"""A surname with the Arabic article is borne by whoever is called by it without."""

import pytest

from crosswire.model import Article
from crosswire.packs import load
from crosswire.read import read_article
from crosswire.weigh.actors import unify_actors

PACKS = load("core", "negotiation")


def people(*texts: str) -> set[str]:
    """Return who the reports name, however they call them."""
    articles = [Article(f"a{at}", f"Envoys meet in Lima\n\n{text}") for at, text in enumerate(texts)]
    found = unify_actors([read_article(one, PACKS) for one in articles])
    return {one.id for one in found.actors if one.kind == "person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Foreign Minister Nadim al-Masri came on Monday. Mr Masri said no.", {"nadim-al-masri"}, id="dropped"
        ),
        pytest.param("Foreign Minister Nadim Masri came on Monday. Mr al-Masri said no.", {"nadim-masri"}, id="added"),
        pytest.param(
            "Foreign Minister Nadim al-Masri came. Mr Almasri said no.", {"nadim-al-masri", "almasri"}, id="another"
        ),
    ],
)
def test_a_second_mention_leaves_the_article_out(text: str, expected: set[str]) -> None:
    assert people(text) == expected


def test_a_lone_surname_is_whose_name_is_written_so() -> None:
    full = "Premier Basim al-Assar came on Monday. Colonel Riyad al-Asaar did not come on Monday."
    assert people(full, "President Assar said no to the envoys on Tuesday.") == {"basim-al-assar", "riyad-al-asaar"}
