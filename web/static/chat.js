// The chat page: the form, the turns and the status line around one hub.

import { Conversation } from "./conversation.js";
import { Hub } from "./hub.js";
import { answered, asking, settle } from "./turn.js";

const form = document.getElementById("ask");
const field = document.getElementById("question");
const fault = document.getElementById("fault");
const status = document.getElementById("status");
const turns = document.getElementById("turns");
const hub = new Hub();

/** What the server put into the form: turns of a conversation that began without this script. */
function carried() {
  const data = new FormData(form);
  const filters = {
    speakers: data.getAll("speaker"),
    roles: data.getAll("role"),
    topics: data.getAll("topic"),
    languages: data.getAll("language"),
  };
  return [JSON.parse(data.get("history")), filters];
}

function listen() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { name, value } = event.submitter ?? {};
    if (name === "suggestion") return hub.tell("ask", value);
    const question = field.value;
    field.value = ""; // now or never: what is typed while the answer comes is the asker's
    hub.tell("ask", question);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

function isTyping() {
  return document.activeElement === field && field.value !== "";
}

/** Says something to those who listen; without a language it is the page's own. */
function say(text, language = "en") {
  status.lang = language;
  status.textContent = text;
}

function show() {
  hub.on("asking", ({ question, number }) => {
    fault.textContent = "";
    for (const overtaken of [...turns.children].slice(number - 1)) overtaken.remove();
    turns.append(asking(number, question));
    say("Looking");
  });
  hub.on("answered", ({ question, answer, number }) => {
    const made = turns.children[number - 1];
    settle([...turns.children].slice(0, number - 1));
    answered(made, question, answer);
    document.getElementById("openers")?.remove();
    document.getElementById("anew").hidden = false;
    say(answer.message, answer.language);
    if (isTyping()) return;
    const heading = made.querySelector("h2");
    heading.focus({ preventScroll: true });
    heading.scrollIntoView(); // so that the answer, not the page above it, fills a small screen
  });
  hub.on("failed", ({ question, reason }) => {
    turns.querySelector(".looking")?.closest(".turn").remove();
    say("");
    fault.textContent = isTyping() ? `${reason} You had asked: ${question}` : reason;
    if (isTyping()) return;
    field.value = question;
    field.focus();
  });
}

new Conversation(hub, ...carried());
listen();
show();
