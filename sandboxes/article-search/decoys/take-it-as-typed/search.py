"""Search as readers type."""

import re

ARTICLES = (
    "How to prune an apple tree",
    "Soup of peas, in an hour",
    "A shed for 3.5 metres of wood",
    "Which pears keep until spring",
    "Painting a shed: two coats or three?",
    "Notes on frost (and what helps)",
)


def search(typed: str) -> list[str]:
    pattern = re.compile(rf"(?<!\w){typed}", re.IGNORECASE)
    return [article for article in ARTICLES if pattern.search(article)]
