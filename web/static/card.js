// A quote with its speaker and place: the same elements as web/templates/card.html.

import { element, label } from "./dom.js";
import { words } from "./words.js";

const UNNAMED = "Speaker not named";

export function card(quote) {
  const language = quote.document.language;
  return element(
    "figure",
    { class: "card" },
    beforehand("The researchers write:", quote.lead_in, language),
    beforehand("The interviewer asked:", quote.question, language),
    element(
      "blockquote",
      { lang: language },
      partsOf(quote, (part) => part.start < quote.start),
      words(quote.text, quote.highlights),
      partsOf(quote, (part) => part.start > quote.start),
    ),
    element(
      "figcaption",
      {},
      who(quote),
      where(quote, `#quote-${quote.id}`),
      quote.shortened &&
        element("p", { class: "shortened" }, "The page shows only part of what was said."),
      also(quote.also_in),
      element(
        "div",
        { class: "foot" },
        why(quote),
        element("p", { class: "tools" }, permalink(quote)),
      ),
    ),
  );
}

// The other parts of a quote that its page interrupts, on one side of the part that was found.
function partsOf(quote, wanted) {
  return quote.parts.filter(wanted).map((part) => words(part.text, []));
}

export function narrative(hit) {
  return element(
    "div",
    { class: "narrative" },
    element("div", { lang: hit.document.language }, words(hit.text, hit.highlights)),
    where(hit, ""),
  );
}

function beforehand(title, text, language) {
  if (!text) return null;
  return element(
    "p",
    { class: "lead-in" },
    label(title),
    " ",
    element("span", { lang: language }, text),
  );
}

function who(quote) {
  const named = quote.speaker ? "speaker" : "speaker unnamed";
  return element(
    "p",
    { class: "who" },
    element("span", { class: named }, quote.speaker ?? UNNAMED),
    quote.role && [" ", element("span", { class: "role" }, quote.role)],
  );
}

function where(hit, anchor) {
  const headings = hit.section.filter((heading) => heading !== hit.document.title);
  const place = [hit.document.title, ...headings].join(" › ");
  const href = `/documents/${hit.document.id}${anchor}`;
  return element(
    "p",
    { class: "where" },
    "in ",
    element("a", { href, lang: hit.document.language }, place),
  );
}

function also(places) {
  if (places.length === 0) return null;
  const links = places.map((other, number) => [
    number > 0 && ", ",
    element("a", { href: `/documents/${other.document.id}#quote-${other.id}` }, other.document.title),
  ]);
  return element("p", { class: "also" }, "Same words also on ", links);
}

function why(quote) {
  const { evidence, rule, confidence } = quote.attribution;
  if (evidence.length === 0) return null;
  const title = quote.speaker ? "Why this name?" : "What the page says about who is speaking";
  return element(
    "details",
    { class: "why" },
    element("summary", {}, title),
    element("p", {}, "The page says:"),
    element(
      "ul",
      {},
      evidence.map(({ text }) =>
        element("li", { lang: quote.document.language }, element("q", {}, text)),
      ),
    ),
    element("p", {}, `Found by the rule “${rule}”, ${Math.round(confidence * 100)}% sure.`),
  );
}

function permalink(quote) {
  const whose = ` for these words of ${quote.speaker ?? UNNAMED}`;
  return element(
    "a",
    { href: `/quotes/${quote.id}` },
    "Link and citation",
    element("span", { class: "hidden" }, whose),
  );
}
