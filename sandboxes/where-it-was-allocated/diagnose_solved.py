import gc
import tracemalloc

from leaklab.live import culprit, load

tracemalloc.start(5)
load(40)
gc.collect()
first = tracemalloc.take_snapshot()
load(300)
gc.collect()
second = tracemalloc.take_snapshot()
tracemalloc.stop()

change = second.compare_to(first, "traceback")[0]
print(f"{change.size_diff / 300:.0f} B more for each message")
print(*change.traceback.format(), sep="\n")
culprit(where=change)
