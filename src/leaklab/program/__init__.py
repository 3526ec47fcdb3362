"""The program: its files, what it printed, how it failed, and what it keeps where no meter looks."""
