"""Statuses and words that the frames of several types share."""

from __future__ import annotations

from ingest.extract.words import words

__all__ = ["AGREED", "AI", "AI_THING", "NOT_AI", "OFF", "PLACE", "SHOWN", "TALKED", "THING", "W"]

# fmt: off
# ruff: noqa: E501 - columns of tables
AGREED = {"fact": "announced", "perfect": "announced", "present": "announced", "participle": "announced", "progressive": "announced",
           "infinitive": "announced", "will": "announced"}
SHOWN = {"progressive": "announced", "fact": "announced", "perfect": "announced", "present": "announced", "participle": "announced"}
TALKED = dict.fromkeys(("fact", "perfect", "present", "participle", "progressive", "infinitive"), "rumoured")
OFF = dict.fromkeys(("fact", "perfect", "present", "participle", "infinitive", "will"), "cancelled")
THING = words(10, r"\w'.,$-", r"(?!(?:that|which|who|whose|whom)\b)")
W = r"\w'-"
AI = (
    r"\b(?:ai|artificial intelligence|machine learning|deep[- ]learning|models?|language|vision|speech|detection|recogni\w+|segmentation|translation|neural|"
    r"transformers?|training|open[- ]sourc\w+|library|framework|dataset|robots?|chatbot|agents?|similarity|reinforcement|inference)\b"
)
NOT_AI = r"\b(?:instagram|oculus|quest|giphy|reels|stories|threads|headsets?|vr)\b"
#: what of AI may come into an app, and where it may come
AI_THING = r"(?:\bai\b|\bai-\w+|\bbots?\b|\bartificial[- ]intelligence\b|\bgenerative\b|\bchatbots?\b|\bassistants?\b|[A]{2,}|\bagents?\b)"
PLACE = r"(?:[W]{4,}|[A]{2,}|[S]{8}|\bapps?\b|\bglasses\b|\bsearch\b|\binbox|\bfeeds?\b|\bplatforms?\b|\bservices?\b|\bproducts\b)"
