"""Where the tables of a sheet are, and what their columns and rows hold: each layout ends in slots."""
