"""Plans, periods, units, observations and the verdicts on them.

Standard library only, exact arithmetic only, no clock and no input or output: everything a verdict
depends on is an argument.
"""
