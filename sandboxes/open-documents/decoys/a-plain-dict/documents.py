"""Documents, one object for each that is open."""

from disk import DISK


class Document:
    def __init__(self, number: int) -> None:
        self.number = number
        self.lines = DISK.read(number)

    def write(self, line: str) -> None:
        self.lines.append(line)
        DISK.append(self.number, line)


OPEN: dict[int, Document] = {}


def open_document(number: int) -> Document:
    document = OPEN.get(number)
    if document is None:
        document = OPEN[number] = Document(number)
    return document
