"""From the reads to a verdict."""
