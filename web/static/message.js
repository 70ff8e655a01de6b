// Our own fixed texts: lines, lists, and links to what can be called or opened. The same as
// src/partnerqa/serve/message.py, which says what becomes a link.

import { element } from "./dom.js";

export const AS_TYPED = "No, just what I typed";
export const EVERYONE = "Everyone again";
const NOT_ONLY = "Not only";

const BULLET = /^\s*[•*-]\s+/u;
const CLOSING = /[\s.!?…]+$/u;
const NUMBER = "(\\d[\\d ]*\\d)";
const PLACE =
  "(?: (?:or|ou) (?:le )?\\d[\\d ]*\\d)? (?:across|au|en|in|partout en) (?:most of |the )?[A-ZÀ-Ý]";
const LINK = [
  `(^|\\(|[:,] |\\b(?:as|le|on|or|ou) )${NUMBER}(?=${PLACE})`,
  "(\\b(?:[Cc]all|[Aa]ppelez le) )(\\d[\\d ]+\\d)",
  "(^|[\\s(])(?:https://)?((?:[a-z0-9-]+\\.)+(?:com|org|net|au|be|ca|ch|eu|fr|ie|uk)\\b(?:/[\\w/-]*)?)",
].join("|");
const STARTS = [
  ["What do people say about “", "en"],
  ["Qu’est-ce qu’on dit de « ", "fr"],
  [AS_TYPED, "en"],
  [EVERYONE, "en"],
  [NOT_ONLY, "en"],
];
const TONGUES = { en: "in English", fr: "in French" };

/** A fixed text by paragraphs and lists; the bullets themselves are left out. */
export function message(text) {
  const blocks = [];
  let before = null;
  for (const line of text.trim().split("\n")) {
    const kind = line.trim() === "" ? null : BULLET.test(line) ? "ul" : "p";
    if (kind && kind === before) {
      if (kind === "p") blocks.at(-1).append(element("br"));
    } else if (kind) blocks.push(element(kind));
    before = kind;
    const shown = pieces(line.replace(BULLET, ""));
    if (kind) blocks.at(-1).append(...(kind === "ul" ? [element("li", {}, shown)] : shown));
  }
  return blocks;
}

function pieces(line) {
  const made = [];
  let at = 0;
  for (const match of line.matchAll(new RegExp(LINK, "gu"))) {
    const number = match[2] ?? match[4];
    const start = match.index + (match[1] ?? match[3] ?? match[5]).length;
    const end = match.index + match[0].length;
    const href = number ? `tel:${number.replaceAll(" ", "")}` : `https://${match[6]}`;
    const link = element("a", { href, rel: "noreferrer" }, line.slice(start, end));
    made.push(line.slice(at, start), link);
    at = end;
  }
  return [...made, line.slice(at)].filter((piece) => piece !== "");
}

/** Whether a question is the wish not to be interpreted, in whatever letters it is typed. */
export function isAsTyped(question) {
  return question.replace(CLOSING, "").trim().toLowerCase() === AS_TYPED.toLowerCase();
}

/** The wishes that take one kind of filter off each, where several kinds are in force. */
export function notOnly({ speakers, roles, topics, languages }) {
  const kinds = [
    speakers.join(" and "),
    roles.map((role) => `${role}s`).join(" and "),
    topics[0],
    TONGUES[languages[0]],
  ].filter(Boolean);
  return kinds.length > 1 ? kinds.map((kind) => `${NOT_ONLY} ${kind}`) : [];
}

/** The language of a question: that of our own frames, else that of the `answer` to it. */
export function languageAsked(question, answer = null) {
  return STARTS.find(([start]) => question.startsWith(start))?.[1] ?? answer;
}
