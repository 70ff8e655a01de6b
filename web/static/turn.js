// One question and its answer: the same elements as web/templates/turn.html.

import { card, narrative } from "./card.js";
import { askButton, element, label } from "./dom.js";
import { words } from "./words.js";

const FILTERS = { speaker: "speakers", role: "roles", topic: "topics", language: "languages" };

/** A question that is being looked up. */
export function asking(number, question) {
  return element(
    "li",
    { class: "turn" },
    heading(number, question),
    element("p", { class: "looking" }, "Looking …"),
  );
}

export function turn(number, question, answer) {
  return element(
    "li",
    { class: "turn" },
    heading(number, question),
    element("div", { class: "undo" }, understood(question, answer), chips(answer.filters)),
    element(
      "div",
      { class: `message ${answer.status}`, lang: answer.language },
      words(answer.message),
    ),
    element(
      "ol",
      { class: "quotes" },
      answer.quotes.map((quote) => element("li", {}, card(quote))),
    ),
    answer.narrative.length > 0 &&
      element(
        "section",
        { class: "context" },
        element("h3", {}, "The researchers write"),
        answer.narrative.map(narrative),
      ),
    answer.follow_ups.length > 0 && next(answer.follow_ups),
  );
}

/** What only the newest turn offers: buttons that ask on from it. */
export function settle(turns) {
  for (const old of turns) {
    for (const part of old.querySelectorAll(".undo, .next")) part.remove();
  }
}

function heading(number, question) {
  return element(
    "h2",
    { tabindex: "-1", id: `turn-${number}` },
    label("You asked"),
    ` ${question}`,
  );
}

function understood(question, answer) {
  if (answer.understood_as.trim() === question.trim()) return null;
  return element(
    "p",
    { class: "understood" },
    label("Understood as:"),
    " ",
    element("span", {}, answer.understood_as),
    " ",
    askButton("exact", "yes", "No, just what I typed"),
  );
}

function chips(filters) {
  const made = Object.entries(FILTERS).flatMap(([name, field]) =>
    filters[field].map((value) => element("li", {}, chip(name, value))),
  );
  if (made.length === 0) return null;
  return element("ul", { class: "chips", "aria-label": "Only these" }, made);
}

function chip(name, value) {
  return askButton(
    "without",
    `${name}:${value}`,
    element("span", { class: "hidden" }, "Take away the filter"),
    ` ${name}: ${value} `,
    element("span", { class: "cross", "aria-hidden": "true" }, "×"),
  );
}

function next(questions) {
  return element(
    "section",
    { class: "next" },
    element("h3", {}, "You could ask next"),
    element(
      "ul",
      {},
      questions.map((question) =>
        element("li", {}, askButton("suggestion", question, question)),
      ),
    ),
  );
}
