"""Append, read, verify. Nothing else. (Interface; the body follows.)

with Log.open("sqlite:////tmp/x.sqlite", clock=clock) as log:
    with log.transaction() as tx:                    # one commit: events and operational state together
        tx.append([NewEvent(event=PostObserved(...), stream="post:ab12", key="observed/ab12")])
        tx.put("source", "techcrunch-ai", b"{...}")  # operational state: scope, key, bytes
    for recorded in log.read(after=0): ...
"""
