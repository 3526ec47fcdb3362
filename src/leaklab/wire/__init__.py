"""What passes between the judge and its host: commands in, signals and reports out, and their words."""
