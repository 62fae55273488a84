# ruff: noqa: E501 - a text a line reads better than a text folded.
import pytest

from crosswire.sources.page_lines import COLUMNS, best_block, cut_lines, ends_sentence, has_date, is_furniture, measure
from crosswire.sources.page_model import score_lines
from crosswire.sources.page_roles import bio_names, byline_names, is_caption, is_credit, is_date_line, plain_names


def line(text: str):  # type: ignore[no-untyped-def]
    return cut_lines(text)[0]


@pytest.mark.parametrize(
    "text",
    ["Share", "Comments (14)", "» Menu", "Sign up for our newsletter", "© 2031 The Courier", "Read more: Talks fail"],
)
def test_furniture_is_known(text: str) -> None:
    assert is_furniture(line(text))


@pytest.mark.parametrize(
    "text",
    ["Share prices fell.", "Follow the money, he said.", "For more than a decade nobody came.", "The menu was short."],
)
def test_prose_is_not_furniture(text: str) -> None:
    assert not is_furniture(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ada Lind; Editing by Tom Roe)",
        "(AP)",
        "— Reuters",
        "Source: Vell Press",
        "Ada Lind contributed to this report.",
    ],
)
def test_credits_are_known(text: str) -> None:
    assert is_credit(line(text))


@pytest.mark.parametrize(
    "text",
    [
        "Source close to the talks said they would end.",
        "AP officials met in Vell.",
        "Reporting by phone from the village, he said it burned.",
    ],
)
def test_prose_is_not_a_credit(text: str) -> None:
    assert not is_credit(line(text))


def test_captions_are_known_and_prose_about_photos_is_not() -> None:
    assert is_caption(line("Photo: Ula Brandt/Vell Press"))
    assert not is_caption(line("A photo of the ship was shown on Monday."))


@pytest.mark.parametrize("text", ["By Friday the talks had failed.", "By 5 pm nobody was left", "by all accounts"])
def test_by_without_a_name_is_no_byline(text: str) -> None:
    assert byline_names(text) is None


def test_names_are_read_with_their_jobs() -> None:
    assert plain_names("Jon Arne Bekk, Political correspondent") == "Jon Arne Bekk"
    assert plain_names("Grain Ships Leave Port Vell") is None
    assert bio_names("Aske Rowe is the Observer's parliamentary correspondent.") == "Aske Rowe"


def test_a_date_line_holds_little_else() -> None:
    assert is_date_line(line("Updated: 11.03.2031 09:40"))
    assert not is_date_line(line("May 9 parade cancelled in Port Vell"))
    assert has_date("3 hours ago")
    assert not has_date("the talks failed")


def test_sentences_end_with_quotes_too() -> None:
    assert ends_sentence("“No.”")
    assert not ends_sentence("Talks resume")


def test_lines_keep_their_places() -> None:
    text = "  Menu \n\n\tThe talks ended.  \n"
    assert [text[one.start : one.end] for one in cut_lines(text)] == ["Menu", "The talks ended."]


def test_a_list_of_headlines_is_not_wrapped_prose() -> None:
    assert len(cut_lines("\n".join(f"Headline number {i} about the harbour and its many ships" for i in range(9)))) == 9


def test_every_line_has_every_column() -> None:
    assert {len(row) for row in measure(cut_lines("Menu\nThe talks ended.\nShare"))} == {len(COLUMNS)}


def test_the_best_block_is_the_largest_sum() -> None:
    assert best_block([-2.0, 3.0, -1.0, 2.0, -4.0, 3.0]) == (1, 4)
    assert best_block([-1.0, -2.0]) == (0, 0)


def test_the_model_tells_prose_from_menus() -> None:
    prose = "The two sides met on Monday in the old customs house, and they agreed to meet again in ten days, officials said."
    scores = score_lines(
        cut_lines(
            "\n".join(
                ["Menu", "Share", *[prose + str(i) + "." for i in range(5)], "Related", "Share", "Privacy policy"]
            )
        )
    )
    assert min(scores[2:7]) > max(scores[0], scores[-1])
