// Words with marks. Offsets count code points, as everywhere in the API; JavaScript's own strings
// count UTF-16 units, so a text is first taken apart into its code points.

import { element } from "./dom.js";

const BLANK = /\n[ \t]*\n\s*/gu;

/** The paragraphs of `text`, with the highlights marked. */
export function words(text, highlights = []) {
  const points = Array.from(text);
  return stretches(text)
    .filter(([start, end]) => points.slice(start, end).join("").trim() !== "")
    .map(([start, end]) => element("p", {}, pieces(points, start, end, highlights)));
}

/** Where paragraphs begin and end, in code points. */
function stretches(text) {
  const found = [];
  let start = 0;
  let units = 0;
  let at = 0;
  for (const match of text.matchAll(BLANK)) {
    at += Array.from(text.slice(units, match.index)).length;
    found.push([start, at]);
    at += Array.from(match[0]).length;
    units = match.index + match[0].length;
    start = at;
  }
  found.push([start, at + Array.from(text.slice(units)).length]);
  return found;
}

function pieces(points, start, end, highlights) {
  const cuts = new Set([start, end]);
  for (const { start: from, end: to } of highlights) {
    for (const at of [from, to]) if (start < at && at < end) cuts.add(at);
  }
  const sorted = [...cuts].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((from, number) => {
    const text = points.slice(from, sorted[number + 1]).join("");
    const marked = highlights.some((one) => one.start <= from && from < one.end);
    return marked ? element("mark", {}, text) : text;
  });
}
