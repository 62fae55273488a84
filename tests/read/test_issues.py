"""Issues and other listed words."""

from crosswire.model import Span
from crosswire.packs import load
from crosswire.read.issues import find_issues, refers_back
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


def test_the_context_helps_only_where_nothing_else_is_named() -> None:
    context = find_listed("The embargo hurt the ports.", PACKS)
    assert find_issues([], [Span(0, 4)], context) == ("sanctions_economy",)
    own = "It turned the truce down."
    assert find_issues(find_listed(own, PACKS), [Span(0, len(own))], context) == ("ceasefire",)
    paper = "It returned the memorandum."
    both = find_issues(find_listed(paper, PACKS), [Span(0, len(paper))], context)
    assert both == ("process_format", "sanctions_economy")


def test_words_that_point_back() -> None:
    assert refers_back("it was refused".split())
    assert refers_back("the shorter plan".split())
    assert not refers_back("that the pass opens".split())
    assert not refers_back("the envoy left".split())
    assert not refers_back([])
