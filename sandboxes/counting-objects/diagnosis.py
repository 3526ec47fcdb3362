"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    what=["Reading"],
    near={
        "what": {
            "dict": "There is one more dict for each reading, as a part of something. Which type has it as a field?",
            "str": "Text stays too, but no count of tracked objects shows it. Which type does the count show?",
            "OldForm": "Those are in cycles, and gone when the collector has run. Collect before each count.",
            "method": "Bound methods of an OldForm, in a cycle with it. Collect before each count, and they are gone.",
            "set": "There is one set from start to end. Which type has one more for each reading?",
            "Counter": "It has three numbers, and stays the same. Which type has one more for each reading?",
            "Lazy": "There is one, from start to end. Which type has one more for each reading?",
            "function": "Python has very many of these, and after a load as many as before. Which number rises?",
        },
    },
)
