"""What dates are read out of texts; touches no store.

timeline dates texts.jsonl     {id,text,published} in, {id, dates:[{start,end,text,type,value}]} out (TIMEX3 notation)
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli.context import Context
from timeline.cli.posts import Bad, posts_of

__all__ = ["arguments", "run"]


def arguments(parser: ArgumentParser) -> None:
    """Where the texts come from."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSONL of texts; - is standard input")


def run(args: Namespace, context: Context) -> int:
    """A line out for each line in; a line that is none is told with its number, and exit is 4."""
    from ingest.extract.dates import find_dates
    from timeline.render.ndjson import dump

    bad = Bad(context, args.file)
    for post in posts_of(args.file, bad):
        dates = [
            {"start": d.start, "end": d.end, "text": d.text, "type": d.type, "value": d.value}
            for d in find_dates(post.text, post.published)
        ]
        context.write(dump({"id": post.id, "dates": dates}) + "\n")
    return 4 if bad.count else 0
