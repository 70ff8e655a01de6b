// One question and its answer: the same elements as web/templates/turn.html.

import { card, narrative } from "./card.js";
import { element, label } from "./dom.js";
import { AS_TYPED, EVERYONE, isAsTyped, languageAsked, message, notOnly } from "./message.js";

/** A question that is being looked up. */
export function asking(number, question) {
  return element(
    "li",
    { class: "turn" },
    heading(number, question),
    element("p", { class: "looking" }, "Looking …"),
  );
}

/** Puts the answer into the turn of its question; the heading stays the one that was announced. */
export function answered(made, question, answer) {
  const language = languageAsked(question, answer.language);
  made.querySelector("h2 > :last-child").setAttribute("lang", language);
  made.querySelector(".looking").remove();
  made.append(...body(question, answer).filter((part) => part));
}

function body(question, answer) {
  return [
    element("div", { class: "undo" }, understood(question, answer), narrowed(answer.filters)),
    element(
      "div",
      { class: `message ${answer.status}`, lang: answer.language },
      message(answer.message),
    ),
    answer.quotes.length > 0 && onward(),
    element(
      "ol",
      { class: "quotes" },
      answer.quotes.map((quote) => element("li", {}, card(quote))),
    ),
    answer.narrative.length > 0 &&
      element(
        "details",
        { class: "context" },
        element("summary", {}, "What the researchers write about it"),
        answer.narrative.map(narrative),
      ),
    answer.follow_ups.length > 0 && next(answer.follow_ups),
  ];
}

function onward() {
  const link = element("a", { href: "#question" }, "Ask another question");
  return element("p", { class: "onward" }, link);
}

/** What only the newest turn offers: buttons that ask on from it. */
export function settle(turns) {
  for (const old of turns) {
    for (const part of old.querySelectorAll(".undo button, .next")) part.remove();
  }
}

function heading(number, question) {
  return element(
    "h2",
    { tabindex: "-1", id: `turn-${number}` },
    label("You asked"),
    " ",
    element("span", { lang: languageAsked(question) }, question),
  );
}

function understood(question, answer) {
  if (answer.understood_as.trim() === question.trim()) return null;
  return element(
    "p",
    {},
    label("Understood as:"),
    " ",
    element(
      "span",
      { class: "meant", lang: languageAsked(answer.understood_as, answer.language) },
      answer.understood_as,
    ),
    !isAsTyped(question) && [" ", suggestion(AS_TYPED)],
  );
}

function narrowed(filters) {
  const { speakers, roles, topics, languages } = filters;
  const only = [...speakers, ...roles, ...topics, ...languages];
  if (only.length === 0) return null;
  return element(
    "p",
    {},
    label("Only:"),
    " ",
    element("span", { class: "meant" }, only.join(", ")),
    [...notOnly(filters), EVERYONE].map((wish) => [" ", suggestion(wish)]),
  );
}

/** A button that asks what it says. It belongs to the ask form, wherever it stands. */
function suggestion(words) {
  return element(
    "button",
    {
      type: "submit",
      form: "ask",
      formnovalidate: "",
      name: "suggestion",
      value: words,
      lang: languageAsked(words),
    },
    words,
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
      questions.map((question) => element("li", {}, suggestion(question))),
    ),
  );
}
