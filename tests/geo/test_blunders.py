"""Mistakes that geoparsers are known for, and traps like them, with the full gazetteer.

The name in brackets is the one asked about; what it should be is a kind and the code of the country
or of the first-level division it lies in.
"""

from collections.abc import Callable, Sequence

import pytest

from geo.gazetteer import Gazetteer
from geo.mention import Mention
from geo.passage import Passage
from geo.toponyms import toponyms

Parse = Callable[[str], list[Passage]]

REPORTED = [
    ("The delegation flew home to the [USA] on Friday.", "country US"),
    ("Floods closed three motorways in [France] last week.", "country FR"),
    ("Trade between [China] and its neighbours fell in May.", "country CN"),
    ("The [U.S] government has not answered.", "country US"),
    ("The tanker left [Long Beach], CA, on Friday.", "city US-CA"),
    ("[European] ministers met on Monday to talk about tariffs.", "region"),
    ("Lawmakers in [Albany] passed the state budget late on Friday.", "city US-NY"),
    ("The Soviet Union fell apart, and troops left [Latvia] three years later.", "country LV"),
]

TRAPS = [
    ("Protesters in Tbilisi want [Georgia] to hold new elections.", "country GE"),
    ("Storms cut power from Atlanta to Savannah; in [Georgia] schools stayed shut.", "adm1 US-GA"),
    ("Voters in [Georgia], Alabama and Tennessee go to the polls.", "adm1 US-GA"),
    ("Talks between Athens and Skopje about the name of [Macedonia] went on.", "country MK"),
    ("Soldiers from Kinshasa fought rebels near Goma in eastern [Congo].", "country CD"),
    ("In Brazzaville the president of the Republic of the [Congo] spoke.", "country CG"),
    ("The junta in Niamey said [Niger] would leave the alliance.", "country NE"),
    ("The governor spoke in Minna, the capital of [Niger] State in Nigeria.", "adm1 NG-NI"),
    ("Gunmen struck villages in northern [Nigeria] on Sunday.", "country NG"),
    ("The army of [Guinea] closed the airport of Conakry.", "country GN"),
    ("Ships gathered off [Guinea-Bissau] on Tuesday.", "country GW"),
    ("Oil fell, and Malabo in [Equatorial Guinea] cut spending.", "country GQ"),
    ("A quake shook Lae in [Papua New Guinea].", "country PG"),
    ("Dublin said [Ireland] would pay its share.", "country IE"),
    ("Parties in Belfast agreed to share power in [Northern Ireland].", "adm1 GB"),
    ("Wildfires spread east of Seattle and Spokane in [Washington] state.", "adm1 US-WA"),
    ("Diplomats in [Washington] said sanctions on Tehran would stay.", "city US-DC"),
    ("Police in [New York] closed Times Square after a threat.", "city US-NY"),
    ("The bill went to [New York] Governor Kathy Hochul for her signature.", "adm1 US-NY"),
    ("Ministers from Belgium, France and [Luxembourg] met.", "country LU"),
    ("The farm lies near Bastogne in the province of [Luxembourg], Belgium.", "adm1 BE-WLX"),
    ("A convoy crossed from Guatemala into [Mexico] at dawn.", "country MX"),
    ("The quake was felt in [Mexico City] and Puebla.", "city MX-DIF"),
    ("Fires burned near Melbourne and Ballarat, officials in [Victoria] said.", "adm1 AU-VIC"),
    ("A ferry from Vancouver docked in [Victoria], British Columbia.", "city CA-BC"),
    ("Doctors in Buenos Aires and [Córdoba] went on strike across Argentina.", "city AR-X"),
    ("Trains from Seville to [Cordoba] were cancelled all over Spain.", "city ES-CO"),
    ("Militias fought in [Tripoli] and Misrata, in western Libya.", "city LY-TN"),
    ("The Lebanese army patrols [Tripoli], north of Beirut.", "city LB-AS"),
    ("Floods killed dozens in [Valencia], as Spain mourned.", "city ES-V"),
    ("Protesters marched in Caracas and [Valencia], in Venezuela.", "city VE-G"),
    ("Police in [San Jose], California, found the car near Oakland.", "city US-CA"),
    ("The court in [San José] ruled that Costa Rica must pay.", "city CR-SJ"),
    ("Techies moved from Bangalore to [Hyderabad], in southern India.", "city IN-TG"),
    ("Doctors in Karachi and [Hyderabad], in Sindh, went on strike.", "city PK-SD"),
    ("The plant moved from Montgomery, Alabama, to [Birmingham].", "city US-AL"),
    ("Councils in [Birmingham] and Coventry cut services.", "city GB-BIR"),
    ("Researchers in Boston and [Cambridge], Massachusetts, found it.", "city US-MA"),
    ("Students in [Cambridge] and Oxford, England, protested.", "city GB-CAM"),
    ("A tornado hit [Paris], Texas, and Dallas lost power.", "city US-TX"),
    ("The president spoke in [Paris] about the budget.", "city FR-75"),
    ("Police in [Moscow], Idaho, named a suspect.", "city US-ID"),
    ("Oil workers from Midland and [Odessa], in West Texas, lost their jobs.", "city US-TX"),
    ("Drones hit the port of [Odesa] in southern Ukraine.", "city UA-51"),
    ("Troops crossed the border into Russia's [Kursk] region.", "adm1 RU-KRS"),
    ("Egyptian soldiers died in an attack in northern [Sinai].", "region EG"),
    ("Tanks pushed into [Gaza City] and Jabalia overnight.", "city PS-GZZ"),
    ("Aid lorries entered the [Gaza Strip] from Egypt.", "adm1 PS-GZZ"),
    ("Farmers from [Punjab] marched on Delhi as India's parliament met.", "adm1 IN-PB"),
    ("Smog closed schools in Lahore and all over [Punjab], Pakistan.", "adm1 PK-PB"),
    ("Shells fell on the city of [Khartoum] and on Omdurman.", "city SD-KH"),
    ("Markets in [Khartoum] State stayed closed, Sudan's army said.", "adm1 SD-KH"),
    ("Missiles struck a market in the city of [Donetsk].", "city UA-14"),
    ("Russian troops took two villages in [Donetsk] Oblast.", "adm1 UA-14"),
    ("A bomb killed five in [Jalalabad], the capital of Nangarhar.", "city AF-NAN"),
    ("Taliban fighters drove through [Kandahar] in pickup trucks.", "city AF-KAN"),
    ("Rebels entered the city of [Aleppo] from the west.", "city SY-HL"),
    ("Villages across [Aleppo] Governorate lost water.", "adm1 SY-HL"),
    ("The leader of [Republika Srpska], Bosnia's Serb half, was tried.", "adm1 BA"),
    ("The prime minister of [Jordan] visited Damascus and Amman.", "country JO"),
    ("The president of [Lebanon] met envoys in Beirut.", "country LB"),
    ("[Sudan] and South Sudan agreed on oil.", "country SD"),
    ("The United Nations flew food to Juba in [South Sudan].", "country SS"),
    ("[Dominica] was hit by a hurricane, and Roseau lost power.", "country DM"),
    ("Ferries linked Athens and [Crete] again.", "adm1 GR"),
    ("The storm crossed the [Atlantic] and hit the United States.", "water"),
    ("The United States watched [Atlantic] storms. The Atlantic is warm.", "water"),
    ("A fire burned in [Atlantic], Iowa, in the United States.", "city US-IA"),
    ("Floods hit the town of [Cambridge] in England.", "city GB"),
    ("Gunmen raided a village in Cameroon's [Far North] region.", "adm1 CM"),
    ("Floods closed roads in Clay, [Grant] and Wilkin counties in Minnesota.", "adm2 US-MN"),
    ("Floods closed roads in Clay, Grant and [Wilkin] counties in Minnesota.", "adm2 US-MN"),
    ("Troops left Myitkyina and Bhamo in [Kachin] State in Myanmar.", "adm1 MM"),
]

NOWHERE = [
    "Floods hit the town of [Cambridge] in Ghana, which borders Togo.",
    "Floods hit the town of Cambridge in Ghana. In [Cambridge] two people died.",
    "He was tried in the [Southern District] of Ohio, a court in Cleveland said.",
    "Rain fell in [Far North] Queensland and in Brisbane.",
]


def asked(text: str, parse: Parse, gazetteer: Gazetteer) -> Mention:
    start = text.index("[")
    found: Sequence[Mention] = toponyms(parse(text.replace("[", "").replace("]", "")), gazetteer)
    return next(mention for mention in found if mention.start <= start < mention.end)


@pytest.mark.parametrize(("text", "expected"), [*REPORTED, *TRAPS])
def test_the_place_that_the_report_means(
    text: str, expected: str, parse: Parse, gazetteer: Gazetteer
) -> None:
    place = asked(text, parse, gazetteer).place
    assert place is not None
    kind, _, code = expected.partition(" ")
    assert place.kind.value == kind
    assert code in {place.country or "", place.adm1 or ""}


@pytest.mark.parametrize("text", NOWHERE)
def test_a_town_is_not_looked_for_in_another_country(
    text: str, parse: Parse, gazetteer: Gazetteer
) -> None:
    assert asked(text, parse, gazetteer).place is None
