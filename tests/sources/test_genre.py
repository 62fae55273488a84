# ruff: noqa: E501 - a text a line reads better than a text folded.
import time

import pytest

from crosswire.sources.genre import recognise_genre
from crosswire.sources.pasted import read_page

# Each text as a user would save it; a first line without a period is its title.
NEWS = {
    "group-with-a-plus": "Talks resume in Ennis\nMarrow and the V5+1 met on Monday. The V5+1 want thirty days, an official said.\nThe V5 + 1 group and the E3/EU+3 will meet again.",
    "plain": "Envoys meet in Ennis\nThe two sides met on Monday, officials said.\nThey agreed to meet again in ten days, according to the Coast Council.",
    "quotes-full-of-opinion": "Minister attacks deal\nForeign Minister Dale Voss attacked the draft on Monday.\n“I am ashamed. We must never accept this shameful, absurd farce,” he said.\n“It is an insult, and I will say so: our people should reject it,” he added.\nThe delegation left the hall at noon, a spokesman said.",
    "statement-reported": "Ministry condemns shelling\nThe Foreign Ministry strongly condemned the shelling of Tarn, a spokesman said on Monday.\nHe said that the ministry rejects the charge and urges observers to visit the village.",
    "interview-reported": "Kell: no deal this month\nEstany's envoy Ruda Kell said in an interview with Northwire that no deal would come this month.\n“We are far apart,” she said.\nThe talks resume on Friday.",
    "opinion-poll": "Opinion poll shows fall in support\nAn opinion poll published on Monday showed that 41 percent back the truce.\nThe survey of 1,200 adults was conducted last week, its authors said.",
    "one-question": "What did Marrow sign?\nMarrow signed a paper on Monday that nobody has seen, two officials said.\nThe Council said it would publish the text.",
    "short-bullets": "Truce at sea begins\nThe truce began at midnight, the Council said. Its terms are:\n• thirty days at sea\n• no drones\nLand forces are not covered, officials said.\nShelling was heard near Tarn.\nNobody was hurt, the governor said.",
    "analysts-quoted": "Markets calm\nAnalysts said the truce was likely to hold.\nPrices fell by 2 percent on Monday, according to the exchange.\nTraders said that they expected more of the same.",
}  # fmt: skip
OPINION = {
    "label-line": "OPINION\nEnough waiting\nThe guns have spoken for three months, and the envoys have not.\nIt will not end by itself.",
    "title-bar": "Opinion | The bridge nobody wants\nThe bridge at Sund was meant to join two banks.\nIt has joined nothing yet.",
    "first-person": "The bench at Ennis\nI have watched three rounds from the same hard bench, and I know what my notes say: nothing.\nI was there when the lights went out, and I saw how our envoys laughed.\nWe must stop pretending that this is diplomacy, and we should be ashamed of our patience.\nIt is a farce, and I will not call it anything else.",
    "duty": "Time to choose\nHow long must we wait? Until the last village burns?\nWe must choose, and we should choose now, because our children will have to live with this shameful silence.\nSurely nobody believes that a photograph is a treaty. It is reckless to pretend otherwise, and we should say so.",
    "disclaimer": "A truce is not peace\nA truce stops the guns for a while; it settles nothing.\nThe shoals will still be there in the morning, and so will the flags.\nThe views expressed in this article are the author's own and do not necessarily reflect those of the paper.",
    "editorial": "Editorial: Sign it\nThe draft is poor and late. It is also all there is.\nBoth governments know it.",
}  # fmt: skip
ANALYSIS = {
    "title-bar": "Analysis | What the islands change\nThe choice of the islands says more than the agenda.\nNeither side can claim to be host there.",
    "label-line": "ANALYSIS\nWhy grain moved first\nGrain moved first because insurers, not envoys, set the pace.\nThat is a lesson for the land truce.",
    "title-colon": "Analysis: The order of the steps\nThe order decides who carries the risk.\nEstany would carry it under the present draft.",
    "explainer": "Explainer: the Orm shoals\nThe shoals lie twelve miles from either coast.\nNobody lives there, and everybody wants them.",
    "weighing": "The price of a guarantee\nThe offer suggests that Marrow sees more leverage in grain than in guns, and the implications for the land truce are strategic.\nThe question is whether that calculus survives the spring; three scenarios are at stake, and in each the incentive to wait is strong.\nOn paper the balance of power favours Estany, but in practice the trade-off is likely to run the other way.\nIt remains to be seen whether insurers agree.",
}  # fmt: skip
INTERVIEW = {
    "turns": "“Nobody trusts the map”\nThe Observer sat down with Estany's envoy.\nObserver: Why did you leave the hall?\nKell: Because the map on the wall was wrong.\nObserver: Will you come back?\nKell: When there is another map.",
    "q-and-a-with-person": "Ruda Kell on the third round\nEstany's envoy spoke to our correspondent in Ennis.\nQ: What do you expect?\nA: Little, and late.\nQ: And the observers?\nA: They should come tomorrow.",
    "title-label": "Interview: Ivo Marsh, the man between\nThe Council's secretary receives us in a bare room.\nHe has not slept.",
    "label-line": "INTERVIEW\nThe secretary's long night\nIvo Marsh opens the door himself.\nThe talks, he says, are a matter of patience.",
    "condensed": "A mayor between the lines\nWe spoke with the mayor of Tarn. The talk was edited for length.\nQ. Who fired first?\nA. I was in the cellar.\nQ. Do you stay?\nA. Where would I go?",
}  # fmt: skip
STATEMENT = {
    "numbered-points": "Coast Council\nOffice of the Chair\nPRESS STATEMENT\nVesk, 14 March 2031\nMeeting with the Pilots' Union\n1. The Chair received both delegations at noon and heard what each of them had to say.\n2. The Chair notes that the company has brought a revised offer to the table.\n3. The union took note of the offer and found it insufficient with regard to pay.\n4. The next meeting will be held on 21 March at the same place.",
    "numbered-ours": "Statement of the Board of the Lake Front on the budget\nThe Board of the Lake Front states:\n1. Our ministers voted for the draft. They said in writing that they did not agree with the levy.\n2. We call on the prime minister to withdraw it before the first reading.\n3. The report that we were told of it in March is untrue.",
    "labelled-after-a-day": "Ministry of Finance\nRepublic of Vale\nPublished: 16.10.2031. | Press release\nThe budget has been submitted\nOn Wednesday the cabinet submitted the draft law on the budget of Vale to the parliament.\nIt is a budget of security, the minister said, and not one of comfort.",
    "release": "FOR IMMEDIATE RELEASE\nCouncil to send observers\nThe Coast Council will send ten observers to Tarn.\nMedia contact: press office.",
    "declares": "On the events at Tarn\nThe Ministry of Foreign Affairs of Estany declares that the shelling of Tarn breaks the truce, and strongly condemns it.\nThe Ministry calls on Marrow to withdraw its guns at once.",
    "joint": "Joint statement of the delegations at Ennis\nThe delegations of Marrow and Estany have agreed as follows.\nThe truce at sea shall begin at midnight.\nPrisoners shall be returned within ten days.",
    "expresses": "On the grain ships\nThe Government of Marrow welcomes the departure of the grain ships and expresses its thanks to the Coast Council.\nThe Government reaffirms its commitment to free passage.",
    "statement-by": "Statement by the Secretary of the Coast Council\nThe Council takes note of the vote in Marrow.\nThe Council urges both sides to keep to the timetable.",
    "communique": "Communiqué on the third round\nThe parties met on the Orm islands from 28 to 30 March.\nThe parties reaffirm the truce at sea.",
}  # fmt: skip
SUMMARY = {
    "tags-run-together": "Truce at sea holds\nThe truce held for a second day.Northwire+3The Harbor Courier+5\nThe talks go on.",
    "generated": "Day 100 of the crisis\nThe third round opens on Friday.\nTwo grain ships have arrived.\nThis summary was generated automatically from several reports.",
    "counted-tags": "Truce at sea holds\nThe truce held for a second day. Northwire +3\nShelling was reported near Tarn. Harbor Courier +5\nThe talks go on.",
    "digest": "Coast digest\n• The truce at sea holds for a fifth day, the Council says.\n• Two grain ships arrive in the south with flour for a month.\n• The last bus of sailors is expected on Thursday evening.\n• Ferry prices go up by a tenth from the first of April.",
    "sources-list": "The strait: key points\n- The Council offers forty observers to both governments.\n- Marrow rejects them and names three terms of its own.\n- Estany calls the terms an ultimatum with a ribbon.\nSources: Northwire, Harbor Courier, Ennis Observer",
    "ai": "AI summary\nMarrow and Estany agreed on a truce at sea.\nAI can make mistakes. Check the original reports.",
}  # fmt: skip
QA = {
    "label": "Q&A: the truce at sea\nThe truce began at midnight on Tuesday.\nHere is how it works.",
    "explaining": "The truce in short\nWhat has been agreed?\nA truce at sea of thirty days, to begin at midnight.\nWho will watch it?\nForty observers of the Coast Council, from six countries.\nWhat about the land?\nNothing has been agreed for the land so far.",
    "q-a": "Readers ask about the ferries\nQ: Do the ferries run?\nA: They do, twice a day.\nQ: Are tickets refunded?\nA: Only for the winter months.",
    "faq": "FAQ | Passage through the strait\nShips need a paper from both navies.\nIt takes three days.",
    "questions-answered": "Questions and answers: the exchange\nThe exchange has two stages.\nThe second is due on Thursday.",
}  # fmt: skip
CASES = [
    pytest.param(text, genre, id=f"{genre}-{name}")
    for genre, texts in (
        ("news", NEWS),
        ("opinion", OPINION),
        ("analysis", ANALYSIS),
        ("interview", INTERVIEW),
        ("statement", STATEMENT),
        ("summary", SUMMARY),
        ("qa", QA),
    )
    for name, text in texts.items()
]


def genre_of(text: str) -> str:
    page = read_page(text)
    return recognise_genre(text, page.regions, title=page.title, author=page.author)


@pytest.mark.parametrize(("text", "genre"), CASES)
def test_a_text_shows_its_genre(text: str, genre: str) -> None:
    assert genre_of(text) == genre


def test_there_are_enough_texts_to_mean_something() -> None:
    assert len(CASES) >= 40


PLAIN = "The two sides met on Monday, officials said.\nThey will meet again."


@pytest.mark.parametrize(
    ("url", "genre"),
    [
        ("https://courier.example/opinion/2031/bench", "opinion"),
        ("https://courier.example/analysis/steps", "analysis"),
        ("https://courier.example/world/opinion-poll-falls", "news"),
        ("https://courier.example/world/talks", "news"),
        ("https://courier.example/interviews/kell", "interview"),
    ],
)
def test_the_address_names_the_section(url: str, genre: str) -> None:
    assert recognise_genre(PLAIN, read_page(PLAIN).regions, url=url) == genre


def test_a_menu_of_sections_is_not_a_label() -> None:
    assert genre_of("Opinion\nAnalysis\nInterviews\nEnvoys meet in Ennis\n" + PLAIN) == "news"


def test_a_columnists_biography_weighs_only_with_other_signs() -> None:
    assert (
        genre_of("Envoys meet in Ennis\nBy Ada Lind\n" + PLAIN + "\nAda Lind is a columnist for the Courier.\nShare")
        == "news"
    )


TOLD_TO = "The truce shows that patience pays. If the Estans are sincere, they open the lock and pay for the boats."


@pytest.mark.parametrize(
    ("title", "told", "genre"),
    [
        ("Estany must meet Marrow halfway", TOLD_TO, "opinion"),
        ("Harbour Voice: Estany should pay", TOLD_TO, "opinion"),
        ("Estany must pay, court rules", TOLD_TO, "news"),
        ("Must Estany pay?", TOLD_TO, "news"),
        ("Estany must meet Marrow halfway", TOLD_TO + " So the minister said.", "news"),
    ],
)
def test_a_headline_that_says_what_must_be_done_heads_an_opinion(title: str, told: str, genre: str) -> None:
    assert genre_of(f"{title}\n\n{told}\n") == genre


def test_a_report_on_the_us_is_no_opinion() -> None:
    told = "\nThe US should sign and must wait; its US partners should too. " + "The US paid US crews of US boats. " * 9
    assert genre_of("Envoys meet in Ennis\nBy Ada Lind\n" + PLAIN + told) == "news"


def test_an_official_outlet_publishes_statements() -> None:
    assert recognise_genre(PLAIN, (), outlet_kind="official") == "statement"


@pytest.mark.parametrize("unit", ["(", '"', "“", "7", "a a a ", "Q: \n", "A: b\n", "• one two\n", "I must. "], ids=repr)
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    began = time.perf_counter()
    recognise_genre(text, ())
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("menu", "genre"),
    [
        ("News\nOpinion\nSport\n\nVesk", "news"),
        ("World\nPolitics\nOpinion\n\nVesk", "news"),
        ("Lake Post\nOpinion", "opinion"),
    ],
    ids=["a-menu-goes-on", "a-menu-ends", "a-label-alone"],
)
def test_a_section_in_a_menu_is_no_label(menu: str, genre: str) -> None:
    story = (
        "Envoys return to Vesk for a third round\nBy Ida Lund\n3 May 2031\n"
        "The envoys of Marrow returned to Vesk on Saturday, officials said, and the talks began an hour late.\n"
        "Marrow's minister told reporters that two of the three annexes had been read twice.\nShare"
    )
    assert genre_of(f"Skip to content\n{menu}\n{story}") == genre
