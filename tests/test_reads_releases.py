"""Models, weights and libraries that come out, are to come out, are late or are given up: however it is put."""

from __future__ import annotations

import pytest

from tests.told_claims import read


@pytest.mark.parametrize(
    ("words", "status", "date"),
    [
        ("Meta on Tuesday gave developers access to the weights of Quill, a language model.", "shipped", "2025-11-11"),
        ("Meta has handed out the code and weights of Tern, a translation model.", "shipped", "2025-11-12"),
        ("Llama 3.3 is out.", "shipped", "2025-11-12"),
        ("Llama 3.3 is now open to everyone under a community licence.", "shipped", "2025-11-12"),
        ("Llama 3.3 can be downloaded from Hugging Face since Tuesday.", "shipped", "2025-11-11"),
        ("The weights of Llama 4 Maverick have been put online by Meta.", "shipped", "2025-11-12"),
        (
            "The social network posted the code of Wren, its speech recognition model, on GitHub.",
            "shipped",
            "2025-11-12",
        ),
        ("Facebook has put its object detection library Marlin on GitHub.", "shipped", "2025-11-12"),
        ("Zuckerberg's company brought out Llama 3 in two sizes on Thursday.", "shipped", "2025-11-06"),
        ("Llama 2 was made available free of charge in July 2023.", "shipped", "2023-07"),
        ("A new version of its speech model was published by Meta on Friday.", "shipped", "2025-11-07"),
        ("With Llama 3.2 Meta has released its first models that can see.", "shipped", "2025-11-12"),
        ("Mark Zuckerberg announced the release of Llama 3.1 on Tuesday.", "shipped", "2025-11-11"),
        ("The release of Llama 2 in July 2023 changed that.", "shipped", "2023-07"),
        ("Llama 3's launch in April 2024 was followed by others.", "shipped", "2024-04"),
        ("Since the arrival of Llama 3 in April 2024 much has changed.", "shipped", "2024-04"),
        ("Today sees the release of SAM 3.", "shipped", "2025-11-12"),
        ("Meta turned Llama Guard 4 loose on Monday.", "shipped", "2025-11-10"),
        ("Facebook's AI lab today open-sourced Plover, a toolkit for reinforcement learning.", "shipped", "2025-11-12"),
        (
            "Just published by FAIR: a library called Curlew for training recommendation models.",
            "shipped",
            "2025-11-12",
        ),
        ("Llama 3, which Meta published in April 2024, has 8 or 70 billion parameters.", "shipped", "2024-04"),
        ("Published in April 2024, Llama 3 comes in two sizes.", "shipped", "2024-04"),
        ("The company followed up with Llama 3.1 on July 23, 2024.", "shipped", "2024-07-23"),
        ("In April 2024 came Llama 3.", "shipped", "2024-04"),
        ("Meta has come out with a small language model for phones.", "shipped", "2025-11-12"),
        ("Meta wants to bring out Llama 5 before the end of the year.", "planned", "2025-11-12"),
        ("Llama 5 is due next month.", "planned", "2025-11-12"),
        ("A successor called Llama 5 is in the works.", "planned", "2025-11-12"),
        ("Llama 5 is being trained on 100,000 GPUs, Zuckerberg said.", "planned", "2025-11-12"),
        ("Llama 5 will come out in the autumn.", "planned", "2025-11-12"),
        ("Meta to open-source its Muse models.", "planned", "2025-11-12"),
        ("Zuckerberg promised that the weights of Muse Spark would follow.", "planned", "2025-11-12"),
        ("Training of Llama 4 has begun, Zuckerberg said on Tuesday.", "planned", "2025-11-11"),
        ("Meta is reportedly about to launch a model called Kestrel.", "rumoured", "2025-11-12"),
        ("Llama 5 will not appear before autumn.", "delayed", "2025-11-12"),
        ("Meta has pushed the launch of Llama 5 back to the autumn.", "delayed", "2025-11-12"),
        ("Llama 5 has slipped to next year.", "delayed", "2025-11-12"),
        ("The release of Llama 5 has been postponed.", "delayed", "2025-11-12"),
        ("Meta is holding back its largest model, Behemoth.", "delayed", "2025-11-12"),
        ("Meta's next model Kestrel is late and will miss its June date.", "delayed", "2025-11-12"),
        ("On Thursday the group made its speech model freely available.", "shipped", "2025-11-06"),
        ("The Facebook parent followed with Code Llama in August 2023.", "shipped", "2023-08"),
        ("Llama 3.2, unveiled on Wednesday, can also handle images.", "shipped", "2025-11-12"),
        (
            "With Llama 4 the company brings out its first models that handle images and video alike.",
            "shipped",
            "2025-11-12",
        ),
        ("The new model, Llama 3.3, went live on Friday.", "shipped", "2025-11-07"),
        ("The newest member of the family, Llama 3.2, debuted on Wednesday.", "shipped", "2025-11-12"),
        ("Meta drops Llama 3.3.", "shipped", "2025-11-12"),
        ("Facebook shares the code of its speech recogniser with the world.", "shipped", "2025-11-12"),
        ("Three sizes of Llama 2 were issued in July 2023.", "shipped", "2023-07"),
        ("July 2023 saw the publication of Llama 2.", "shipped", "2023-07"),
        ("Facebook makes its image recognition software open source.", "shipped", "2025-11-12"),
        (
            "The programming framework PyTorch was published by Facebook's researchers in January 2017.",
            "shipped",
            "2017-01",
        ),
        ("Segment Anything, which Meta let loose in April 2023, cuts objects out of pictures.", "shipped", "2023-04"),
        ("Version 2 of PyTorch is out since March 2023.", "shipped", "2023-03"),
        ("In December 2024 Meta added Llama 3.3 to the family.", "shipped", "2024-12"),
        ("The weights are on Hugging Face: Meta has released Llama 3.3.", "shipped", "2025-11-12"),
        ("A reasoning version of Llama 4 is to follow in the coming weeks.", "planned", "2025-11-12"),
        ("Llama 4 Reasoning is coming next month, Meta said.", "planned", "2025-11-12"),
        ("Zuckerberg said that Llama 4 would be out early next year.", "planned", "2025-11-12"),
        ("Meta intends to publish an open version of Muse Spark.", "planned", "2025-11-12"),
        ("A lighter model is planned for the summer, Meta said.", "planned", "2025-11-12"),
        ("Meta hopes to put out Llama 5 next year.", "planned", "2025-11-12"),
        ("The company said that the training of Llama 4 was well under way.", "planned", "2025-11-12"),
        ("Meta has put off the launch of Behemoth.", "delayed", "2025-11-12"),
        ("Behemoth will come later than planned, Meta said.", "delayed", "2025-11-12"),
        ("Meta keeps developers waiting for Behemoth until autumn.", "delayed", "2025-11-12"),
        ("Meta is said to be preparing a model called Kestrel for March.", "rumoured", "2025-03"),
    ],
)
def test_releases_are_read(words: str, status: str, date: str) -> None:
    """One move of the kind, how far it has come, and when."""
    (claim,) = read(words, title="What Meta does with AI", published="2025-11-12")
    assert (claim.type, claim.status, claim.date) == ("release", status, date)
