"""The words of the judge in German."""

from leaklab.words.english import English


class German(English):
    code = "de"
