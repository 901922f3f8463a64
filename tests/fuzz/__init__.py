"""Good workbooks spoilt in thousands of ways, and files made to hurt: refused or read, never misread."""
