"""Every error that is ours, drawn as a tree.

TimelineError                  what a user may see as one line; never a traceback
├── UsageError                 the command or query was not understood (exit 2)
│   └── PeriodError            a period outside the grammar; carries the nearest valid form
├── ConfigError                a configuration file is wrong; carries file, line and key
├── InputError                 a file or feed handed to us is unreadable; carries source and position
│   ├── FetchError             the network door refused or failed; carries url and reason
│   └── ParseError             bytes that are no feed; carries source and reason
├── LogError                   the log refused
│   ├── ConflictError          the stream has moved on since it was read
│   ├── KeyReusedError         an event id stands in the log with other content
│   ├── CorruptLogError        the chain does not verify; carries the position
│   └── UnknownEventError      a type or schema this program does not know; carries the position
├── ProjectionError            an event could not be applied; carries the position
├── CurationError              a judgement contradicts another, or names no move
└── LockedError                another daemon holds the store; carries the holder
"""

from __future__ import annotations

__all__ = [
    "ConfigError",
    "ConflictError",
    "CorruptLogError",
    "CurationError",
    "FetchError",
    "InputError",
    "KeyReusedError",
    "LockedError",
    "LogError",
    "ParseError",
    "PeriodError",
    "ProjectionError",
    "TimelineError",
    "UnknownEventError",
    "UsageError",
]


class TimelineError(Exception):
    """Root of the tree. ``str(error)`` is the line a user sees; keyword arguments become attributes."""

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.details = details

    def __getattr__(self, name: str) -> object:
        """A detail given at the raise, as an attribute."""
        details = self.__dict__.get("details", {})
        if name in details:
            return details[name]
        raise AttributeError(name)


class UsageError(TimelineError):
    """The command or query was not understood."""


class PeriodError(UsageError):
    """A period outside the grammar. ``nearest``: the nearest valid form."""


class ConfigError(TimelineError):
    """A configuration file is wrong. ``file``, ``line``, ``key``."""


class InputError(TimelineError):
    """Something handed to us cannot be read. ``source``, and ``position`` where there is one."""


class FetchError(InputError):
    """The network door refused or failed. ``url``, ``kind`` (a short word: dns, tls, timeout, refused ...)."""


class ParseError(InputError):
    """Bytes that are no feed. ``source``, ``kind``."""


class LogError(TimelineError):
    """The log refused."""


class ConflictError(LogError):
    """The stream has moved on since it was read. ``stream``, ``expected``, ``actual``."""


class KeyReusedError(LogError):
    """An event id stands in the log with other content. ``event_id``, ``position``."""


class CorruptLogError(LogError):
    """The chain does not verify. ``position``."""


class UnknownEventError(LogError):
    """A type or schema that this program does not know. ``type``, ``schema``, ``position``."""


class ProjectionError(TimelineError):
    """An event could not be applied to the chronology. ``position``."""


class CurationError(TimelineError):
    """A judgement contradicts another, or names no move."""


class LockedError(TimelineError):
    """Another daemon holds the store. ``holder``."""
