"""Official outlines of regions are matched by name, and odd files are refused kindly."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.figures.inspecting import area, assert_sound, texts
from workbench.domain.errors import GeometryRefusedError
from workbench.figures.map_sheet import Caption
from workbench.figures.region_geometry import official_names, read_geometry
from workbench.figures.region_maps import region_map
from workbench.figures.rijksdriehoek import to_rd

CAPTION = Caption(title="VOORBEELD Regio's", subject="Aandeel in fte", source="VOORBEELD")


def square(x: float, y: float, size: float = 10_000) -> list[list[list[float]]]:
    return [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]]


def feature(name: str, at: int = 0, **geometry: object) -> dict[str, object]:
    column, row = at % 8, at // 8
    rings = square(20_000 + column * 30_000, 320_000 + row * 50_000, 28_000)
    shape = {"type": "Polygon", "coordinates": rings} | geometry
    return {"type": "Feature", "properties": {"statnaam": name}, "geometry": shape}


def geojson(*features: dict[str, object]) -> bytes:
    content = {"type": "FeatureCollection", "features": list(features)}
    return json.dumps(content).encode()


def whole_country() -> bytes:
    names = enumerate(official_names().values())
    return geojson(*(feature(name, at) for at, name in names))


def test_all_forty_regions_are_found_by_their_official_names() -> None:
    geometry = read_geometry(whole_country())

    assert len(geometry.regions) == 40
    assert geometry.missing == ()
    assert geometry.unmatched == ()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Groot-Amsterdam (CR)", "NL32B"),
        ("agglomeratie ’s-gravenhage", "NL361"),
        ("Zuidwest-Fryslân", "NL128"),
        ("ARNHEM / NIJMEGEN", "NL226"),
    ],
)
def test_other_ways_of_writing_a_name_are_known(written: str, code: str) -> None:
    geometry = read_geometry(geojson(feature(written)))

    assert [region.code for region in geometry.regions] == [code]
    assert len(geometry.missing) == 39


def test_a_name_that_does_not_match_is_told() -> None:
    geometry = read_geometry(geojson(feature("Veluwe"), feature("VOORBEELD Eiland", 1)))

    assert geometry.unmatched == ("VOORBEELD Eiland",)


def test_degrees_are_brought_to_metres() -> None:
    rings = square(4.88352559, 52.37453253, 0.2)

    geometry = read_geometry(geojson(feature("Veluwe", coordinates=rings)))

    x, y = geometry.regions[0].rings[0][0]
    assert abs(x - 120_700) < 200
    assert abs(y - 487_525) < 200
    assert to_rd(6.56820053, 53.21938317) == pytest.approx((233_883.1, 582_065.2), abs=1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "geometry_no_geojson"),
        (b"\xff\xfe", "geometry_no_geojson"),
        (b"[" * 200_000, "geometry_no_geojson"),
        (b'{"features": [NaN]}', "geometry_no_geojson"),
        (b'{"features": [1]}', "geometry_no_geojson"),
        (b'{"features": [{}]}', "geometry_no_names"),
        (geojson(feature("VOORBEELD")), "geometry_no_names"),
        (geojson(feature("Veluwe", type="Point")), "geometry_no_areas"),
        (geojson(feature("Veluwe", coordinates=[[["a", 1]] * 4])), "geometry_no_areas"),
        (geojson(feature("Veluwe", coordinates=square(9e6, 9e6))), "geometry_elsewhere"),
        (geojson(*[feature("Veluwe")] * 2001), "geometry_too_large"),
        (b" " * (24 * 1024 * 1024 + 1), "geometry_too_large"),
    ],
)
def test_an_odd_file_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(GeometryRefusedError) as refused:
        read_geometry(data, "VOORBEELD.geojson")

    assert refused.value.facts == {"file": "VOORBEELD.geojson", "detail": code}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "features", "properties", "geometry", "coordinates"]),
            inside,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_other_content_is_refused_and_nothing_worse(content: object) -> None:
    wrapped = {"features": [{"properties": {"statnaam": "Veluwe"}, "geometry": content}]}

    for tried in (content, wrapped):
        with pytest.raises(GeometryRefusedError):
            read_geometry(json.dumps(tried).encode())


def test_a_map_of_regions_has_five_equal_classes_and_the_unknown() -> None:
    values = {"NL131": Fraction(1, 100), "NL32B": Fraction(9, 100)}

    drawing = region_map(values, CAPTION, read_geometry(whole_country()))

    assert_sound(drawing)
    legend = {
        "0 tot 2%",
        "2 tot 4%",
        "4 tot 6%",
        "6 tot 8%",
        "8 tot en met 10%",
        "onbekend",
    }
    assert legend <= set(texts(drawing))
    assert area(drawing, "NL32B").label == "Groot-Amsterdam: 9,0%"
    assert area(drawing, "NL423").hatch_lines
    assert "Het hoogst: Groot-Amsterdam met 9,0%." in drawing.alt


def test_a_map_of_regions_says_which_ones_the_file_lacks() -> None:
    drawing = region_map({}, CAPTION, read_geometry(geojson(feature("Veluwe"))))

    assert "Niet op de kaart, omdat het bestand ze mist: Delfzijl" in drawing.alt
    assert "gebiedsindelingen" in drawing.source
