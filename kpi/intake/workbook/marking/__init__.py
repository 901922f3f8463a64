"""Notes on the cells of someone's workbook, written into its XML; runs in the confined child alone."""
