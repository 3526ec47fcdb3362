"""What Prometheus reads."""

from collections import Counter

COUNTS: Counter[tuple[str, str, int]] = Counter()


def count(method: str, path: str, status: int) -> None:
    COUNTS[method, path, status] += 1
    if len(COUNTS) > 200:
        for key, _ in COUNTS.most_common()[100:]:
            del COUNTS[key]


def page() -> str:
    return "\n".join(
        f'requests_total{{method="{method}",path="{path}",status="{status}"}} {times}'
        for (method, path, status), times in COUNTS.items()
    )
