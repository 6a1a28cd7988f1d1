"""Who comes, goes and leads, and which units are made and cut: read however the news puts it."""

from __future__ import annotations

import pytest

from tests.told_claims import read

TITLE = "Meta and its AI plans"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Meta has appointed Dana Ruiz as head of its AI safety team.", "people shipped 2026-03-10"),
        (
            "Dana Ruiz, who ran search at Google for a decade, has been appointed head of Meta's AI lab.",
            "people shipped 2026-03-10",
        ),
        (
            "Dana Ruiz, until now a manager at Apple, has been named product chief of Meta's superintelligence lab.",
            "people shipped 2026-03-10",
        ),
        ("Dana Ruiz was picked to run the AI infrastructure group at Meta.", "people shipped 2026-03-10"),
        ("Dana Ruiz will lead the new AI safety lab at Meta.", "people announced 2026-03-10"),
        ("The new AI lab will be headed by Dana Ruiz, a professor at Stanford.", "people announced 2026-03-10"),
        ("The AI team is to be led by Dana Ruiz.", "people announced 2026-03-10"),
        ("Meta put Dana Ruiz in charge of its AI products on Monday.", "people shipped 2026-03-09"),
        ("Dana Ruiz announced on Monday that she will leave Meta's AI lab.", "people announced 2026-03-09"),
        ("Dana Ruiz has announced her departure from Meta's AI research group.", "people announced 2026-03-10"),
        ("Dana Ruiz and Karl Maier are leaving Meta's AI lab.", "people announced 2026-03-10"),
        ("Dana Ruiz and Karl Maier have left Meta's AI lab.", "people shipped 2026-03-10"),
        ("Dana Ruiz, hired only in May, is gone from the AI lab.", "people shipped 2026-03-10"),
        ("The research head Dana Ruiz is on her way out of Meta's AI group.", "people announced 2026-03-10"),
        ("Dana Ruiz is off to Meta, where she will work on AI agents.", "people announced 2026-03-10"),
        ("Dana Ruiz has joined Meta's superintelligence lab from OpenAI.", "people shipped 2026-03-10"),
        ("Apple's AI chief Dana Ruiz defected to Meta in June.", "people shipped 2025-06"),
        ("Meta has lured Dana Ruiz away from OpenAI.", "people shipped 2026-03-10"),
        ("Meta has signed up three researchers from DeepMind for its AI lab.", "people shipped 2026-03-10"),
        ("Two more OpenAI researchers were hired by Meta last month.", "people shipped 2026-02"),
        ("In October the company laid off 600 people in its AI division.", "people shipped 2025-10"),
        ("About 600 employees lost their jobs in the AI division in October.", "people shipped 2025-10"),
        ("Some 600 AI staff were let go in October.", "people shipped 2025-10"),
        ("Meta is cutting 600 jobs in its AI unit, it told staff on Wednesday.", "people announced 2026-03-04"),
        ("Around 600 roles in the AI unit will go, a memo said on Wednesday.", "people announced 2026-03-04"),
        ("Meta has set up a new team for humanoid robots under Dana Ruiz.", "people shipped 2026-03-10"),
        ("Meta has created an applied AI engineering group.", "people shipped 2026-03-10"),
        ("Meta split its AI division into four teams in August.", "people shipped 2025-08"),
        ("Zuckerberg announced a reorganisation of Meta's AI group on Tuesday.", "people announced 2026-03-10"),
        ("Meta reorganized its AI teams in May.", "people shipped 2025-05"),
        ("Meta merged its two AI research teams in May.", "people shipped 2025-05"),
        ("A new team under Dana Ruiz is to handle AI supply contracts.", "people announced 2026-03-10"),
        ("Dana Ruiz returned to Meta to run its AI research.", "people shipped 2026-03-10"),
        ("Facebook's AI lab was founded by Yann LeCun in 2013.", "people shipped 2013"),
        ("The lab was set up in 2015 by Dana Ruiz at Facebook's AI research arm.", "people shipped 2015"),
        ("Dana Ruiz took over the AI research lab in 2023.", "people shipped 2023"),
        ("Dana Ruiz succeeded Karl Maier as head of Meta's AI research in May.", "people shipped 2025-05"),
        ("Dana Ruiz will succeed Karl Maier as head of Meta's AI research.", "people announced 2026-03-10"),
        ("The appointment of Dana Ruiz as chief AI scientist was announced on Friday.", "people announced 2026-03-06"),
        ("Dana Ruiz's departure from Meta's AI lab was confirmed on Friday.", "people announced 2026-03-06"),
        ("Dana Ruiz's move to Meta's AI lab was confirmed on Friday.", "people shipped 2026-03-06"),
        ("Meta confirmed the hiring of Dana Ruiz for its AI lab.", "people announced 2026-03-10"),
        ("Meta has frozen hiring in its AI division.", "people delayed 2026-03-10"),
        ("Dana Ruiz threatened to quit Meta's AI lab, the newspaper reports.", "people shipped 2026-03-10"),
        ("Meta offered Dana Ruiz a package of $250 million to join its AI lab.", "people shipped 2026-03-10"),
        ("Karl Maier, an AI researcher, went back to OpenAI after a few weeks.", "people shipped 2026-03-10"),
        ("Dana Ruiz has resigned from Meta's AI team.", "people shipped 2026-03-10"),
        ("Meta has promoted Dana Ruiz to vice president of generative AI.", "people shipped 2026-03-10"),
        ("Dana Ruiz becomes Meta's chief AI officer.", "people announced 2026-03-10"),
        ("Dana Ruiz has become chief AI officer of Meta.", "people shipped 2026-03-10"),
        ("Meta moved its FAIR team into the product organization.", "people shipped 2026-03-10"),
        ("Meta has poached Dana Ruiz, co-founder of an AI startup.", "people shipped 2026-03-10"),
        ("Two leading AI researchers have left Meta.", "people shipped 2026-03-10"),
    ],
)
def test_it_is_read(words: str, told: str) -> None:
    """Kind, status and date, however it is put; and nothing else is read."""
    assert shown(words) == [told]


@pytest.mark.parametrize(
    ("title", "words", "told"),
    [
        ("Meta to cut 600 jobs in AI unit", "It is the latest of many cuts.", "people announced 2026-03-10"),
        (
            "Meta poaches OpenAI's Dana Ruiz for AI push",
            "It is the latest of many hires.",
            "people announced 2026-03-10",
        ),
        ("Meta's AI chief Dana Ruiz to leave", "It is the latest of many exits.", "people announced 2026-03-10"),
        ("Meta AI veteran quits to found startup", "It is the latest of many exits.", "people shipped 2026-03-10"),
    ],
)
def test_a_headline_is_read(title: str, words: str, told: str) -> None:
    """In the tense of headlines, with a bare line below; and nothing else is read."""
    assert shown(words, title) == [told]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Meta and its AI plans", "Dana Ruiz has left OpenAI to start an AI firm."),
        ("AI jobs", "Google appointed Dana Ruiz as head of its AI lab; Meta did not comment."),
        ("Meta and its AI plans", "Dana Ruiz, who left Meta in 2019, thinks that AI is overhyped."),
        ("Meta cuts Reality Labs staff", "Meta laid off 200 people in Reality Labs."),
        ("Meta names new finance chief", "Meta has appointed Dana Ruiz as chief financial officer."),
        ("Meta and its AI plans", "Dana Ruiz leads AI research at Meta."),
        ("Meta and its AI plans", "Dana Ruiz, who heads AI at Meta, spoke at a conference."),
        ("Meta and its AI plans", "Talent could leave Meta if the AI plans fail."),
        ("Meta and its AI plans", "Dana Ruiz reports to Alexandr Wang at Meta."),
        ("Meta and its AI plans", "Meta employs thousands of AI researchers."),
        ("Meta and its AI plans", "Karl Maier, a former Meta AI researcher, founded an AI startup in Paris."),
        ("Meta and its AI plans", "If Dana Ruiz leaves Meta's AI lab, others may follow."),
        ("Meta and its AI plans", "Anthropic hired Dana Ruiz from Meta's rival Google."),
        ("Meta and its AI plans", "Researchers joined the conference on AI at Meta's campus."),
        ("Meta and its AI plans", "Users have left Meta's AI app in droves."),
        ("Meta and its AI plans", "Meta will cut a tenth of its workforce as it spends more on AI."),
        ("Meta and its AI plans", "Meta laid off 3,000 people because it wants to pay for AI chips."),
    ],
)
def test_what_is_like_it_is_not(title: str, words: str) -> None:
    """Other companies, wishes, forecasts, states: none of this kind is read."""
    assert not shown(words, title)


def shown(words: str, title: str = TITLE) -> list[str]:
    """What is read, on the tenth of March 2026."""
    claims = read(words, title=title, published="2026-03-10")
    return [f"{c.type} {c.status} {c.date}" for c in claims]
