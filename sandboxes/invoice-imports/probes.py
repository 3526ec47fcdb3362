"""The figures that the lesson quotes."""

import gc
import sys
import tracemalloc
from types import FrameType

from leaklab.live import load

# In three of ten of which each way to fail comes up.
UNITS = 300


def chain_of(error: BaseException | None) -> list[BaseException]:
    return [error, *chain_of(error.__cause__ or error.__context__)] if error else []


def frames_of(error: BaseException) -> list[FrameType]:
    frames, trace = [], error.__traceback__
    while trace:
        frames.append(trace.tb_frame)
        trace = trace.tb_next
    return frames


def traced() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]


def figures() -> dict[str, float | int | str]:
    import overview
    from workload import LOAD, text_of

    invoice = sys.getsizeof(text_of(0))
    load(UNITS)
    overview.FAILURES.clear()
    gc.collect()
    frames = sum(type(thing) is FrameType for thing in gc.get_objects())
    tracemalloc.start()
    before = traced()
    load(UNITS)
    kept = overview.FAILURES
    count = len(kept)
    whole = traced() - before
    gc.collect()
    frames = sum(type(thing) is FrameType for thing in gc.get_objects()) - frames
    # The cause of one whose price was no number, which comes out furthest below.
    one = next(failure for failure in kept if type(failure.__cause__) is ValueError)
    outer, inner = frames_of(one), frames_of(one.__cause__)
    named = {
        "clearedFrames": sum(not frame.f_locals for frame in outer),
        "outerFrames": len(outer),
        "outerWithLocals": ", ".join(frame.f_code.co_name for frame in outer if frame.f_locals),
        "causeWithLocals": ", ".join(frame.f_code.co_name for frame in inner if frame.f_locals),
        "getsizeof": sys.getsizeof(one),
    }
    del one, outer, inner
    for failure in kept:
        failure.__traceback__ = None
    without_traceback = traced() - before
    for failure in kept:
        failure.__cause__ = None
    without_cause = traced() - before
    for failure in kept:
        failure.__context__ = None
    without_context = traced() - before
    overview.FAILURES.clear()
    # What else has come to stay meanwhile belongs to no failure.
    apart = traced() - before
    load(UNITS)
    for failure in overview.FAILURES:
        for error in chain_of(failure):
            error.__traceback__ = None
    stripped = traced() - before
    documents = sum(hasattr(failure.__cause__, "doc") for failure in overview.FAILURES)
    overview.FAILURES.clear()
    LOAD["kilobytes"] = 0
    load(UNITS)
    without_pdf = traced() - before
    tracemalloc.stop()
    return {
        **named,
        "invoice": invoice,
        "framesPerFailure": frames / count,
        "bytesPerFailure": (whole - apart) / count,
        "withoutPdf": (without_pdf - apart) / count,
        "withoutTraceback": (without_traceback - apart) / count,
        "withoutCause": (without_cause - apart) / count,
        "withoutContext": (without_context - apart) / count,
        "stripped": (stripped - apart) / count,
        "withDocument": documents / count * 100,
    }
