"""What those who write together rely on."""

from documents import open_document
from workload import STAYING


def during(i: int) -> None:
    for theirs in (STAYING[0], STAYING[-1]) if STAYING else ():
        ours = open_document(theirs.number)
        text = f"session {i} was here"
        count = len(theirs.lines)
        ours.write(text)
        assert theirs.lines[-1] == text, f"What one writes the others must read: {text!r}, not {theirs.lines[-1]!r}."
        assert len(theirs.lines) == count + 1, f"A line must be written once, not {len(theirs.lines) - count} times."
        ours.lines.pop()
    if i % 20 == 0:
        number = i // 20 % 50
        open_document(number).write(f"note {i}")
        again = open_document(number).lines
        assert f"note {i}" in again, f"What was written must be there when document {number} is opened again."
