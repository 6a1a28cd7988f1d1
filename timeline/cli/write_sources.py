"""The sources that are listened to, with their state and when each is asked next, and why.

timeline sources                         the list
timeline sources show techcrunch-ai      one source in full, with its history
timeline sources add https://example.com finds the site's feed and adds it to sources.toml
timeline sources remove NAME
timeline sources import subscriptions.opml
timeline sources export FILE.opml        - is standard output
"""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from pathlib import Path

from store.errors import InputError, UsageError
from store.text import without_credentials
from timeline.cli.context import Context
from timeline.cli.opened import log_to_read

__all__ = ["arguments", "run"]


#: action → what it does, its argument, and what that is
_ACTIONS = {
    "list": ("the list", None, ""),
    "show": ("one source in full", "name", "of a source"),
    "add": ("finds a site's feed and adds it", "url", "of the site, or of its feed"),
    "remove": ("takes a source out of sources.toml", "name", "of a source"),
    "import": ("the sources of an OPML file", "file", "OPML"),
    "export": ("the sources as OPML", "file", "- is standard output"),
}


def arguments(parser: ArgumentParser) -> None:
    """What is done with them."""
    parser.add_argument("-f", "--format", choices=("text", "json"), help="default: text")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    for name, (what, argument, of) in _ACTIONS.items():
        action = actions.add_parser(name, help=what, description=what)
        if argument:
            action.add_argument(argument, help=of)
        if name in ("list", "show"):  # left out it must not undo what stood before the action
            action.add_argument("-f", "--format", choices=("text", "json"), default=SUPPRESS, help="default: text")
        if name == "add":
            action.add_argument("--name", metavar="NAME", help="default: from the feed's title")
            action.add_argument("--publisher", metavar="P", help="default: the feed's title")
            action.add_argument(
                "--trust", choices=("first-party", "press", "secondary"), default="press", help="default: press"
            )


def run(args: Namespace, context: Context) -> int:
    """Does it."""
    actions = {"show": _show, "add": _add, "remove": _remove, "import": _import, "export": _export}
    return actions.get(args.action or "list", _list)(args, context)


def _list(args: Namespace, context: Context) -> int:
    from msgspec import to_builtins

    from timeline.cli.status import healths, source_table

    with log_to_read(context) as log:
        found = healths(log, context)
    if args.format == "json":
        from timeline.render.ndjson import dump

        context.write("".join(dump(to_builtins(one)) + "\n" for one in found))
    else:
        context.write(source_table(found))
    return 0


def _show(args: Namespace, context: Context) -> int:
    from msgspec import to_builtins

    from timeline.cli.config import sources_of
    from timeline.cli.status import healths

    with log_to_read(context) as log:
        found = next((one for one in healths(log, context) if one.name == args.name), None)
        if found is None:
            raise UsageError(f"{args.name!r} is no source; `timeline sources` lists them")
        events = list(log.read(stream=f"source:{args.name}"))
    source = sources_of(context).named(args.name)
    if args.format == "json":
        from timeline.render.ndjson import dump

        history = [{"position": e.position, "at": e.recorded_at, "type": e.type} for e in events]
        context.write(dump({**to_builtins(found), "history": history}) + "\n")
        return 0
    rows = {
        **to_builtins(found),
        **({"trust": source.trust, "every": f"{source.every} s", "kind": source.kind} if source else {}),
    }
    context.write("".join(f"{key:<10} {value}\n" for key, value in rows.items() if value not in (None, "")))
    for event in events:
        context.write(f"{'@' + str(event.position):<10} {event.recorded_at} {event.type} {event.data.decode()[:160]}\n")
    return 0


def _add(args: Namespace, context: Context) -> int:
    import asyncio

    from ingest.additions import found_feed
    from ingest.edit import appended
    from ingest.opml import source_name
    from ingest.sources import Source
    from timeline.cli.config import sources_of

    config = sources_of(context)
    feed, url = asyncio.run(found_feed(args.url, config.fetch, context.clock))
    if any(s.url == url for s in config.sources):
        raise UsageError(f"{without_credentials(url)} is listened to already")
    name = args.name or source_name(feed.title, url, [s.name for s in config.sources])
    source = Source(name=name, url=url, publisher=args.publisher or feed.title or name, trust=args.trust)
    appended(Path(context.config) / "sources.toml", [source])
    context.write(f"{name}  {url}  {len(feed.posts)} posts ({feed.format})\n")
    return 0


def _remove(args: Namespace, context: Context) -> int:
    from ingest.edit import removed

    removed(Path(context.config) / "sources.toml", args.name)
    context.write(f"{args.name} removed; what it posted stays in the log\n")
    return 0


def _import(args: Namespace, context: Context) -> int:
    from ingest.edit import appended
    from ingest.opml import read_opml
    from timeline.cli.config import sources_of

    known = sources_of(context).sources
    sources, left = read_opml(Path(args.file), [s.name for s in known])
    fresh = [s for s in sources if s.url not in {k.url for k in known}]
    appended(Path(context.config) / "sources.toml", fresh)
    for line in left:
        context.note(f"timeline: {line}")
    added = f"{len(fresh)} {'source' if len(fresh) == 1 else 'sources'} added"
    context.write(f"{added}, {len(sources) - len(fresh)} known already, {len(left)} left out\n")
    return 4 if left else 0


def _export(args: Namespace, context: Context) -> int:
    from ingest.opml import write_opml
    from timeline.cli.config import sources_of

    text = write_opml(sources_of(context).sources)
    if args.file == "-":
        sys.stdout.write(text)
        return 0
    try:
        Path(args.file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{args.file}: {error.strerror}", source=args.file) from None
    return 0
