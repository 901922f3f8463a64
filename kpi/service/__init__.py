"""The use cases: import, undo, close, evaluate, report. Each takes the acting person as an argument."""
