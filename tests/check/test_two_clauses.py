"""What was only expected was not done; each clause of a statement has its own evidence, and its own names."""

from tests.check.test_turns import check_against

SOURCES = {
    "The Wire": (
        "Envoy Mila Brand was expected to join the meetings in Oldport on Wednesday, two people familiar with it said. "
        "On Monday Karel Ost proposed a meeting of the mayors by the end of August. The harbour froze. It was "
        "cold. But Otto Kern, who heads the other team, said there was no point in such a meeting unless it was to "
        "sign an accord.\n"
    ),
    "The Courier": (
        "Harbour clerk Lena Aske said on Tuesday that the Oldport team was ready to go on with talks.\nThe team is "
        "ready to go on with talks in Oldport, clerk Lena Aske told the Northwire in an interview.\n"
    ),
}


def test_what_was_only_expected_is_not_told_as_done() -> None:
    found = check_against(SOURCES, "Envoy Mila Brand joined the meetings in Oldport on Wednesday.")
    assert found.verdict == "partly"
    assert "expected to" in found.reason


def test_what_is_told_as_expected_is_supported() -> None:
    found = check_against(SOURCES, "Envoy Mila Brand was expected to join the meetings in Oldport on Wednesday.")
    assert found.verdict == "supported", found.reason


def test_a_name_is_looked_for_in_the_evidence_of_its_clause() -> None:
    line = "Karel Ost proposed a meeting of the mayors by the end of August, which Kern rejected unless it was to sign."
    assert not [one for one in check_against(SOURCES, line).differences if one.kind == "name"]


def test_a_sentence_that_names_the_listener_is_evidence_too() -> None:
    line = "Harbour clerk Lena Aske told the Northwire that the Oldport team was ready to go on with talks."
    found = check_against(SOURCES, line)
    assert found.verdict == "supported", found.reason
