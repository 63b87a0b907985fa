"""nginx and Apache as a company would set them up for a site, on a free port of this machine."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
APACHE = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")

_NGINX = """\
{user}
pid {work}/pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work}/body; proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi; uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
    types {{ text/html html; }}
    server {{
        listen 127.0.0.1:{port};
        location {folder}/ {{ alias {site}/; }}
        include {site}/redirects.nginx.conf;
    }}
}}
"""
_APACHE = """\
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {work}/pid
ErrorLog {work}/error.log
{user}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule alias_module {modules}/mod_alias.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule mime_module {modules}/mod_mime.so
TypesConfig /dev/null
AddType text/html .html
DocumentRoot {work}
{alias}
<Directory {site}>
    Require all granted
    AllowOverride FileInfo
</Directory>
"""


class Answer(NamedTuple):
    """What a server said. `location` is the path that it leads to, decoded; "" for none."""

    status: int
    location: str
    body: str


class WebServer:
    """A running server."""

    def __init__(self, port: int) -> None:
        self._port = port

    def get(self, path: str) -> Answer:
        """Ask for a path, which may hold any letters; redirects are not followed."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        try:
            connection.request("GET", quote(path))
            response = connection.getresponse()
            body = response.read().decode("utf-8", "replace")
            location = unquote(urlsplit(response.headers["Location"] or "").path)
            return Answer(response.status, location, body)
        finally:
            connection.close()


@contextmanager
def nginx(site: Path, work: Path, folder: str = "") -> Iterator[WebServer]:
    """nginx with the site's own file included. `folder`: where the site lies ("/help")."""
    assert NGINX is not None
    port = _free_port()
    # Its workers may read what this user may.
    user = "user root;" if os.geteuid() == 0 else ""
    config = work / "nginx.conf"
    config.write_text(_NGINX.format(work=work, site=site, port=port, folder=folder, user=user))
    with _running([NGINX, "-p", str(work), "-c", str(config)], work):
        yield WebServer(port)


@contextmanager
def apache(site: Path, work: Path, folder: str = "") -> Iterator[WebServer]:
    """Apache, which finds the site's own file by itself."""
    assert APACHE is not None
    port = _free_port()
    config = work / "apache.conf"
    config.write_text(
        _APACHE.format(
            work=work,
            site=site,
            port=port,
            alias=f"Alias {folder}/ {site}/" if folder else f"DocumentRoot {site}",
            user="User www-data\nGroup www-data" if os.geteuid() == 0 else "",
            modules=os.environ.get("KBEDITOR_APACHE_MODULES", "/usr/lib/apache2/modules"),
        )
    )
    with _running([APACHE, "-f", str(config)], work):
        yield WebServer(port)


@contextmanager
def _running(command: list[str], work: Path) -> Iterator[None]:
    """A server that listens when its command has come back; its last words if it does not."""
    started = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert started.returncode == 0, started.stderr
    try:
        yield
    finally:
        os.kill(int((work / "pid").read_text()), signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
