"""Parcels on the sorting line. A frame comes from the camera: a head, the parcel's number, and a picture."""

from collections import OrderedDict

HEAD, NUMBER = 6, 12
MOST = 500
RECENT: OrderedDict[memoryview, None] = OrderedDict()


def is_new(frame: bytes) -> bool:
    number = memoryview(frame)[HEAD : HEAD + NUMBER]
    if number in RECENT:
        return False
    RECENT[number] = None
    if len(RECENT) > MOST:
        RECENT.popitem(last=False)
    return True
