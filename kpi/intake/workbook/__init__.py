"""The file itself: its bytes read, and marked, in a confined child process; what comes out is a plain grid of cells."""
