"""From a source's address to recorded claims: schedule → fetch → parse → observe → extract → log.append."""
