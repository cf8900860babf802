// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/html_page.hpp"

namespace trialsift::render {

const std::string_view kPageStyle = R"css(
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #57606a; --line: #d0d7de; --bar: #4c8dd6;
  --mark: #fff1a8; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #14181d; --soft: #9aa5b1; --line: #333b45;
  --bar: #3d74b8; --mark: #6b5a00; --link: #79b8ff; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { font-size: 1.5rem; margin: 1rem 0 0.25rem; }
h2 { font-size: 0.95rem; margin: 0 0 0.4rem; }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0; }
h4 { font-size: 0.95rem; margin: 0.8rem 0 0.2rem; }
a { color: var(--link); }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
.query { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.25rem 0; }
.totals, .facts, .field, .rank, .colophon { color: var(--soft); }
.facts, .snippet, .prose { margin: 0.3rem 0; overflow-wrap: anywhere; }
.facts { font-size: 0.92rem; }
.field { font-size: 0.82rem; margin-inline-end: 0.3rem; }
.prose { white-space: pre-wrap; }
.colophon { font-size: 0.82rem; border-top: 1px solid var(--line); padding-top: 0.75rem; overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1.25rem; margin: 1rem 0; }
.chart { min-width: 0; }
.chart p { color: var(--soft); font-size: 0.85rem; margin: 0.2rem 0; }
.row { display: grid; grid-template-columns: 10.5rem 3rem 1fr; gap: 0.4rem; align-items: center; width: 100%;
  box-sizing: border-box; padding: 1px 3px; border: 0; border-radius: 3px; background: none; color: inherit;
  font-family: inherit; font-size: 0.85rem; line-height: 1.4; text-align: start; }
button.row { cursor: pointer; }
button.row:hover { background: color-mix(in srgb, var(--bar) 15%, transparent); }
button.row[aria-pressed="true"] { background: color-mix(in srgb, var(--bar) 30%, transparent); font-weight: 600; }
.label { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.count { text-align: end; font-variant-numeric: tabular-nums; }
.bar { width: 100%; height: 0.8rem; display: block; }
.bar rect { fill: var(--bar); }
.years { display: flex; gap: 1px; }
.years .row { flex: 1 1 0; display: flex; flex-direction: column-reverse; gap: 2px; min-width: 0; padding: 0; }
.years .label { writing-mode: vertical-rl; font-size: 0.62rem; line-height: 1; height: 3.4rem; }
.years .count { display: none; }
.years .bar { height: 8rem; }
.controls { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 0.6rem; align-items: center;
  padding: 0.6rem 0; background: var(--paper); border-bottom: 1px solid var(--line); }
.controls input { flex: 1 1 14rem; }
.controls input, .controls select, .controls button { font: inherit; font-size: 0.92rem; padding: 0.25rem 0.5rem; }
article { padding: 0.9rem 0; border-bottom: 1px solid var(--line); }
details { margin-top: 0.4rem; }
summary { cursor: pointer; color: var(--link); font-size: 0.92rem; }
main:has(.trials) { max-width: none; }
.trials { border-collapse: collapse; font-size: 0.85rem; line-height: 1.4; }
.trials th, .trials td { border: 1px solid var(--line); padding: 0.3rem 0.5rem; text-align: start;
  vertical-align: top; overflow-wrap: anywhere; }
[hidden] { display: none !important; }
@media print { .controls, details:not([open]) { display: none; } article { break-inside: avoid; } }
)css";

const std::string_view kPageScript = R"js(
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  for (const main of document.querySelectorAll("main")) {
    const list = main.querySelector(".hits");
    if (list === null) continue; // a table
    const hits = Array.from(list.querySelectorAll("article"));
    const controls = main.querySelector(".controls");
    const words = controls.querySelector("input");
    const order = controls.querySelector("select");
    const clear = controls.querySelector("button");
    const shown = controls.querySelector("output");
    const rows = Array.from(main.querySelectorAll("button.row"));
    const texts = new Map(hits.map((hit) => [hit, hit.textContent.toLowerCase()]));
    const number = (hit, name) => Number(hit.dataset[name]);
    const last = (value) => (value > 0 ? value : Infinity);
    const orders = {
      rank: (a, b) => number(a, "rank") - number(b, "rank"),
      newest: (a, b) => number(b, "start") - number(a, "start"),
      oldest: (a, b) => last(number(a, "start")) - last(number(b, "start")),
      largest: (a, b) => number(b, "enrollment") - number(a, "enrollment"),
      title: (a, b) => a.dataset.title.localeCompare(b.dataset.title, undefined, { sensitivity: "base" }),
    };
    for (const hit of hits) hit.dataset.title = hit.querySelector("h3").textContent.replace(/^\s*\d+\.\s*/, "");
    const wanted = () => {
      const chosen = new Map();
      for (const row of rows) {
        if (row.getAttribute("aria-pressed") !== "true") continue;
        const facet = row.dataset.facet;
        chosen.set(facet, (chosen.get(facet) || new Set()).add(row.dataset.value));
      }
      return chosen;
    };
    const has = (hit, facet, values) =>
      (hit.getAttribute("data-facet-" + facet) || "").split("\n").some((value) => values.has(value));
    const filter = () => {
      const chosen = wanted();
      const needles = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const hit of hits) {
        const fits = needles.every((needle) => texts.get(hit).includes(needle)) &&
          Array.from(chosen).every(([facet, values]) => has(hit, facet, values));
        hit.hidden = !fits;
        if (fits) count += 1;
      }
      shown.textContent = count === hits.length ? `${count} on this page` : `${count} of ${hits.length} on this page`;
      clear.hidden = count === hits.length && chosen.size === 0 && needles.length === 0;
    };
    const sort = () => {
      const compare = orders[order.value];
      hits.sort((a, b) => {
        const difference = compare(a, b);
        return Number.isNaN(difference) || difference === 0 ? orders.rank(a, b) : difference;
      });
      list.append(...hits);
    };
    for (const row of rows) {
      row.addEventListener("click", () => {
        row.setAttribute("aria-pressed", row.getAttribute("aria-pressed") === "true" ? "false" : "true");
        filter();
      });
    }
    words.addEventListener("input", filter);
    order.addEventListener("change", sort);
    clear.addEventListener("click", () => {
      words.value = "";
      for (const row of rows) row.setAttribute("aria-pressed", "false");
      filter();
    });
    controls.hidden = false;
    filter();
  }
});
)js";

const std::string_view kPageControls =
    R"html(<div class="controls" hidden>
<input type="search" placeholder="Words in title, facts, sentences, descriptions" aria-label="Filter by words">
<label>Order <select>
<option value="rank">best first</option>
<option value="newest">newest start first</option>
<option value="oldest">oldest start first</option>
<option value="largest">most participants first</option>
<option value="title">by title</option>
</select></label>
<button type="button" hidden>Clear filters</button>
<output></output>
</div>
)html";

}  // namespace trialsift::render
