"""The words of the judge in English."""


class English:
    code = "en"
