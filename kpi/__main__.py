"""`python -m kpi`"""

from kpi.cli.main import main

main()
