"""Parcels are for the session that was told of them, and nobody else."""

import gc
import gzip

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from layers.web import parcels

SCENE = gzip.compress(b'{"plain":{}}')


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=[parcels.route()]))


def test_who_is_told_the_address_gets_what_is_in_it(client: TestClient) -> None:
    parcel = parcels.made(SCENE)
    answer = client.get(parcel.address, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.json() == {"plain": {}}
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_no_page_of_another_origin_gets_it(client: TestClient, site: str) -> None:
    parcel = parcels.made(SCENE)
    assert client.get(parcel.address, headers={"Sec-Fetch-Site": site}).status_code == 404


def test_an_address_is_a_secret_of_its_own(client: TestClient) -> None:
    one, other = parcels.made(SCENE), parcels.made(SCENE)
    assert one.address != other.address
    assert len(one.secret) > 40
    assert client.get(f"{parcels.PLACE}/{'a' * len(one.secret)}").status_code == 404


def test_it_goes_with_who_holds_it(client: TestClient) -> None:
    parcel = parcels.made(SCENE)
    where = parcel.address
    del parcel
    gc.collect()
    assert client.get(where).status_code == 404


def test_a_session_keeps_an_address_for_what_does_not_change(
    monkeypatch: pytest.MonkeyPatch, client: TestClient
) -> None:
    monkeypatch.setattr("streamlit.session_state", {})
    first = parcels.address(SCENE, "desk")
    assert parcels.address(SCENE, "desk") == first
    others = [parcels.address(gzip.compress(bytes(8)), "desk") for _ in range(parcels.HELD)]
    assert client.get(first).status_code == 404
    assert [client.get(other).status_code for other in others] == [200] * parcels.HELD
