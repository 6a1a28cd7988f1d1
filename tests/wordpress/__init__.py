"""A real WordPress on loopback, and how its posts come into a store."""
