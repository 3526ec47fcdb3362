# AUTHOR: What a learner might claim, and how they came to it; the tests carry it out.

import sys

import service

from leaklab.live import claim

each = max(sys.getsizeof(ticket) for ticket in service.TICKETS)
print(f"{len(service.TICKETS)} tickets of {each} bytes")

claim(at_most=service.SHOWN * (each + 100))
