"""Issues and other listed words."""

from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.issues import find_issues
from crosswire.read.loaded import LOADED, find_listed, outermost

PACKS = load("core", "negotiation")


def issues_of(text: str, contents: Span | None = None) -> tuple[str, ...]:
    whole = Span(0, len(text))
    return find_issues(find_listed(text, PACKS), [contents or whole])


def test_terms_name_the_issue() -> None:
    assert issues_of("Both swapped prisoners at the bridge.")[0] == "prisoners"
    assert issues_of("A full ceasefire took hold.")[0] == "ceasefire"


def test_the_contents_come_before_the_sentence() -> None:
    text = "At the prisoner exchange he spoke of the truce."
    assert issues_of(text, Span(text.index("truce"), text.index("truce") + 5)) == ("ceasefire",)


def test_the_sentence_helps_when_the_contents_name_nothing() -> None:
    text = "Asked about the truce, he said it was over."
    assert issues_of(text, Span(text.index("it was"), len(text))) == ("ceasefire",)


def test_at_most_three_and_never_inside_a_word() -> None:
    assert len(issues_of("Talks on the truce, prisoners, refugees, grain, sanctions and elections.")) == 3
    assert issues_of("The importer transported reports.") == ()


def test_every_issue_of_the_ontology_is_there() -> None:
    ontology = set(
        "ceasefire monitoring territory security_guarantees demilitarisation prisoners children_missing displaced "
        "humanitarian_access sanctions_economy reparations accountability leaders_meeting process_format mediation "
        "political_settlement rights_identity nuclear_infrastructure navigation_trade recognition_relations".split()
    )
    assert ontology <= {issue.id for issue in PACKS.issues}


def test_every_term_of_every_issue_is_found() -> None:
    for issue in PACKS.issues:
        for term in issue.terms:
            keys = {hit.key for hit in find_listed(f"so {term.removesuffix('*')} .", PACKS)}
            assert f"issue:{issue.id}" in keys, term


def test_loaded_words_with_their_endings() -> None:
    text = "The brutality was a bloodbath; the herb stayed brute."
    spans = outermost(hit for hit in find_listed(text, PACKS) if hit.key == LOADED)
    assert [span.of(text) for span in spans] == ["brutality", "bloodbath"]


def test_a_letter_whose_lower_case_is_longer_moves_nothing() -> None:
    text = "İİİ a truce"
    assert next((hit.start, hit.end) for hit in find_listed(text, PACKS)) == (6, 11)
