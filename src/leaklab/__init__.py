"""The judge: does a program's memory stay bounded under load, and if not, why?

Standard library only. It imports nothing of its host: the meter and the way out are handed in (see `leaklab.host`).
"""
