"""Your own diagnostics. They run inside the living process, once it is warm.

load(n) lets n more invoices come. culprit(...) says what you have found, in as many calls as you like:
    where    the line of ours that makes most of what stays, such as "ledger.py:8"
    what     the type of which most objects are left over, dicts apart, such as "Invoice"
    held_by  the name that keeps them alive, such as "ledger.BOOKED"
"""

import sys

import overview

from leaklab.live import culprit, load

load(200)
size = sum(sys.getsizeof(failure) for failure in overview.FAILURES)
print(f"{len(overview.FAILURES)} failures, {size} bytes, and a list of {sys.getsizeof(overview.FAILURES)}")

# Not the list, then? What is there more of after another load, and how much for each failure?
culprit(where=None, what=None, held_by=None)
