"""What those who rule do about the subject, and what rules it makes itself: read however the news puts it."""

from __future__ import annotations

import pytest

from tests.told_claims import read

TITLE = "Meta and its AI plans"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("A French publisher takes Meta to court over the training of Llama.", "policy shipped 2026-03-10"),
        ("Three authors' groups went to court against Meta over AI training in March.", "policy shipped 2026-03"),
        ("Meta wins in court against authors over AI training.", "policy shipped 2026-03-10"),
        ("A judge handed Meta a victory in the AI copyright case on Wednesday.", "policy shipped 2026-03-04"),
        (
            "The court found that Meta broke data protection law with its chatbot.",
            "policy shipped 2026-03-10",
        ),
        ("A judge ruled in Meta's favour in the AI case.", "policy shipped 2026-03-10"),
        ("The regulator gave up its resistance to the AI training on Tuesday.", "policy shipped 2026-03-10"),
        (
            "Meta is allowed to train its AI on public posts, a court in Cologne decided on Friday.",
            "policy shipped 2026-03-06",
        ),
        ("Meta may train its AI on public posts, the Irish regulator said in May.", "policy shipped 2025-05"),
        ("Meta will resume AI training on posts of British users next week.", "policy announced 2026-03-10"),
        ("Meta has put the training of its AI on European posts on hold.", "policy delayed 2026-03-10"),
        ("Meta has adjusted its terms of use so that AI chats may be used for ads.", "policy shipped 2026-03-10"),
        ("From December, Meta will use what people say to its AI for advertising.", "policy announced 2026-03-10"),
        ("Meta opens Llama to the US military.", "policy shipped 2026-03-10"),
        ("Meta lets defence contractors use its models.", "policy shipped 2026-03-10"),
        ("The US government has approved Llama for use by federal agencies.", "policy shipped 2026-03-10"),
        (
            "Meta will not release its multimodal model in the EU because of the rules there.",
            "policy announced 2026-03-10",
        ),
        ("Meta founded a super PAC to fight AI rules in California.", "policy shipped 2026-03-10"),
        ("Meta is spending millions on a super PAC against AI regulation.", "policy shipped 2026-03-10"),
        ('Meta changes the label for AI images from "Made with AI" to "AI info".', "policy shipped 2026-03-10"),
        ("The senator has asked Mark Zuckerberg for documents on AI chatbots.", "policy shipped 2026-03-10"),
        ("New Mexico's attorney general accuses Meta of letting AI chatbots harm minors.", "policy shipped 2026-03-10"),
        (
            "Australia's eSafety regulator demanded explanations from Meta about its AI characters.",
            "policy shipped 2026-03-10",
        ),
        ("The EU has begun proceedings against Meta because of its AI in WhatsApp.", "policy shipped 2026-03-10"),
        (
            "Brazil's competition authority ordered Meta to let other chatbots stay on WhatsApp.",
            "policy shipped 2026-03-10",
        ),
        ("Meta will charge rival chatbot makers for access to WhatsApp in Italy.", "policy announced 2026-03-10"),
        (
            "China's commerce ministry is examining whether the sale of the AI startup to Meta breaks export rules.",
            "policy shipped 2026-03-10",
        ),
        (
            "The board of supervisors voted for the rezoning of land for Meta's AI data center.",
            "policy shipped 2026-03-10",
        ),
        ("Residents sued over the water permit for Meta's AI data center.", "policy shipped 2026-03-10"),
        ("Meta's models may not be used in the EU under the new licence.", "policy shipped 2026-03-10"),
        ("The rule on AI romance with minors was struck from the guidelines.", "policy shipped 2026-03-10"),
        ("Meta has removed the passage on minors from its AI guidelines.", "policy shipped 2026-03-10"),
        ("Job applicants at Meta may use AI in interviews from now on.", "policy shipped 2026-03-10"),
        ("Meta disputes in court that it pirated films for AI training.", "policy denied 2026-03-10"),
        ("Dutch consumers' association demands that Meta stop AI training.", "policy shipped 2026-03-10"),
        ("A court in Hamburg dismissed the suit against Meta's AI training.", "policy shipped 2026-03-10"),
        (
            "Norway's consumer council filed a complaint against Meta's AI plans with the data protection authority.",
            "policy shipped 2026-03-10",
        ),
        ("Noyb lodged complaints in eleven countries against Meta's AI plans.", "policy shipped 2026-03-10"),
        ("Meta and the authors settled their dispute over AI training.", "policy shipped 2026-03-10"),
        ("A jury found Meta liable for eavesdropping with AI glasses.", "policy shipped 2026-03-10"),
        ("Members of the European Parliament asked the Commission to look into Meta AI.", "policy shipped 2026-03-10"),
        ("South Korea's watchdog fined Meta over its AI in November.", "policy shipped 2025-11"),
        ("The German consumer centre has sent Meta a warning letter over its AI plans.", "policy shipped 2026-03-10"),
        ("Meta will start training its AI on European posts on 27 May.", "policy announced 2026-03-10"),
        ("Meta began notifying European users about the AI training on Monday.", "policy shipped 2026-03-09"),
        ("Meta has told users in Britain that their posts will train its AI.", "policy announced 2026-03-10"),
        (
            "The company changed the guidelines for its chatbot after the newspaper's questions.",
            "policy shipped 2026-03-10",
        ),
        ("AI chatbots of other firms are banned from WhatsApp as of January.", "policy shipped 2026-01"),
        ("Meta has to pay a fine of 5 million euros over its chatbot.", "policy shipped 2026-03-10"),
        ("In the US Senate, 40 lawmakers called on Meta to explain its AI rules.", "policy shipped 2026-03-10"),
        ("The judge threw out most of the claims against Llama.", "policy shipped 2026-03-10"),
        ("Llama is now approved for use in US agencies.", "policy shipped 2026-03-10"),
        ("Meta changed course and opened Llama to the military.", "policy shipped 2026-03-10"),
        ("The licence excludes users in the European Union.", "policy shipped 2026-03-10"),
    ],
)
def test_it_is_read(words: str, told: str) -> None:
    """Kind, status and date, however it is put; and nothing else is read."""
    assert shown(words) == [told]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Meta and its AI plans", "The judge had been appointed by Barack Obama."),
        ("Meta and its AI plans", "The law will apply to all AI firms from August."),
        ("Meta and its AI plans", "Regulators are watching AI closely."),
        ("Meta and its AI plans", "Meta competes with OpenAI, which was sued by authors."),
        ("Meta and its AI plans", "Lawyers say that Meta's licence is not open source."),
        ("Meta and its AI plans", "The licence of Mistral's model allows commercial use."),
        ("Meta and its AI plans", "Meta could face fines under the AI Act."),
        ("Meta and its AI plans", "Congress is debating an AI bill."),
        ("Meta and its AI plans", "The European Commission published guidelines for AI models."),
        ("Meta and its AI plans", "A court ordered Google to share search data with AI rivals."),
        ("Meta and its AI plans", "Meta complies with the law, a spokesman said of its AI."),
        ("Meta and its AI plans", "The company's privacy policy describes how AI data are used."),
    ],
)
def test_what_is_like_it_is_not(title: str, words: str) -> None:
    """Other companies, wishes, forecasts, states: none of this kind is read."""
    assert not shown(words, title)


def shown(words: str, title: str = TITLE) -> list[str]:
    """What is read, on the tenth of March 2026."""
    claims = read(words, title=title, published="2026-03-10")
    return [f"{c.type} {c.status} {c.date}" for c in claims]
