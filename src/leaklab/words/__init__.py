"""What the judge says, in each of its languages."""

from leaklab.words.english import English
from leaklab.words.german import German

_LANGUAGES = {language.code: language for language in (English(), German())}
_spoken = [_LANGUAGES["en"]]


def speak(language: str) -> None:
    """Have the judge of this process speak `language` from now on. Raises ValueError where it does not know that."""
    if language not in _LANGUAGES:
        raise ValueError(f'There is no language "{language}"; there are {", ".join(_LANGUAGES)}.')
    _spoken[0] = _LANGUAGES[language]


def say() -> English:
    """The words of the language that is spoken."""
    return _spoken[0]
