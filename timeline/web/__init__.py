"""The pages and feeds over HTTP: ``create_app`` (app.py), run by ``make_server`` (server.py)."""

from __future__ import annotations

from timeline.web.app import create_app

__all__ = ["create_app"]
