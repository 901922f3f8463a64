"""How facts look to people: words in two languages, numbers and dates, charts and workbooks out. No rules."""
