"""What a diagnosis of this program must have found."""

from leaklab.diagnosis import Culprit

culprit = Culprit(
    where=[("announcements.py", 'announced = json.loads(payload)["shown"]')],
    stored=[("announcements.py", 'ANNOUNCED[announced["id"]] = announced')],
    near={
        "where": {
            "decoder.py": "This line decodes for all three handlers. Which of them asked for what stays? Trace more "
            'frames, and group by "traceback".',
            "__init__.py": "Still the library, and still for all three handlers. Go on outwards, to the program.",
            "tracemalloc.py": "That is the snapshot that you keep, and not the program. Filter it out.",
            "network.py:report = json.loads(payload)": "It holds the most and gains nothing: each report takes the "
            "place of the one before. Compare two snapshots, and load before the first one too.",
            "network.py:counted = json.loads(payload)": "It allocates for every third message, and lets go of it all.",
            "network.py": "Nothing gathers here. Compare two snapshots, and load before the first one too.",
            "displays.py:self.rows.append(Row(self, text))": "A screen and its rows refer to each other, so they wait "
            "for the collector. Collect before each snapshot, and they are gone.",
            "displays.py:handler(payload)": "Every message passes here. Which handler is one frame further in?",
            "displays.py": "Nothing gathers here. Collect before each snapshot, and group by traceback.",
            "workload.py": "That is the broker and the displays. Which line of the program is furthest in?",
        },
    },
)
