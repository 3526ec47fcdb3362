"""What Prometheus reads."""

from collections import Counter

COUNTS: Counter[tuple[str, str, int]] = Counter()


def count(method: str, path: str, status: int) -> None:
    COUNTS[method, route_of(path), status] += 1


def route_of(path: str) -> str:
    area = path.split("/")[1]
    return f"/{area}/{{number}}" if path.count("/") > 1 else path


def page() -> str:
    return "\n".join(
        f'requests_total{{method="{method}",path="{path}",status="{status}"}} {times}'
        for (method, path, status), times in COUNTS.items()
    )
