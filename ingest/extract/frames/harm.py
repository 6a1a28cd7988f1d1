"""Leaks, flaws, rigged benchmarks, allegations and denials: frames of incidents."""

from __future__ import annotations

from ingest.extract.frame import Frame, NounFrame, frame, noun

__all__ = ["FRAMES", "NOUNS"]

# fmt: off
# ruff: noqa: E501 - one frame is one entry of a table
FRAMES: tuple[Frame, ...] = (
    frame("leaks", "incident", "leak", "any", r"[MA]{3,}|\bweights\b|\bmodel\b|\bconversations\b|\bchats\b|\bprompts\b", sentence=r"[MAS]{3,}", ai=True, shuns=r"\bbenchmark"),
    frame("is-leaked", "incident", "leak", "product:MA", ai=True, shuns=r"^\W*(?:\w+ ){0,2}(?:benchmark|from|to reach)"),
    frame("games-benchmark", "incident", "leak release submit", "subject", far=120, wants=r"[O]{3,}.{0,30}\bbenchmark|\bexperimental\b.{0,95}(?:benchmark|leaderboard|[O]{4,})|\bbenchmark (?:results|scores)\b"),
    frame("alleged", "incident", "allege", "any", r"[SF]{2,}", sentence=r"\b(?:test sets?|benchmarks?|leaderboards?|gam(?:ed|ing)|cheat\w*|rigg\w+|inflat\w+|ranking)\b", far=120),
    frame("apologises", "incident", "leak", "subject", r"\bafter\b|\bfor\b|\bthat\b", sentence=r"\bai\b|[MA]{3,}|\bchatbot|\bassistant|[S]{7}"),
    frame("exposes", "incident", "show leak discover", "any", r"\b(?:private|personal|sensitive|intimate)\b.{0,30}\b(?:chats|conversations|prompts|data|messages|questions|photos)\b", sentence=r"[SMA]{3,}", ai=True),
    frame("denies", "incident", "deny", "subject", sentence=r"\bai\b|[MTA]{3,}|\bbenchmark|\btest sets?\b|\btraining\b", status={"fact": "denied", "perfect": "denied", "present": "denied"}),
    frame("demo-withdrawn", "incident", "cancel delay", "any", r"\bdemo\b"),
    frame("flaw", "incident", "discover", "any", r"\b(?:flaws?|vulnerabilit\w+|security (?:bugs?|holes?|issues?)|holes?|exploits?|jailbreaks?)\b", sentence=r"[MA]{2,}|[S]{2,}.*\b(?:ai|chatbot|assistant|model)\b", ai=True),
)

NOUNS: tuple[NounFrame, ...] = (
    noun("leaked-to", "incident", r"\b(?:weights|model|code)\b.{0,40}\bto (?:a |the )?(?:torrent|bittorrent|4chan|[O]{4,5})\b|\b(?:uploaded|posted) [MS]{3,}.{0,30}(?:torrent|weights)|\btorrent\b[^.;]{0,30}[M]{3,}|[M]{2,} (?:was|were) on (?:4chan|[O]{4,5})\b", "shipped"),
    noun("leaks", "incident", r"[M]{2,} (?:\w+ )?(?:leaks?|leaked) (?:to|on|onto)\b", "shipped"),
    noun("bug", "incident", r"\b(?:bug|flaw|vulnerability|glitch|outage|leak) (?:in|at|of|with) (?:\w+ )?[SMA]{3,}", "shipped", sentence=r"[MA]{3,}|\bai\b|\bchatbot|[S]{7}"),
)
