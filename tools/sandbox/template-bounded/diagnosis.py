"""What is to be claimed of this program before it is measured."""

# AUTHOR: at_most, from and to: the sharpest true claim, and the loosest that still says something. In both runtimes.

from leaklab.diagnosis import Claim

claim = Claim(at_most=(1_500, 60_000))
