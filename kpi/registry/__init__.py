"""Plan definitions on disk (`data/plans`, `data/units.csv`) as domain facts, or a list of all that is wrong."""
