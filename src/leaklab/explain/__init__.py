"""Why it grows: the lines, the types and the holders of what survives."""
