#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""readers.py TRIALSIFT CORPUS: reads every export back with readers that are not ours.

Python's csv and json read the tables and JSON lines; bibutils reads RIS and Biopython NBIB, where they are
installed. The rules of the tools that import our files are checked line by line. What `show --format json` tells of a
record is what each export must hold. Exit status: 0 all read back, 1 something is lost.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

csv.field_size_limit(1 << 30)
failures = []


def expect(true, what):
    if not true:
        failures.append(what)


def one_line(text):
    return " ".join(text.split())


def run(*words, stdin=None):
    return subprocess.run(words, input=stdin, check=True, capture_output=True).stdout


class Corpus:
    """The records of an index, as `show` tells them."""

    def __init__(self, program, inputs, folder):
        self.program = program
        self.index = os.path.join(folder, "index")
        run(program, "index", "--quiet", "--index", self.index, *inputs)
        ids = self.search("ids").decode().split()
        self.records = {}
        for start in range(0, len(ids), 500):
            lines = run(program, "show", "--index", self.index, "--format", "json", *ids[start:start + 500])
            for line in lines.decode().splitlines():
                record = json.loads(line)
                self.records[record["id"]] = record
        self.ids = ids

    def search(self, format, *options, query=""):
        return run(self.program, "search", "--quiet", "--index", self.index, "--format", format, "--limit", "0",
                   *options, "--query", query)


def title_of(record):
    return one_line(record["record"]["official_title"] or record["record"]["brief_title"])


def abstract_of(record):
    return one_line(record["record"]["brief_summary"] + " " + record["record"]["detailed_description"])


def check_tables(corpus):
    for format, dialect in (("csv", "excel"), ("tsv", "excel-tab")):
        text = corpus.search(format, "--raw-csv").decode("utf-8")
        rows = list(csv.DictReader(io.StringIO(text, newline=""), dialect=dialect))
        expect([row["id"] for row in rows] == corpus.ids, f"{format}: not the trials of the search")
        for row in rows:
            record = corpus.records[row["id"]]
            name = f"{format} {row['id']}: "
            expect(None not in row and None not in row.values(), name + "a row with more or fewer cells")
            expect(row["key"] == row["id"], name + "key")
            title = title_of(record)
            expect(row["title"] == title if title else row["title"].endswith(row["id"] + ")"), name + "title")
            expect(row["abstract"] == abstract_of(record), name + "abstract")
            expect(row["authors"] == one_line(record["record"]["lead_sponsor"]), name + "authors")
            expect(row["conditions"] == "; ".join(map(one_line, record["record"]["conditions"])), name + "conditions")
            date = "-".join(part.zfill(2) for part in (row["year"], row["month"], row["day"]) if part)
            expect(date == record["record"]["posted"], name + "date")
        # Rayyan wants title, ASReview these.
        wanted = {"key", "title", "authors", "year", "abstract", "keywords", "url", "notes", "included"}
        expect(wanted <= set(rows[0]), f"{format}: columns of importers are missing")
        safe = corpus.search(format).decode("utf-8")
        for row in csv.reader(io.StringIO(safe, newline=""), dialect=dialect):
            expect(not any(cell[:1] in "=+-@" and cell for cell in row), f"{format}: a formula in {row[:4]}")


SCHEMA_PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../docs/output-schema.md")
TYPES = {
    "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "number or null": lambda value: value is None or isinstance(value, int),
    "array of string": lambda value: isinstance(value, list) and all(isinstance(text, str) for text in value),
    "object": lambda value: isinstance(value, dict),
    "objects": lambda value: isinstance(value, list) and all(isinstance(part, dict) for part in value),
}


def documented():
    """The members of each type of line, as the tables of docs/output-schema.md have them: name -> (type, optional)."""
    with open(SCHEMA_PAGE, encoding="utf-8") as page:
        sections = re.split(r"^### ", page.read(), flags=re.MULTILINE)[1:]
    lines = {}
    for section in sections:
        members = {}
        for names, kind, what in re.findall(r"^\| (`.*?) \| (.*?) \|(.*?)\|$", section.split("\n## ")[0], re.MULTILINE):
            for name in re.findall(r"`([^`]+)`", names):
                # a.b: a member of the object a; a[]: an array of objects
                top, _, inner = name.partition(".")
                kind_of_it = "objects" if top.endswith("[]") else re.sub(r"^arrays", "array", kind).rstrip("s")
                members[top.removesuffix("[]")] = (None if inner else kind_of_it, "absent" in what)
        lines[section.split("\n")[0].strip()] = members
    return lines


def check_jsonl(corpus):
    schema = documented()
    for options in ([], ["--facets", "status,start,country"]):
        lines = [json.loads(line) for line in corpus.search("jsonl", *options).decode("utf-8").splitlines()]
        expect(lines[0]["type"] == "search" and lines[-1]["type"] == "end", "jsonl: first and last line")
        expect([line["id"] for line in lines if line["type"] == "hit"] == corpus.ids, "jsonl: not the trials of the search")
        expect(bool(options) == any(line["type"] == "facet" for line in lines), "jsonl: facets")
        for line in lines:
            members = schema[line["type"]]
            for name, value in line.items():
                known = name in members
                expect(known, f"jsonl: {line['type']}.{name} is not documented")
                kind = members[name][0] if known else None
                expect(kind is None or TYPES[kind](value), f"jsonl: {line['type']}.{name} is no {kind}: {value!r}")
            for name, (_, optional) in members.items():
                expect(optional or name in line, f"jsonl: {line['type']}.{name} is missing")
            for snippet in line.get("snippets", []):
                text = snippet["text"]
                expect(all(0 <= first < last <= len(text) for first, last in snippet["spans"]), "jsonl: a span outside")


def ris_records(data):
    """As a reader of lines has it: every line has a tag or is blank."""
    text = data.decode("utf-8")
    expect(text.startswith("TY  - "), "ris: the first line does not start with TY")
    record = []
    for line in text.splitlines():
        if not line:
            continue
        expect(re.match(r"[A-Z][A-Z0-9]  - ", line), f"ris: a line without a tag: {line[:60]!r}")
        if line.startswith("ER"):
            yield record
            record = []
        else:
            record.append((line[:2], line[6:]))
    expect(not record, "ris: a record without an end")


def check_ris(corpus):
    data = corpus.search("ris")
    records = list(ris_records(data))
    expect([dict(record)["ID"] for record in records] == corpus.ids, "ris: not the trials of the search")
    for record in records:
        tags = [tag for tag, _ in record]
        values = dict(record)
        known = corpus.records[values["ID"]]
        name = f"ris {values['ID']}: "
        expect(tags[0] == "TY" and values["TY"] == "DBASE", name + "type")
        expect("N2" not in tags and tags.count("TI") == 1, name + "N2, or not one title")
        expect(values.get("AB", "") == abstract_of(known), name + "abstract")
        expect(values.get("PY", "") == known["record"]["posted"][:4], name + "year")
        expect(not title_of(known) or values["TI"] == title_of(known), name + "title")
    return data


def check_nbib(corpus):
    data = corpus.search("nbib")
    text = data.decode("utf-8")
    expect(text.startswith("PMID- "), "nbib: PMID is not first")
    ids = re.findall(r"^PMID- (.*)$", text, re.MULTILINE)
    expect(ids == corpus.ids, "nbib: not the trials of the search")
    for record in text.split("\n\n"):
        if not record.strip():
            continue
        joined = record.replace("\n      ", " ")
        values = {line[:4].strip(): line[6:] for line in joined.splitlines()}
        number = values["PMID"]
        known = corpus.records[number]
        expect(values.get("AB", "") == abstract_of(known), f"nbib {number}: abstract")
    return data


def check_bibutils(corpus, data):
    """The same titles, abstracts, years, ids and conditions come out of bibutils' reader of RIS."""
    if not shutil.which("ris2xml"):
        print("readers.py: ris2xml (Debian's package bibutils) is not installed: RIS is not read back with it")
        return
    mods = "{http://www.loc.gov/mods/v3}"
    with tempfile.NamedTemporaryFile(suffix=".ris") as file:
        file.write(data)
        file.flush()
        tree = ElementTree.fromstring(run("ris2xml", "--unicode-no-bom", "-i", "utf8", "-o", "utf8", file.name))
    read = list(tree.findall(f"{mods}mods"))
    expect(len(read) == len(corpus.ids), f"ris2xml: {len(read)} records of {len(corpus.ids)}")
    for number, entry in zip(corpus.ids, read):
        record = corpus.records[number]
        name = f"ris2xml {number}: "
        info = entry.find(f"{mods}titleInfo")
        title = "".join(part.text or "" for part in info) if info is not None else ""
        letters = re.sub(r"\W", "", title_of(record))
        expect(not letters or re.sub(r"\W", "", title) == letters, name + f"title {title!r}")
        expect(one_line(entry.findtext(f"{mods}abstract") or "") == abstract_of(record), name + "abstract")
        everything = one_line(" ".join(entry.itertext()))
        expect(number in everything, name + "id")
        expect(record["record"]["posted"][:4] in everything, name + "year")
        for condition in record["record"]["conditions"]:
            expect(one_line(condition).lower() in everything.lower(), name + f"condition {condition!r}")


def check_biopython(corpus, data):
    """The same out of Biopython's reader of MEDLINE."""
    try:
        from Bio import Medline
    except ImportError:
        print("readers.py: Biopython (Debian's package python3-biopython) is not installed: NBIB is not read back with it")
        return
    read = list(Medline.parse(io.StringIO(data.decode("utf-8"))))
    expect([entry["PMID"] for entry in read] == corpus.ids, "Biopython: not the trials of the search")
    for entry in read:
        record = corpus.records[entry["PMID"]]
        name = f"Biopython {entry['PMID']}: "
        expect(not title_of(record) or entry["TI"] == title_of(record), name + "title")
        expect(entry.get("AB", "") == abstract_of(record), name + "abstract")
        expect(entry.get("DP", "")[:4] == record["record"]["posted"][:4], name + "year")
        words = {word.lower() for word in entry.get("OT", [])}
        for condition in record["record"]["conditions"]:
            expect(one_line(condition).lower() in words, name + f"condition {condition!r}")


def check_parts(corpus, folder):
    """--split loses nothing and repeats nothing."""
    whole = corpus.search("ids").decode().split()
    file = os.path.join(folder, "part.ris")
    corpus.search("ris", "--output", file, "--split", "10")
    found = []
    number = 1
    while os.path.exists(name := os.path.join(folder, f"part-{number}.ris")):
        with open(name, "rb") as part:
            ids = [dict(record)["ID"] for record in ris_records(part.read())]
        expect(0 < len(ids) <= 10, f"{name}: {len(ids)} trials")
        found += ids
        number += 1
    expect(found == whole, "--split: the parts are not the whole")


def main():
    program, inputs = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(program, inputs, folder)
        check_tables(corpus)
        check_jsonl(corpus)
        check_bibutils(corpus, check_ris(corpus))
        check_biopython(corpus, check_nbib(corpus))
        check_parts(corpus, folder)
    for failure in failures[:20]:
        print(f"readers.py: {failure}", file=sys.stderr)
    print(f"readers.py: {len(corpus.ids)} trials read back, {len(failures)} differences")
    return 1 if failures else 0


sys.exit(main())
