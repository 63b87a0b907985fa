"""The server behind "Open Site": one folder, one machine, pages that follow."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbeditor.app.site_server import HOST, LIVE, SiteServer

PAGE = "<html><head><title>x</title></head></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    site = tmp_path / "site"
    (site / "en" / "orders").mkdir(parents=True)
    (site / ".kbeditor").mkdir()
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    for name in ("index.html", "en/index.html", "en/orders/track it.html", "en/404.html"):
        (site / name).write_text(PAGE.replace("x", name), encoding="utf-8")
    (site / "en" / "site.js").write_text("1", encoding="utf-8")
    (site / ".kbeditor" / "cache.html").write_text("hidden", encoding="utf-8")
    server = SiteServer(site, wait_seconds=30)
    yield server
    server.close()


def get(server: SiteServer, path: str, method: str = "GET", **headers: str) -> tuple[int, str, str]:
    """(status, type, body)."""
    name, port = server.names()[0].split(":")
    connection = http.client.HTTPConnection(name, int(port), timeout=60)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, answer.headers["Content-Type"], body


def test_pages_and_files_are_served(server: SiteServer) -> None:
    status, kind, body = get(server, "/en/orders/track%20it.html?a=b")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert "<title>en/orders/track it.html</title>" in body
    assert body.count(f'<script src="{LIVE}"></script>') == 1
    assert get(server, "/en/")[2] == get(server, "/en/index.html")[2]
    assert get(server, "/en/site.js") == (200, "text/javascript; charset=utf-8", "1")
    assert get(server, "/", "HEAD")[2] == ""
    assert server.url("en/orders/track it.html") == f"{server.root}en/orders/track%20it.html"


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/en/..%2f..%2fsecret.html",
        "/.kbeditor/cache.html",
        "/%00",
        "//etc/passwd",
    ],
)
def test_nothing_else_is_served(server: SiteServer, path: str) -> None:
    status, _, body = get(server, path)
    assert status == 404
    assert "secret" not in body
    assert "hidden" not in body


def test_a_missing_page_is_the_site_s_own_404(server: SiteServer) -> None:
    status, _, body = get(server, "/en/gone.html")
    assert status == 404
    assert "<title>en/404.html</title>" in body
    assert get(server, "/fr/gone.html") == (404, "text/plain; charset=utf-8", "")


def test_only_this_machine_s_names_are_answered(server: SiteServer) -> None:
    assert get(server, "/", Host="evil.example")[0] == 403
    assert get(server, "/", Host=server.names()[1])[0] == 200
    assert server.root.startswith(f"http://{HOST}:")


def test_nothing_can_be_sent_to_it(server: SiteServer) -> None:
    assert get(server, "/en/index.html", "POST")[0] == 501
    assert get(server, "/en/index.html", "PUT")[0] == 501


def test_a_page_that_waits_is_told_of_a_new_build(server: SiteServer) -> None:
    assert "?after=" in get(server, LIVE)[2]
    answers: list[str] = []
    waiting = threading.Thread(target=lambda: answers.append(get(server, f"{LIVE}?after=0")[2]))
    waiting.start()
    server.changed()
    waiting.join()
    assert answers == ["location.reload();\n"]
    assert get(server, f"{LIVE}?after=0")[2] == "location.reload();\n", "it may come late"


def test_who_waits_for_long_asks_again(server: SiteServer) -> None:
    server.wait_seconds = 0
    assert "?after=" in get(server, f"{LIVE}?after=0")[2]
    assert "?after=" in get(server, f"{LIVE}?after=x")[2]
