"""The report a province signs: its text, its tables with live formulas, as workbook and as document."""
