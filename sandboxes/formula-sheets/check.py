"""What those who send sheets rely on."""

from workload import LATEST, texts_of


def value(name: str, texts: dict[str, str]) -> int:
    return sum(int(part) if part.isdigit() else value(part, texts) for part in texts[name].split("+"))


def during(i: int) -> None:
    texts = texts_of(i)
    expected = {name: value(name, texts) for name in texts}
    for name in texts:
        assert LATEST.get(name) == expected[name], f"Cell {name} must be {expected[name]}, not {LATEST.get(name)}."
    assert len(LATEST) == len(texts), f"The answer must have {len(texts)} cells, not {len(LATEST)}."
