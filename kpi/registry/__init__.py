"""Plan definitions on disk (`data/plans`, `data/units.csv`) turned into domain facts, or a list of everything wrong."""
