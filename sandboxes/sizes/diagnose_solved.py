import gc
import sys

import dispatch
from pympler import asizeof

from leaklab.live import culprit, load

plans, positions = dispatch.OFFICE.plans, dispatch.OFFICE.track.positions
before = len(plans)
load(400)
print(f"{len(plans) - before} more plans after 400 reports")
print(f"{len(positions)} positions, {sys.getsizeof(positions[-1])} B each by themselves")
print(f"{len(plans)} plans, {sys.getsizeof(plans[-1])} B each by themselves")

print(f"one plan with all that it leads to: {asizeof.asizeof(plans[-1]):,} B")
office, *each = asizeof.asizesof(dispatch.OFFICE, *plans)
print(f"one plan for itself: {each[-1]:,} B; all of them {sum(each):,} B; the rest of the office {office:,} B")

assert any(holder is plans for holder in gc.get_referrers(plans[-1]))
culprit(what=type(plans[-1]), held_by=plans)
