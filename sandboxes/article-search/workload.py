"""One unit is one search: some find something, most are new and find nothing."""

from search import search

COMMON = ("shed", "PEA", "3.5", "s", "(and", "frost", "pruning", "tree", ".", "ear")
LATEST: list[str] = []


def typed_in(i: int) -> str:
    return COMMON[i // 3 % len(COMMON)] if i % 3 == 0 else f"plan {i}"


def run(i: int) -> None:
    LATEST[:] = search(typed_in(i))
