"""Who comes, goes and leads, and which units are made and cut: read however the news puts it."""

from __future__ import annotations

import pytest

from tests.told_claims import read

TITLE = "Meta and its AI plans"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Meta has lost two of its best-known AI researchers to a rival.", "people shipped 2026-03-10"),
        ("OpenAI hired Dana Ruiz from Meta's AI lab in May.", "people shipped 2025-05"),
        ("Anthropic has poached Dana Ruiz from Meta.", "people shipped 2026-03-10"),
        ("Dana Ruiz is leaving OpenAI for Meta's superintelligence lab.", "people announced 2026-03-10"),
        ("Dana Ruiz quit Google in June to join Meta's AI team.", "people announced 2025-06"),
        ("Dana Ruiz will move from DeepMind to Meta, where she will train models.", "people announced 2026-03-10"),
        ("Dana Ruiz switches from Apple to Meta.", "people shipped 2026-03-10"),
        ("Dana Ruiz will start at Meta's AI lab in April.", "people announced 2026-03-10"),
        ("Meta's new AI chief is Dana Ruiz, who comes from Google.", "people shipped 2026-03-10"),
        ("Dana Ruiz is the new head of Meta's AI research.", "people shipped 2026-03-10"),
        ("The post of chief AI scientist goes to Dana Ruiz.", "people shipped 2026-03-10"),
        ("Dana Ruiz took up the post of AI research director at Meta in May.", "people shipped 2025-05"),
        ("Dana Ruiz steps into the role of AI research head at Meta.", "people shipped 2026-03-10"),
        ("Dana Ruiz has bidden Meta's AI lab farewell.", "people shipped 2026-03-10"),
        ("Dana Ruiz is no longer with Meta's AI team.", "people shipped 2026-03-10"),
        ("Dana Ruiz has turned her back on Meta's AI lab.", "people shipped 2026-03-10"),
        ("Meta and its AI scientist Dana Ruiz part company.", "people shipped 2026-03-10"),
        ("The responsible AI team has been broken up.", "people shipped 2026-03-10"),
        ("Meta is breaking up its responsible AI team.", "people announced 2026-03-10"),
        ("The research group was folded into the product division in May.", "people shipped 2025-05"),
        ("Meta has put together a team of 50 AI experts.", "people shipped 2026-03-10"),
        ("Mark Zuckerberg is assembling a team of experts for superintelligence.", "people announced 2026-03-10"),
        ("Meta parts with 600 people in its AI division.", "people shipped 2026-03-10"),
        ("Meta is to shed 600 posts in AI.", "people announced 2026-03-10"),
        ("A hiring freeze is in force in Meta's AI division since last week.", "people delayed 2026-03"),
        ("Meta brings Dana Ruiz on board for its AI push.", "people shipped 2026-03-10"),
        ("Dana Ruiz, a star of OpenAI, has gone over to Meta.", "people shipped 2026-03-10"),
        ("Meta has won Dana Ruiz, a star of OpenAI, for its AI lab.", "people shipped 2026-03-10"),
        ("At the head of the new AI unit stands Dana Ruiz.", "people shipped 2026-03-10"),
        ("Meta gives its AI division a new structure with four teams.", "people shipped 2026-03-10"),
        ("The AI division is divided into four teams, according to a memo of Tuesday.", "people shipped 2026-03-10"),
        ("Mark Zuckerberg reorganised the AI group for the fourth time in six months.", "people shipped 2026-03-10"),
        ("Dana Ruiz, hired from Google, is now in charge of Meta's AI infrastructure.", "people shipped 2026-03-10"),
        ("Meta said that Dana Ruiz would oversee its AI infrastructure.", "people announced 2026-03-10"),
        (
            "Zuckerberg announced that Dana Ruiz would become chief scientist of the AI lab.",
            "people announced 2026-03-10",
        ),
        ("Meta took Dana Ruiz and six of her colleagues from OpenAI.", "people shipped 2026-03-10"),
        ("Six researchers followed Dana Ruiz from OpenAI to Meta.", "people shipped 2026-03-10"),
        (
            "Three researchers have turned their backs on Meta's superintelligence lab within weeks.",
            "people shipped 2026-03-10",
        ),
        ("At least eight people have left the AI lab since it was founded in June.", "people shipped 2026-03-10"),
        ("Meta's head of generative AI is leaving the company.", "people announced 2026-03-10"),
        ("Meta's vice president of AI research resigned on Tuesday.", "people shipped 2026-03-10"),
        ("Meta demoted its AI chief in May.", "people shipped 2025-05"),
        ("Meta is offering AI researchers up to $100 million, Sam Altman said.", "people announced 2026-03-10"),
        ("Zuckerberg offered the founder more than a billion dollars over several years.", "people shipped 2026-03-10"),
        ("Meta dissolved its protein-folding team in August.", "people shipped 2025-08"),
        ("Meta opens an AI research lab in Paris.", "people announced 2026-03-10"),
        ("Facebook opened an AI lab in Zurich in 2017.", "people shipped 2017"),
        (
            "The man in charge of Meta's AI products, Karl Maier, is leaving after eleven years.",
            "people announced 2026-03-10",
        ),
        (
            "After eleven years, Karl Maier, who was in charge of AI products, is leaving.",
            "people announced 2026-03-10",
        ),
        ("Karl Maier, vice president for generative AI, is on his way out.", "people announced 2026-03-10"),
        ("Karl Maier will no longer run the AI lab.", "people announced 2026-03-10"),
        ("Karl Maier hands the AI lab over to Dana Ruiz.", "people announced 2026-03-10"),
        ("The lab is now run by Dana Ruiz.", "people shipped 2026-03-10"),
        ("Dana Ruiz replaces Karl Maier at the top of Meta's AI research.", "people shipped 2026-03-10"),
        ("Karl Maier and two other AI researchers have resigned.", "people shipped 2026-03-10"),
        ("Karl Maier's last day at Meta's AI lab is Friday.", "people announced 2026-03-10"),
        ("His successor as AI chief will be Dana Ruiz.", "people announced 2026-03-10"),
        ("The company has created a new group for applied AI.", "people shipped 2026-03-10"),
        ("A new unit called Meta Compute will see to the data centers.", "people announced 2026-03-10"),
        ("Mark Zuckerberg set up the lab in December 2013.", "people shipped 2013-12"),
        ("The lab in Paris opened in 2015.", "people shipped 2015"),
        ("Meta has hired more than 50 researchers for the lab since spring.", "people shipped 2026-03-10"),
        ("Dozens of AI experts were brought in from rivals last summer.", "people shipped 2025"),
        ("Meta has laid off several hundred people in its AI organisation.", "people shipped 2026-03-10"),
        ("Meta wants to cut 600 AI jobs.", "people planned 2026-03-10"),
        ("Recruiters were told on Tuesday to stop hiring for AI teams.", "people delayed 2026-03-10"),
        ("Meta has stopped hiring for its AI teams.", "people delayed 2026-03-10"),
    ],
)
def test_it_is_read(words: str, told: str) -> None:
    """Kind, status and date, however it is put; and nothing else is read."""
    assert shown(words) == [told]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Meta and its AI plans", "Dana Ruiz said that she was happy at Meta's AI lab."),
        ("Meta and its AI plans", "Meta has 3,000 AI researchers."),
        ("Meta and its AI plans", "Dana Ruiz joined OpenAI after years at Google."),
        ("Meta and its AI plans", "The startup was founded by three former Meta AI researchers."),
        ("Meta and its AI plans", "Dana Ruiz took part in a panel on AI at Meta."),
        ("Meta and its AI plans", "Dana Ruiz, head of AI at Meta, presented the model."),
        ("Meta and its AI plans", "Meta's rivals are hiring AI talent as well."),
        ("Meta and its AI plans", "Meta may cut jobs in AI, analysts think."),
        ("Meta and its AI plans", "Users left the AI group on Facebook."),
        ("Meta and its AI plans", "Meta leads the field in open AI research."),
        ("Meta and its AI plans", "Dana Ruiz has led Meta's AI research since 2018."),
        ("Meta and its AI plans", "Meta needs more AI engineers, writes the magazine."),
    ],
)
def test_what_is_like_it_is_not(title: str, words: str) -> None:
    """Other companies, wishes, forecasts, states: none of this kind is read."""
    assert not shown(words, title)


def shown(words: str, title: str = TITLE) -> list[str]:
    """What is read, on the tenth of March 2026."""
    claims = read(words, title=title, published="2026-03-10")
    return [f"{c.type} {c.status} {c.date}" for c in claims]
