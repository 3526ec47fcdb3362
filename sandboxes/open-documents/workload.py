"""One unit is one session: it opens a document, most of them one that nobody has open, and some stay open a while."""

from collections import deque

from documents import Document, open_document

STAYING: deque[Document] = deque()


def number_of(i: int) -> int:
    return i // 4 % 50 if i % 4 == 0 else 1_000 + i


def run(i: int) -> None:
    document = open_document(number_of(i))
    if i % 3 == 0:
        STAYING.append(document)
    if len(STAYING) > 12:
        STAYING.popleft()
