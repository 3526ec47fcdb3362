"""The world as a program meets it: virtual time, seeded chance, an event loop, a collector that is counted."""
