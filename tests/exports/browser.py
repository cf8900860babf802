#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""browser.py TRIALSIFT CORPUS: opens the HTML report in a headless Chromium, sorts and filters it.

A script is put at the end of a copy of the page, allowed by the page's own nonce; it clicks and chooses as a reader
would and leaves what it saw in the document. Exit status: 0 all as it should be, 1 not, 77 there is no Chromium.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HOSTILE = {
    "protocolSection": {
        "identificationModule": {
            "nctId": "NCT99000990",
            "briefTitle": "<script>window.ran=1</script><img src=x onerror=window.ran=2> zebra \"' onload=window.ran=3 x=\"",
        },
        "descriptionModule": {
            "briefSummary": "zebra </article></main><script>window.ran=4</script><svg onload=window.ran=5>"
                            "<a href=\"javascript:window.ran=6\">click</a> &lt;script&gt;window.ran=7&lt;/script&gt;"
        },
        "conditionsModule": {"conditions": ["\" autofocus onfocus=window.ran=8 x=\"", "<b>zebra</b>"]},
    }
}

DRIVER = """
document.addEventListener("DOMContentLoaded", () => {
  const main = document.querySelector("main");
  const ids = () => Array.from(main.querySelectorAll("article")).filter((hit) => !hit.hidden)
    .map((hit) => hit.querySelector("a").textContent);
  const order = main.querySelector("select");
  const words = main.querySelector("input");
  const choose = (value) => { order.value = value; order.dispatchEvent(new Event("change")); return ids(); };
  const type = (value) => { words.value = value; words.dispatchEvent(new Event("input")); return ids(); };
  const seen = { before: ids(), controls: !main.querySelector(".controls").hidden };
  for (const value of ["newest", "oldest", "largest", "title", "rank"]) seen[value] = choose(value);
  seen.filtered = type("LEUKAEMIA");
  seen.told = main.querySelector("output").textContent;
  main.querySelector(".controls button").click();
  seen.cleared = ids();
  seen.rows = {};
  for (const row of main.querySelectorAll("button.row")) {
    row.click();
    seen.rows[row.dataset.facet + " " + row.dataset.value] = [row.querySelector(".count").textContent, ids()];
    row.click();
  }
  seen.ran = window.ran === undefined ? 0 : window.ran;
  seen.strangers = document.querySelectorAll("body script:not([data-driver]), img, iframe, article svg, article b").length;
  seen.marks = Array.from(main.querySelectorAll("mark")).map((mark) => mark.textContent.toLowerCase());
  seen.handlers = Array.from(document.querySelectorAll("*"))
    .filter((node) => Array.from(node.attributes).some((a) => a.name.startsWith("on"))).length;
  const out = document.createElement("pre");
  out.id = "seen";
  out.textContent = JSON.stringify(seen);
  document.body.append(out);
});
"""

failures = []


def expect(true, what):
    if not true:
        failures.append(what)


def run(*words):
    return subprocess.run(words, check=True, capture_output=True).stdout


def look(browser, folder, name, page):
    """What the driver saw on this page."""
    nonce = re.search(r"script-src 'nonce-([0-9a-f]+)'", page).group(1)
    file = os.path.join(folder, name)
    with open(file, "w", encoding="utf-8") as out:
        out.write(page + f'<script nonce="{nonce}" data-driver>{DRIVER}</script>')
    shown = run(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                f"--user-data-dir={folder}/profile", "--dump-dom", f"file://{file}").decode("utf-8")
    found = re.search(r'<pre id="seen">(.*?)</pre>', shown, re.DOTALL)
    if not found:
        sys.exit("browser.py: the page's scripts did not run")
    text = found.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return json.loads(text)


def check_order(seen, hits):
    by_id = {hit["id"]: hit for hit in hits}
    ranked = [hit["id"] for hit in hits]
    expect(seen["before"] == ranked and seen["rank"] == ranked, "not in the order of rank")
    start = {number: by_id[number]["start"] for number in ranked}
    years = [start[number] for number in seen["newest"] if start[number]]
    expect(years == sorted(years, reverse=True), "newest first")
    years = [start[number] for number in seen["oldest"] if start[number]]
    expect(years == sorted(years), "oldest first")
    size = [by_id[number]["enrollment"] for number in seen["largest"]]
    size = [-1 if number is None else number for number in size]
    expect(size == sorted(size, reverse=True), "largest first")
    expect(sorted(seen["title"]) == sorted(ranked), "a trial is lost in sorting")


def check_filters(seen, hits):
    ranked = [hit["id"] for hit in hits]
    expect(0 < len(seen["filtered"]) < len(ranked), "words do not filter")
    expect(seen["told"] == f"{len(seen['filtered'])} of {len(ranked)} on this page", "the count is not told")
    expect(seen["cleared"] == ranked, "filters cannot be cleared")
    status = {}
    for hit in hits:
        status.setdefault(hit["status"], []).append(hit["id"])
    for row, (count, ids) in seen["rows"].items():
        expect(int(count) == len(ids), f"chart {row}: {count} told, {len(ids)} found")
        facet, value = row.split(" ", 1)
        if facet == "0":
            expect(ids == status[value], f"chart {row}: other trials than of this status")


def main():
    program, corpus = sys.argv[1:3]
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        print("browser.py: there is no Chromium: the HTML report is not opened")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        index = os.path.join(folder, "index")
        hostile = os.path.join(folder, "hostile.json")
        with open(hostile, "w", encoding="utf-8") as file:
            json.dump(HOSTILE, file)
        run(program, "index", "--quiet", "--index", index, corpus, hostile)
        search = [program, "search", "--quiet", "--index", index, "--limit", "0", "--facets", "status,condition"]
        query = ["--query", "leukaemia OR myeloma OR diabetes OR zebra"]
        page = run(*search, "--format", "html", *query).decode("utf-8")
        lines = [json.loads(line) for line in run(*search, "--format", "jsonl", *query).splitlines()]
        hits = [line for line in lines if line["type"] == "hit"]
        seen = look(browser, folder, "report.html", page)
        expect(seen["controls"], "no controls")
        check_order(seen, hits)
        check_filters(seen, hits)
        expect(seen["ran"] == 0, f"a record's script ran: {seen['ran']}")
        expect(seen["strangers"] == 0 and seen["handlers"] == 0, "elements that no page of ours has")
        expect("zebra" in seen["marks"], "matches are not marked")
        expect("http" not in re.sub(r'href="https://[^"]*"|http-equiv', "", page.split("<main>")[0]),
               "the page asks the network for something")
    for failure in failures[:20]:
        print(f"browser.py: {failure}", file=sys.stderr)
    print(f"browser.py: {len(hits)} trials sorted and filtered, {len(failures)} differences")
    return 1 if failures else 0


sys.exit(main())
