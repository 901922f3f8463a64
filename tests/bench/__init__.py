"""Benchmarks: ratios of the program's work to a bare baseline measured in the same run. Never timed tests."""
