"""What stands between the network and the pages: one middleware a subject, the first is the outermost.

Headers come first, so that every refusal of the others carries them; the log second, so that it sees them all.
"""

from starlette.middleware import Middleware

from kpi.ui.web.closed_paths import ClosedPaths
from kpi.ui.web.guard import Guard
from kpi.ui.web.headers import SecurityHeaders
from kpi.ui.web.host_cookies import HostCookies
from kpi.ui.web.hosts import KnownHosts
from kpi.ui.web.request_log import RequestLog
from kpi.ui.web.sizes import BodyLimits

_IN_ORDER = (SecurityHeaders, RequestLog, HostCookies, KnownHosts, ClosedPaths, Guard, BodyLimits)
MIDDLEWARE = [Middleware(each) for each in _IN_ORDER]
