"""Who wants to hear of our events, and how their servers answer."""

SUBSCRIPTIONS: dict[str, list[str]] = {
    "acme": ["https://acme.example/hooks"],
    "birch": ["https://birch.example/events"],
    "cedar": [
        "https://flaky.cedar.example/hooks",
        "https://old.cedar.example/hooks",
        "https://new.cedar.example/hooks",
    ],
    "dune": ["https://down.dune.example/in"],
    "elm": ["https://elm.example/webhooks"],
    "fern": ["https://fern.example/hooks"],
    "gale": ["https://gale.example/hooks"],
    "heath": ["https://heath.example/in"],
    "iris": ["https://iris.example/in"],
}


def answer(endpoint: str, attempt: int) -> int:
    """The status that a customer's server answers with; a browser page has no network to ask."""
    if "//flaky." in endpoint:
        return 503 if attempt == 1 else 200
    if "//old." in endpoint:
        return 410
    if "//down." in endpoint:
        return 502
    return 200
