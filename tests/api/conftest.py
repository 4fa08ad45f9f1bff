"""Two servers with accounts: one as it stands, one as if a proxy with TLS stood before it."""

from collections.abc import Iterator

import pytest

from tests.api.site import Site, settled
from tests.browser.server import serving

PUBLIC = "https://plumbline.example.org"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("home"), PLUMBLINE_MODE="accounts", PLUMBLINE_LOG_LEVEL="debug") as server:
        yield settled(server)


@pytest.fixture
def site(running: Site) -> Site:
    running.forgive()
    return running


@pytest.fixture(scope="module")
def behind_a_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(tmp_path_factory.mktemp("home"), PLUMBLINE_MODE="accounts", PLUMBLINE_PUBLIC_URL=PUBLIC) as server:
        yield settled(server)


@pytest.fixture
def proxied(behind_a_proxy: Site) -> Site:
    behind_a_proxy.forgive()
    return behind_a_proxy
