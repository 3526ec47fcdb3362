"""What readers rely on."""

from workload import LATEST, typed_in

from search import ARTICLES


def finds(typed: str, article: str) -> bool:
    text, wanted = article.lower(), typed.lower()
    places = [at for at in range(len(text)) if text.startswith(wanted, at)]
    return any(at == 0 or not text[at - 1].isalnum() for at in places)


def during(i: int) -> None:
    typed = typed_in(i)
    expected = [article for article in ARTICLES if finds(typed, article)]
    assert expected == LATEST, f"A search for {typed!r} must find {expected}, not {LATEST}."
