"""From the log to a chronology: log.read → project → read model → query → show, feed, serve."""
