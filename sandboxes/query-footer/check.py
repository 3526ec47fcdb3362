"""What those who use the admin site rely on."""

from workload import LATEST, expected, path_of


def during(i: int) -> None:
    path = path_of(i)
    body, count, *queries = expected(path)
    lines = LATEST[0].splitlines()
    assert lines[:1] == [body], f"{path} must say {body!r}, not {lines[:1]}."
    assert lines[1:2] == [count], f"The footer of {path} must say {count!r}, not {lines[1:2]}."
    assert lines[2:] == queries, f"The footer of {path} must list {queries}, not {lines[2:]}."
