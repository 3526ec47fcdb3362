"""What the visitors rely on."""

from board import watching
from workload import EXPECTED, GOT, LEFT, STAYING, SWALLOWED, publish


def gone(text: str) -> None:
    raise BrokenPipeError(f"nobody takes {text}")


def during(i: int) -> None:
    assert GOT == EXPECTED, f"A visitor must be sent every price in order: {EXPECTED}, not {GOT}."
    assert not SWALLOWED, f"A visit must pass on its own exception, {SWALLOWED[0]!r}."
    for visitor in STAYING:
        assert visitor.got == visitor.expected, (
            f"A visitor who stays must be sent {visitor.expected[-3:]}, not {visitor.got[-3:]}."
        )
    if i % 10 == 0:
        got: list[str] = []
        with watching(gone), watching(got.append):
            publish(700)
        assert got == ["7.00"], f"A visitor whose connection breaks must disturb no other: one got {got}, not 7.00."
    for visitor in LEFT:
        publish(900)
        assert visitor.got == visitor.expected, (
            f"A visitor must be sent the prices until they leave, {visitor.expected[-3:]}, not {visitor.got[-3:]}."
        )
        count = len(visitor.expected)
        assert len(visitor.board.sent) == count, (
            f"A board must show how many prices were sent, {count}, not {len(visitor.board.sent)}."
        )
