"""The commands, or one command's options.

timeline help             the list
timeline help show        the options of one
timeline help --markdown  everything, as in docs/cli.md
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.registry import present

__all__ = ["arguments", "markdown", "overview", "run"]


def arguments(parser: ArgumentParser) -> None:
    """The command that is asked about."""
    parser.add_argument("command", nargs="?", help="a command")
    parser.add_argument("--markdown", action="store_true", help="the help of every command")


def run(args: Namespace, context: Context) -> int:
    """Prints the help. Raises UsageError for an unknown command."""
    if args.markdown:
        context.write(markdown())
    elif args.command:
        from timeline.cli.frame import parser_of

        context.write(parser_of(args.command).format_help())
    else:
        context.write(overview())
    return 0


def overview() -> str:
    """The list of commands."""
    commands = present()
    wide = max(len(name) for name in commands)
    lines = [f"  {name:{wide}}  {summary}" for name, summary in commands.items()]
    return (
        "usage: timeline COMMAND [OPTIONS]\n\n"
        "A chronology kept from news posts: what happened, when, who says so, how sure.\n\n"
        + "\n".join(lines)
        + "\n\n`timeline COMMAND --help` has the options of a command; `timeline show --since 2025` is a start.\n"
    )


def markdown() -> str:
    """The help of every command that is installed, for docs/cli.md."""
    from timeline.cli.frame import children, parser_of

    parts = ["# The command line\n\nMade by `timeline help --markdown`; a test compares.\n", f"```\n{overview()}```\n"]
    for name in present():
        parser = parser_of(name)
        parts.append(f"## {name}\n\n```\n{parser.format_help()}```\n")
        parts.extend(
            f"### {child.prog.removeprefix('timeline ')}\n\n```\n{child.format_help()}```\n"
            for child in children(parser)
        )
    return "\n".join(parts)
