"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

LIBRARY = "That is a library, at work for somebody. Read the traceback upwards: which line of ours asked for it?"
LOCAL = "These are parts of other things. What is there most of, apart from them?"

culprit = Culprit(
    where=[("documents.py", "document = json.loads(text)")],
    stored=[("overview.py", "FAILURES.append(failure)")],
    what=["frame", "traceback"],
    held_by=["overview.FAILURES"],
    near={
        "where": {
            "decoder.py": "JSON is decoded there for two: Celery takes a message apart, and a line of ours takes what "
            "was in it apart. Trace with more frames, and filter for ours.",
            "serialization.py": LIBRARY,
            "trace.py": LIBRARY,
            "einfo.py": LIBRARY,
            "traceback.py": LIBRARY,
            "tasks.py": "The failure itself and some frames are made there, and they are small. Which line makes "
            "what is large?",
            "documents.py": "The right file. Which line takes the whole text apart?",
            "ledger.py": "What fails never gets as far as the ledger.",
            "overview.py": "The right file for who keeps it. Which line runs for each failure?",
            "workload.py": "That is where messages come from. Look at what the program makes of them.",
        },
        "what": {
            "ImportFailed": "One for each failure, and small. Of what are there several for each, and what do these "
            "lead to?",
            "KeyError": "Some failures have one as their cause. Of what are there several for each?",
            "ValueError": "Some failures have one as their cause. Of what are there several for each?",
            "JSONDecodeError": "Some failures have one as their cause. Of what are there several for each?",
            "dict": LOCAL,
            "str": LOCAL,
            "list": LOCAL,
            "tuple": LOCAL,
            "generator": "It is a local variable somewhere. What keeps that variable?",
            "Context": "Celery has one for each task while it runs, in a local variable. What keeps that variable?",
            "TraceInfo": "Celery has one for each task while it runs, in a local variable. What keeps that variable?",
            "ExceptionInfo": "Celery makes one for each failure, and has it in a local variable. What keeps that "
            "variable?",
            "Invoice": "Of an invoice that fails none is made. Count again after a load.",
        },
        "held_by": {
            "overview": "The module, yes. Which of its names gets longer?",
            "overview.KINDS": "It has one number for each type of error. What gets longer?",
            "tasks.app": "The app has its tasks, one object for each name. Who has something for each failure?",
            "tasks.import_invoice": "There is one task object, and it keeps nothing of a call. Who does?",
            "workload.ENDED": "That is one type, of the latest task. Who has something for each failure?",
        },
    },
)
