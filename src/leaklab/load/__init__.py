"""Units of load, on virtual or real time, and every way that a run can end early."""
