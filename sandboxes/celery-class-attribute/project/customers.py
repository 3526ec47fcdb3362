"""Who wants to hear of our events, and how their servers answer."""

SUBSCRIPTIONS: dict[str, list[str]] = {
    "acme": ["https://acme.example/hooks"],
    "birch": ["https://busy.birch.example/events"],
    "cedar": ["https://old.cedar.example/hooks", "https://new.cedar.example/hooks"],
    "dune": ["https://legacy.dune.example/in"],
    "elm": ["https://elm.example/webhooks"],
    "fern": ["https://fern.example/hooks"],
    "gale": ["https://gale.example/hooks"],
    "heath": ["https://heath.example/in"],
    "iris": ["https://iris.example/in"],
    "juniper": ["https://juniper.example/hooks"],
    "kale": ["https://kale.example/events"],
    "larch": ["https://larch.example/hooks"],
}
# The totals of each customer when the worker was last restarted; it goes on from there.
COUNTED = {"delivered": 9_000, "failed": 300, "attempts": 9_500}
# A return makes a receiver count its stock anew, and a digest is long: not every server is up to that.
DEMANDING = {"order.returned", "digest"}


def answer(endpoint: str, kind: str, attempt: int) -> int:
    """The status that a customer's server answers with; a browser page has no network to ask."""
    if "//old." in endpoint:
        return 410
    if kind in DEMANDING and "//legacy." in endpoint:
        return 502
    if kind in DEMANDING and "//busy." in endpoint and attempt == 1:
        return 503
    return 200
