"""Real servers on loopback, polite and hostile ones, and the drivers of the tests that ask them."""
