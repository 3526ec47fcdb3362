"""Your own file. It runs inside the living program, once it is warm.

load(n) loads it with n more units. claim(...) says what you hold to be true, before Check measures it:
    at_most  how many bytes the program keeps at most, however long it works
"""

# AUTHOR: A few lines to start from, which do not make the claim yet.

from leaklab.live import claim, load

load(500)

claim(at_most=None)
