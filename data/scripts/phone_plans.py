"""Writes data/phone_plans.tsv and data/phone_areas.tsv from the metadata of libphonenumber.

    pip install phonenumbers==9.0.43      # Apache-2.0, a Python port that carries libphonenumber's metadata
    python3 data/scripts/phone_plans.py

Everything is a fact of the metadata; nothing is edited by hand. A new release of the metadata is taken by naming it below
and running the script again, then `UPDATE_TABLES=1 cargo test --test tables`.
"""

import functools
import pathlib
import random
import re

import phonenumbers
from phonenumbers.phonemetadata import PhoneMetadata

VERSION = "9.0.43"
DATE = "2026-11-21"
DATA = pathlib.Path(__file__).resolve().parent.parent
TYPES = [
    "fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost", "personal_number", "voip", "pager", "uan",
    "voicemail",
]
# Trunk rules that spell at most so many strings are written as a list; longer ones (carrier codes) are `special`.
MOST_LITERALS = 4
# So many digits of a number are looked at to find the length of its area code.
DEEPEST = 4
# How readily a number is ended where it may end: seldom, since the shortest numbers of a plan often have no area code.
STOP = 0.05
# Numbers drawn below one prefix to see whether they all have an area code of one length.
DRAWN = 16


# --- Patterns: sets, sequences, alternatives and bounded repetitions are all that the metadata uses. ---

def parse(text):
    """The syntax tree of a pattern."""
    position = 0

    def alternatives():
        nonlocal position
        options = [sequence()]
        while position < len(text) and text[position] == "|":
            position += 1
            options.append(sequence())
        return ("alt", tuple(options))

    def sequence():
        nonlocal position
        parts = []
        while position < len(text) and text[position] not in "|)":
            part = atom()
            while position < len(text) and text[position] in "?{":
                if text[position] == "?":
                    low, high = 0, 1
                    position += 1
                else:
                    end = text.index("}", position)
                    bounds = text[position + 1:end].split(",")
                    low, high = int(bounds[0]), int(bounds[-1])
                    position = end + 1
                part = ("rep", part, low, high)
            parts.append(part)
        return ("seq", tuple(parts))

    def atom():
        nonlocal position
        if text[position] == "(":
            position += 3 if text.startswith("(?:", position) else 1
            inner = alternatives()
            assert text[position] == ")", text
            position += 1
            return inner
        match = re.compile(r"\[([0-9-]+)\]|\\d|[0-9]").match(text, position)
        assert match, (text, position)
        position = match.end()
        if match.group(1):
            digits = re.sub(r"(\d)-(\d)", lambda m: "".join(map(str, range(int(m[1]), int(m[2]) + 1))), match.group(1))
        else:
            digits = "0123456789" if match.group(0) == r"\d" else match.group(0)
        return ("set", frozenset(digits))

    tree = alternatives()
    assert position == len(text), text
    return tree


def words(tree, most):
    """The strings that a pattern spells, longest first, or None above `most`."""
    kind = tree[0]
    if kind == "set":
        found = set(tree[1])
    elif kind == "alt":
        found = set()
        for option in tree[1]:
            inner = words(option, most)
            if inner is None:
                return None
            found |= inner
    elif kind == "seq":
        found = {""}
        for part in tree[1]:
            inner = words(part, most)
            if inner is None:
                return None
            found = {a + b for a in found for b in inner}
            if len(found) > most:
                return None
    else:
        found = set()
        for count in range(tree[2], tree[3] + 1):
            inner = words(("seq", (tree[1],) * count), most)
            if inner is None:
                return None
            found |= inner
    return found if len(found) <= most else None


def derive(tree, digit):
    """What may follow once `digit` was read: a set of sequences (Antimirov's partial derivatives)."""
    kind = tree[0]
    if kind == "set":
        return {()} if digit in tree[1] else set()
    if kind == "alt":
        return set().union(*(derive(option, digit) for option in tree[1]))
    if kind == "rep":
        if tree[3] == 0:
            return set()
        left = ("rep", tree[1], max(tree[2] - 1, 0), tree[3] - 1)
        return {rest + (left,) for rest in derive(tree[1], digit)}
    found = set()
    for index, part in enumerate(tree[1]):
        found |= {rest + tree[1][index + 1:] for rest in derive(part, digit)}
        if not empty(part):
            break
    return found


@functools.lru_cache(None)
def empty(tree):
    """Whether a pattern takes the empty string."""
    kind = tree[0]
    if kind == "set":
        return False
    if kind == "alt":
        return any(empty(option) for option in tree[1])
    if kind == "rep":
        return tree[2] == 0 or empty(tree[1])
    return all(empty(part) for part in tree[1])


@functools.lru_cache(None)
def step(sequence, digit):
    return frozenset(derive(("seq", sequence), digit))


@functools.lru_cache(None)
def after(states, digit):
    return frozenset().union(*(step(state, digit) for state in states))


@functools.lru_cache(None)
def onwards(states):
    """The digits that may follow, each with what may follow it, and whether nothing needs to."""
    choices = [(digit, after(states, digit)) for digit in "0123456789"]
    return [choice for choice in choices if choice[1]], any(empty(("seq", state)) for state in states)


# --- Facts. ---

def plans():
    """Every region, then the calling codes that belong to none (region 001)."""
    found = []
    for code, regions in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items()):
        for rank, region in enumerate(regions):
            metadata = (
                PhoneMetadata.metadata_for_nongeo_region(code)
                if region == "001" else PhoneMetadata.metadata_for_region(region)
            )
            found.append((region, code, rank, metadata))
    return found


def valid_pattern(metadata):
    descriptions = (getattr(metadata, kind) for kind in TYPES)
    patterns = [each.national_number_pattern for each in descriptions if each is not None]
    return "|".join(dict.fromkeys(pattern for pattern in patterns if pattern))


def trunk_rule(metadata):
    """(trunk prefixes, pattern of local numbers, what goes before them, whether more than that is in the rule)."""
    rule = metadata.national_prefix_for_parsing or ""
    transform = metadata.national_prefix_transform_rule or ""
    local, before = "", ""
    shape = re.fullmatch(r"\((\[[0-9-]+\]\\d\{\d\}|\d\\d\{\d\})\)\$(?:\|(.*))?", rule)
    if shape:
        local, rule, before = shape.group(1), shape.group(2) or "", transform.removesuffix(r"\1")
        transform = ""
    literals = words(parse(rule), MOST_LITERALS) if rule and not transform and "$" not in rule else set()
    special = bool(rule) and not literals
    if special:
        literals = {metadata.national_prefix} if metadata.national_prefix else set()
    return sorted(filter(None, literals), key=lambda each: (-len(each), each)), local, before, special


def write_plans():
    rows = []
    for region, code, rank, metadata in plans():
        literals, local, before, special = trunk_rule(metadata)
        general = metadata.general_desc
        rows.append([
            region, code, rank, metadata.national_prefix or "", " ".join(literals), local, before, int(special),
            metadata.international_prefix or "",
            " ".join(map(str, general.possible_length)), " ".join(map(str, general.possible_length_local_only)),
            general.national_number_pattern, valid_pattern(metadata),
        ])
    write(
        "phone_plans.tsv",
        "One row per region and calling code. rank orders the regions of one calling code, 0 is the main one.\n"
        "# national: the prefix dialled before a national number. trunks: every prefix that may be cut, longest first.\n"
        "# local and before: a number of that whole shape is completed with those digits. special: the rule of the region says\n"
        "# more than that (carrier codes, digits that move). idd: the prefix of international calls. lengths, local_lengths:\n"
        "# how long a national number may be, and a number dialled within its area. general: the shape of any national\n"
        "# number. valid: the shapes of the numbers that are assigned.",
        "rows are made by data/scripts/phone_plans.py and never by hand",
        "region calling_code rank national trunks local before special idd lengths local_lengths general valid",
        rows,
    )


def areas(code, regions):
    """(prefix, length of the area code) for geographic numbers; nothing where the plan has no area codes."""
    metadatas = [metadata for region, _, _, metadata in regions]
    start = frozenset((parse(valid_pattern(metadata)),) for metadata in metadatas)
    draw = random.Random(code)

    def complete(prefix, states):
        digits = prefix
        while True:
            choices, done = onwards(states)
            if done and (not choices or draw.random() < STOP):
                return digits
            digit, states = draw.choice(choices)
            digits += digit

    def length(digits):
        zeros = len(digits) - len(digits.lstrip("0"))
        zeros = min(zeros, len(digits) - 1)
        number = phonenumbers.PhoneNumber(
            country_code=code, national_number=int(digits), italian_leading_zero=zeros > 0 or None,
            number_of_leading_zeros=zeros if zeros > 1 else None,
        )
        return phonenumbers.length_of_geographical_area_code(number)

    def visit(prefix, states):
        lengths = [length(complete(prefix, states)) for _ in range(DRAWN)]
        usual = max(sorted(set(lengths)), key=lengths.count)
        if len(set(lengths)) == 1 or len(prefix) == DEEPEST:
            return [(prefix, usual)] if usual else []
        found = []
        for digit in "0123456789":
            following = after(states, digit)
            if following:
                found += visit(prefix + digit, following)
        return found

    return visit("", start)


def write_areas():
    by_code = {}
    for plan in plans():
        by_code.setdefault(plan[1], []).append(plan)
    rows = []
    for code, regions in sorted(by_code.items()):
        # Every number of the North American plan has an area code of three digits, also the ones without a place (800).
        found = [("", 3)] if code == 1 else areas(code, regions)
        print(code, len(found), flush=True)
        rows += [[code, prefix, length] for prefix, length in found]
    write(
        "phone_areas.tsv",
        "The length of the area code of a geographic number, by the longest prefix that it begins with. A number that\n"
        "# begins with none has no area code: mobiles and services of most countries, and plans without area codes.",
        "rows are made by data/scripts/phone_plans.py and never by hand",
        "calling_code prefix area_length",
        rows,
    )


def write(name, about, rule, columns, rows):
    lines = [
        f"# {about}",
        f"# source: libphonenumber metadata as shipped in phonenumbers {VERSION} (PyPI)",
        "# licence: Apache-2.0 (facts only)",
        f"# date: {DATE}",
        f"# rule: {rule}",
        "\t".join(columns.split()),
    ]
    lines += ["\t".join(str(cell) for cell in row) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    assert phonenumbers.__version__ == VERSION, phonenumbers.__version__
    write_plans()
    write_areas()
