"""What stands between the network and the pages: one middleware a subject, the first is the outermost."""

from starlette.middleware import Middleware

from kpi.ui.web.guard import Guard

MIDDLEWARE = [Middleware(each) for each in (Guard,)]
