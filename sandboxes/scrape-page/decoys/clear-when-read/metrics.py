"""What Prometheus reads."""

from collections import Counter

COUNTS: Counter[tuple[str, str, int]] = Counter()


def count(method: str, path: str, status: int) -> None:
    COUNTS[method, path, status] += 1


def page() -> str:
    text = "\n".join(
        f'requests_total{{method="{method}",path="{path}",status="{status}"}} {times}'
        for (method, path, status), times in COUNTS.items()
    )
    COUNTS.clear()
    return text
