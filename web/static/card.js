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
      whole(quote),
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

// All parts of a quote in the page's order, with a mark where the page interrupts it.
function whole(quote) {
  const parts = [quote, ...quote.parts].sort((one, other) => one.start - other.start);
  return parts.map((part, number) => {
    const made = words(part.text, part.highlights);
    if (number > 0) made[0].prepend(gap(), " ");
    return made;
  });
}

function gap() {
  const label = "(the page interrupts here)";
  return element("span", { class: "gap", role: "img", lang: "en", "aria-label": label }, "[…]");
}

// A link that opens in a tab of its own, so that the conversation is still there afterwards.
function apart(attributes, ...children) {
  return element(
    "a",
    { ...attributes, target: "_blank", rel: "noopener" },
    ...children,
    element("span", { class: "hidden", lang: "en" }, " (in a new tab)"),
  );
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
    apart({ href, lang: hit.document.language }, place),
  );
}

function also(places) {
  if (places.length === 0) return null;
  const links = places.map((other, number) => [
    number > 0 && ", ",
    apart(
      {
        href: `/documents/${other.document.id}#quote-${other.id}`,
        lang: other.document.language,
      },
      other.document.title,
    ),
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
    element("p", {}, quote.speaker ? "Because the page says:" : "The page says:"),
    element(
      "ul",
      {},
      evidence.map(({ text }) =>
        element("li", { lang: quote.document.language }, element("q", {}, text)),
      ),
    ),
    element("p", { class: "small" }, `Reading rule: ${rule}, ${Math.round(confidence * 100)}% sure.`),
  );
}

function permalink(quote) {
  const whose = ` for these words of ${quote.speaker ?? UNNAMED}`;
  return apart(
    { href: `/quotes/${quote.id}` },
    "Link and citation",
    element("span", { class: "hidden" }, whose),
  );
}
