"""What support searches in; here it keeps the last few lines."""

from collections import deque


class Journal:
    def __init__(self) -> None:
        self.lines: deque[str] = deque(maxlen=20)
        self.written = 0

    def write(self, text: str) -> None:
        for line in text.splitlines():
            self.lines.append(line)
            self.written += 1

    def flush(self) -> None:
        pass


JOURNAL = Journal()
