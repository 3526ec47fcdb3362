"""What there is to buy."""

KINDS = ("oak shelf", "pine shelf", "oak table", "ash chair", "pine bench")
ARTICLES = tuple(f"{KINDS[number % 5]} no. {number}" for number in range(240))
