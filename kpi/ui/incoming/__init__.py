"""A workbook on its way in, as a person sees it: findings, questions, what will change, consent, result."""
