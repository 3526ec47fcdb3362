"""Reads of the meter on a doubling load, and whether they grow."""
