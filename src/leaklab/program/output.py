"""What the program prints, capped: the head as it comes, the tail at the end, and between them only a count."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from leaklab.wire.signals import Stream, Wire
from leaklab.world.built_ins import OUR_BUILT_INS
from leaklab.world.clock import real_seconds

_HEAD_BYTES = 48 * 1024
_TAIL_BYTES = 8 * 1024
_LINES_AT_ONCE = 100
_BATCH_SECONDS = 0.05
_BATCH_BYTES = 4 * 1024


class _Tail:
    """The last bytes of a stream, in storage of a fixed size: what is printed must not count as growth."""

    __slots__ = ("_ring", "lines", "size")

    def __init__(self) -> None:
        self._ring = bytearray(_TAIL_BYTES)
        self.size = 0
        self.lines = 0

    def add(self, chunk: memoryview) -> None:
        self.lines += bytes(chunk).count(b"\n")
        self.size += len(chunk)
        kept = chunk[-_TAIL_BYTES:]
        at = (self.size - len(kept)) % _TAIL_BYTES
        first = min(len(kept), _TAIL_BYTES - at)
        self._ring[at : at + first] = kept[:first]
        self._ring[: len(kept) - first] = kept[first:]

    def kept(self) -> bytes:
        if self.size <= _TAIL_BYTES:
            return bytes(self._ring[: self.size])
        at = self.size % _TAIL_BYTES
        kept = bytes(self._ring[at:] + self._ring[:at])
        # Begin with a whole line, or at least with a whole character.
        start = kept.find(b"\n") + 1
        while not start and kept and kept[0] & 0xC0 == 0x80:
            kept = kept[1:]
        return kept[start:]


class Output:
    """Both streams of one run. The head is shared between them."""

    def __init__(self, wire: Wire) -> None:
        self.streams: dict[Stream, io.TextIOWrapper] = {}
        self.begin(wire)

    def begin(self, wire: Wire) -> None:
        """What is printed from now on goes to `wire`; into the same streams, which a program may have handed on."""
        self._wire = wire
        self._head = _HEAD_BYTES
        self._sends = 0
        self._sent_at = 0.0
        self._pending: list[tuple[Stream, bytes]] = []
        self._pending_bytes = 0
        self._tails: dict[Stream, _Tail] = {"stdout": _Tail(), "stderr": _Tail()}
        for name in self._tails:
            if name not in self.streams or self.streams[name].closed:
                self.streams[name] = self._open(name)
            self._stream_lines(self.streams[name])

    @property
    def is_cut(self) -> bool:
        return self._head <= 0

    def flush(self) -> None:
        """Send what waits, so that nothing of it is in memory when the meter is read."""
        for stream in self.streams.values():
            if not stream.closed:
                stream.flush()
        self._send()

    def draw(self, dot: str, title: str) -> None:
        """A picture, in the order of what is printed."""
        self.flush()
        self._wire.graph(dot, title)

    def close(self) -> None:
        """Send what waits, how much was cut, and the tail."""
        self.flush()
        kept = {stream: tail.kept() for stream, tail in self._tails.items()}
        cut = sum(tail.size for tail in self._tails.values()) - sum(map(len, kept.values()))
        if cut:
            lines = sum(tail.lines for tail in self._tails.values()) - sum(text.count(b"\n") for text in kept.values())
            self._wire.output_cut(lines, cut)
        for stream, text in kept.items():
            if text:
                self._wire.output(stream, text.decode("utf-8", "replace"))

    def write(self, stream: Stream, chunk: memoryview) -> None:
        if self._head > 0:
            head = bytes(chunk[: self._head])
            chunk = chunk[len(head) :]
            self._head -= len(head)
            self._pending.append((stream, head))
            self._pending_bytes += len(head)
            now = real_seconds()
            if (
                self._sends < _LINES_AT_ONCE
                or self._pending_bytes > _BATCH_BYTES
                or now - self._sent_at > _BATCH_SECONDS
            ):
                self._send()
        if chunk:
            self._tails[stream].add(chunk)

    def _open(self, stream: Stream) -> io.TextIOWrapper:
        return io.TextIOWrapper(
            io.BufferedWriter(_Raw(self, stream), 64 * 1024), encoding="utf-8", errors="replace", newline="\n"
        )

    def _stream_lines(self, text: io.TextIOWrapper) -> None:
        def write_line(part: str, /) -> int:
            count = io.TextIOWrapper.write(text, part)
            if "\n" in part:
                text.flush()
                if self.is_cut:
                    self._stop_streaming()
            return count

        text.write = write_line  # type: ignore[method-assign]

    def _stop_streaming(self) -> None:
        """From here on output is only counted: C alone gathers it, and ten million lines pass in seconds."""
        for text in self.streams.values():
            vars(text).pop("write", None)

    def _send(self) -> None:
        pending, self._pending, self._pending_bytes = self._pending, [], 0
        with OUR_BUILT_INS:
            at = 0
            while at < len(pending):
                stream = pending[at][0]
                end = at
                while end < len(pending) and pending[end][0] == stream:
                    end += 1
                text = b"".join(chunk for _, chunk in pending[at:end]).decode("utf-8", "replace")
                self._wire.output(stream, text)
                at = end
        if pending:
            self._sends += 1
            self._sent_at = real_seconds()


class _Raw(io.RawIOBase):
    def __init__(self, output: Output, stream: Stream) -> None:
        self._output = output
        self._stream: Stream = stream

    def writable(self) -> bool:
        return True

    def write(self, chunk: object) -> int:
        view = memoryview(chunk)  # type: ignore[arg-type]
        self._output.write(self._stream, view)
        return len(view)


@contextmanager
def captured_output(wire: Wire) -> Iterator[Output]:
    """`sys.stdout` and `sys.stderr` go to `wire` meanwhile."""
    output = Output(wire)
    with redirected(output):
        yield output


@contextmanager
def redirected(output: Output) -> Iterator[None]:
    """`sys.stdout` and `sys.stderr` go to `output` meanwhile."""
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = output.streams["stdout"], output.streams["stderr"]
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept
        output.close()
