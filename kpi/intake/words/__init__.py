"""What offices' words mean: headings, names of units and indicators, numbers, years, old encodings."""
