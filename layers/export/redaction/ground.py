"""Names on the ground that are withheld, though no report gave them to the map."""

from layers import basemap
from layers.export.redaction.words import Words

LANGUAGES = ("name", "name_en", "name_ru", "name_uk", "name_ko")


def ground_names(words: Words) -> list[str]:
    """Give the names of countries, disputed land, rivers and towns that no ground may print."""
    if not words.listed:
        return []
    tables = (basemap.adm0("overview"), basemap.disputed("overview"))
    rows = [row for table in tables for row in table[list(LANGUAGES)].to_dict("records")]
    areas = [(str(row["name_en"]), map(str, row.values())) for row in rows]
    towns = [(town.name, filter(None, (town.name, town.local))) for town in basemap.towns()]
    rivers = [(str(name), iter([str(name)])) for name in basemap.rivers()["name_en"]]
    named = (name for name, names in [*areas, *rivers, *towns] if any(map(words.within, names)))
    return sorted(set(named))
