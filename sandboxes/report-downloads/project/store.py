"""Where reports lie, by desk."""

STORE: dict[str, str] = {}
