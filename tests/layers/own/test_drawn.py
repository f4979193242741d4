"""Own layers in scenes, plates and files: drawn apart, named, and left out whole."""

import io
import json
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pyogrio
import pytest
from matplotlib import image as picture

from layers.export.gpkg_file import gpkg_file
from layers.export.kml_file import kml_file
from layers.export.redaction import Coarsening, Redaction, redact
from layers.export.selection import Selection, selection
from layers.own.content import credit, shown_own, styled, with_own
from layers.own.settings import colours
from layers.plate.form import Form
from layers.plate.render import Plate, render
from layers.style import style
from layers.view import Camera, View
from layers.web.page import page
from tests.layers.own.scenes import ID, NAME, SOURCE, kept, own_scene
from tests.layers.plate_cases import fixture, scene
from tests.layers.vision import contrast

NEAR = View(camera=Camera(51.8, 35.5, 6.4))
OFF = replace(NEAR, layers={ID: False})


def drawn(laid: dict[str, Any], view: View = NEAR) -> Plate:
    return render(laid, view, "A title")


def drawn_svg(laid: dict[str, Any]) -> str:
    return render(laid, NEAR, "A title", form=Form("svg")).data.decode()


def pixels_of(plate: Plate, colour: str) -> int:
    """Count the pixels of a colour."""
    image = np.asarray(picture.imread(io.BytesIO(plate.data)))[..., :3]
    wanted = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return int((np.abs(image - wanted).max(axis=-1) < 0.02).sum())


def test_a_scene_without_layers_is_what_it_was() -> None:
    laid = fixture()
    assert with_own(laid, []) is laid


def test_a_plate_draws_the_layer_and_prints_its_source() -> None:
    ink = colours()["violet"]["light"]
    with_layer, without, off = drawn(own_scene()), drawn(fixture()), drawn(own_scene(), OFF)
    assert pixels_of(with_layer, ink) > 500
    assert pixels_of(without, ink) == 0
    assert off.data == without.data
    said = f"{NAME} (own layer, not from the reports; source: {SOURCE})."
    assert said in with_layer.small.sentences
    assert not any(NAME in words for words in off.small.sentences)


def test_a_plate_of_elsewhere_says_nothing_of_the_layer() -> None:
    far = View(camera=Camera(38.0, 127.0, 7.0))
    assert not any(NAME in words for words in drawn(own_scene(), far).small.sentences)


def test_a_plate_gives_no_name_to_what_has_none() -> None:
    laid = own_scene()
    words = []
    for name in ("Depot 4", "Feature 4"):
        features = [{**each, "name": name} for each in laid["own"][0]["features"][:1]]
        own = [{**laid["own"][0], "features": features}]
        words.append(name in drawn_svg({**laid, "own": own}))
    assert words == [True, False]


@pytest.mark.parametrize(("lon", "lat", "named"), [(127.0, 38.0, "Depot 0"), (36.9, 52.3, "")])
def test_a_plate_names_features_of_a_layer_that_is_no_crowd_in_its_frame(
    lon: float, lat: float, named: str
) -> None:
    laid = own_scene()
    features = [
        {"name": f"Depot {n}", "properties": [], "geometry": {"type": "Point", "coordinates": at}}
        for n, at in enumerate([(36.0, 52.3), *[(lon, lat)] * 3000])
    ]
    svg = drawn_svg({**laid, "own": [{**laid["own"][0], "features": features}]})
    assert "".join(re.findall("Depot 0", svg)[:1]) == named


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_stand_out_from_the_land(theme: str) -> None:
    def rgb(colour: str) -> Any:  # noqa: ANN401  an array of shares
        return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255

    for name, colour in colours().items():
        for ground in ("land", "sea", "panel"):
            assert contrast(rgb(colour[theme]), rgb(style()[theme][ground])) >= 4.5, (
                name,
                ground,
            )  # names are lettered in them


def chosen() -> Selection:
    return selection([], [], [], [], {"scope": "all"}, own_scene()["own"])


def test_maps_files_have_the_layer_apart_under_its_name(tmp_path: Any) -> None:  # noqa: ANN401
    path = tmp_path / "a.gpkg"
    path.write_bytes(gpkg_file(chosen()))
    table = pyogrio.read_dataframe(path, layer=f"own: {NAME}")
    assert list(table["name"]) == ["A", "B", "C"]
    assert set(table["source"]) == {SOURCE}
    assert f"<name>own: {NAME} (3)</name>" in kml_file(chosen()).decode()


def test_the_digest_tells_layers_apart_and_leaves_others_as_they_were() -> None:
    bare = selection([], [], [], [], {"scope": "all"})
    assert bare.content_sha256 != chosen().content_sha256
    assert replace(chosen(), own=()).content_sha256 == bare.content_sha256


def test_a_view_may_have_it_off() -> None:
    assert [row["name"] for row in shown_own(own_scene(), NEAR.layers)] == [NAME]
    assert shown_own(own_scene(), OFF.layers) == []


@pytest.mark.parametrize(("redaction", "left"), [
    (Redaction(Coarsening.COARSE), False),
    (Redaction(withhold=("Kursk",)), False),
    (Redaction(strip=True), True),
])  # fmt: skip
def test_who_may_not_have_all_places_has_no_own_layers(redaction: Redaction, *, left: bool) -> None:
    told = redact(with_own(scene([]), [(ID.removeprefix("own:"), kept())]), redaction)
    assert (SOURCE in json.dumps(told.scene)) is left
    assert (ID in json.dumps(told.scene["layers"])) is left
    assert ("own layers left out" in told.sentence) is not left


def test_a_redacted_scene_without_layers_says_nothing_of_them() -> None:
    told = redact(scene([]), Redaction(Coarsening.COARSE))
    assert "own" not in told.sentence


def test_one_file_says_whose_the_layer_is() -> None:
    told = page(own_scene(), {}, "A title").decode()
    assert credit(own_scene()["own"][0]) in told
    assert "depots.geojson" not in told


@pytest.mark.parametrize(("wrong", "words"), [
    ({"colour": "mauve"}, "no colour"),
    ({"width": 40}, "no width"),
    ({"source": " "}, "needs a source"),
])  # fmt: skip
def test_looks_are_checked(wrong: dict[str, Any], words: str) -> None:
    looks: dict[str, Any] = {"colour": "teal", "filled": False, "width": 1}
    with pytest.raises(ValueError, match=words):
        styled(kept(), **({"name": NAME, "source": SOURCE} | looks | wrong))
