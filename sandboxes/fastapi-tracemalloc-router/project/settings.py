"""What differs from one installation to the next. The real one reads it from its environment."""

MEMORY_TOKEN = "not the real one"
