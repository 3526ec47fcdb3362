"""What is to be claimed: which of eight curves grow, and the most that program 4 keeps."""

from readings import READINGS

from leaklab.diagnosis import Claim, Curve

# In the order in which mistakes are told.
NEAR = {
    "receipts": "Each ride leaves as much as the one before it. How much is that after a million rides?",
    "complaints": "It is little for each ride, and it does not end. Divide the growth by the rides.",
    "timetable": "It rose once, by a lot, and never again. A high level is not growth.",
    "routes": "It rose while the cache filled. Leave out the first third.",
    "photos": "It rose twice, early, and not since. Leave out the first third.",
    "districts": "It rose by steps, and the last came after 2,000 rides. Begin to compare after that.",
    "history": "It is full after 2,000 rides. Begin to compare after that.",
    "export": "It swings, and where its last reading stands is chance. Compare the lowest of two long stretches.",
}

claim = Claim(
    curves=[
        Curve(f"the curve of {name}", READINGS[name], grows=name in ("receipts", "complaints"), near=near)
        for name, near in NEAR.items()
    ],
    at_most=(66_700, 131_072),
)
