// The chat page: the form, the turns and the status line around one hub.

import { Conversation } from "./conversation.js";
import { Hub } from "./hub.js";
import { asking, settle, turn } from "./turn.js";

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
    hub.tell("ask", name === "suggestion" ? value : field.value);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

/** Puts a turn in its place; whatever stood there or after it goes. */
function place(number, made) {
  for (const old of [...turns.children].slice(number - 1)) old.remove();
  turns.append(made);
  return made.querySelector("h2");
}

function show() {
  hub.on("asking", ({ question, number }) => {
    fault.textContent = "";
    status.textContent = "Looking";
    place(number, asking(number, question)).focus();
  });
  hub.on("answered", ({ question, answer, number }) => {
    settle([...turns.children].slice(0, number - 1));
    const heading = place(number, turn(number, question, answer));
    field.value = "";
    document.getElementById("openers")?.remove();
    document.getElementById("anew").hidden = false;
    status.textContent = answer.message;
    heading.focus();
  });
  hub.on("failed", ({ question, reason }) => {
    turns.querySelector(".looking")?.closest(".turn").remove();
    status.textContent = "";
    field.value = question;
    fault.textContent = reason;
    field.focus();
  });
}

new Conversation(hub, ...carried());
listen();
show();
