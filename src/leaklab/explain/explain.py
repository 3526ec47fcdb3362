"""Why it grows, or what is kept: once more in a fresh interpreter, with tracing on, and looking at what survives."""

from leaklab.explain.growth import explain_growth
from leaklab.explain.kept import explain_kept
from leaklab.explain.tracing import share
from leaklab.load.run import Ended, Run
from leaklab.wire.report import Explanation, unexplained
from leaklab.words import say
from leaklab.world.stack import Steps


def explain(run: Run) -> Steps[Explanation]:
    """The lines, the types and the paths. The verdict is there already: what goes wrong here is no more than a note."""
    about = run.command.about
    share()
    try:
        return (yield from (explain_kept(run) if about == "kept" else explain_growth(run)))
    except MemoryError:
        raise
    except Ended as ended:
        return unexplained(about, say().explanation.other_end(ended.verdict.sentence))
    except Exception as error:
        return unexplained(about, say().explanation.failed(type(error).__name__))
