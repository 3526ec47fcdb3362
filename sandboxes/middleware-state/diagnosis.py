"""What is to be claimed of this program before it is measured."""

from leaklab.diagnosis import Claim

# From one full body with its environment on a 64-bit machine to three of them.
claim = Claim(at_most=(40_000, 98_304))
