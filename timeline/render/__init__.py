"""Moves → table, tsv, json, ndjson, csv, md, html, jsonfeed, atom, ics: one small file each."""
