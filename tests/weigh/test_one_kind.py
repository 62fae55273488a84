"""One kind for a name that reports take for different things."""

from crosswire.model import Actor
from crosswire.weigh.one_kind import settle_kinds


def kinds(*actors: tuple[str, str, str | None]) -> list[tuple[str, str]]:
    local = {
        (f"r{number}", name): Actor(name.lower(), name, kind, None, role, (name,))  # type: ignore[arg-type]
        for number, (name, kind, role) in enumerate(actors)
    }
    return [(one.name, one.kind) for one in settle_kinds(local).values()]


def test_a_surname_of_the_case_is_no_body() -> None:
    assert kinds(("Ada Orlin", "person", None), ("Orlin", "body", None))[1] == ("Orlin", "person")


def test_a_lone_word_that_other_reports_know_as_a_body_is_one() -> None:
    assert kinds(("PX20", "body", None), ("PX20", "person", None))[1] == ("PX20", "body")


def test_a_lone_person_of_no_known_body_stays() -> None:
    assert kinds(("Orlin", "person", None), ("Vessk", "body", None)) == [("Orlin", "person"), ("Vessk", "body")]


def test_an_office_makes_a_person_of_a_full_name() -> None:
    found = kinds(("Ada Orlin", "body", None), ("Ada Orlin", "body", None), ("Ada Orlin", "person", "PX20 leader"))
    assert {kind for _, kind in found} == {"person"}


def test_a_full_name_is_what_most_reports_take_it_for() -> None:
    found = kinds(("Vessk Union", "body", None), ("Vessk Union", "body", None), ("Vessk Union", "person", None))
    assert {kind for _, kind in found} == {"body"}


def test_a_title_before_a_full_name_is_no_part_of_it() -> None:
    found = kinds(("Ada Orlin", "person", None), ("Convenor Ada Orlin", "body", None), ("Vessk Orlin", "body", None))
    assert found[1:] == [("Ada Orlin", "person"), ("Vessk Orlin", "body")]


def test_what_a_pack_lists_stays() -> None:
    local = {
        ("r1", "a"): Actor("a", "Ada Orlin", "person", None, None, ("Ada Orlin",)),
        ("r2", "b"): Actor("b", "Orlin", "body", "b", None, ("Orlin",), known=True),
    }
    assert settle_kinds(local)["r2", "b"].kind == "body"
