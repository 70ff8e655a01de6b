// The turns so far, kept in memory until the page is left, and the questions to the service.
//
// Hears `ask`, `exact` and `without`; tells `asking`, `answered` and `failed`.

const ADDRESS = "/api/v1/ask";
const FIELDS = { speaker: "speakers", role: "roles", topic: "topics", language: "languages" };
const UNREACHED = "The service cannot be reached. Check your connection, then ask again.";

export class Conversation {
  #hub;
  #turns;
  #filters;
  #pending = null;

  constructor(hub, turns, filters) {
    this.#hub = hub;
    this.#turns = turns;
    this.#filters = filters;
    hub.on("ask", (question) => this.#ask(question, this.#turns, this.#turns));
    hub.on("exact", () => {
      const { question, before } = this.#last();
      this.#ask(question, [], before);
    });
    hub.on("without", (filter) => {
      const { question, before } = this.#last();
      this.#filters = without(this.#filters, filter);
      this.#ask(question, before, before);
    });
  }

  /** The last question, and the turns before it. */
  #last() {
    const at = this.#turns.findLastIndex((turn) => turn.role === "user");
    return { question: this.#turns[at]?.content ?? "", before: this.#turns.slice(0, at) };
  }

  async #ask(question, history, before) {
    this.#pending?.abort();
    const request = new AbortController();
    this.#pending = request;
    this.#hub.tell("asking", { question, number: count(before) + 1 });
    try {
      const answer = await send({ question, history, filters: this.#filters }, request.signal);
      if (this.#pending !== request) return; // a later question has overtaken this one
      this.#turns = [...before, { role: "user", content: question }, told(answer)];
      this.#filters = answer.filters;
      this.#hub.tell("answered", { question, answer, number: count(before) + 1 });
    } catch (error) {
      if (this.#pending !== request) return;
      const reason = error instanceof Refused ? error.message : UNREACHED;
      this.#hub.tell("failed", { question, reason });
    }
  }
}

/** An answer of the service that is a problem; its message is the problem's detail. */
class Refused extends Error {}

async function send(body, signal) {
  const response = await fetch(ADDRESS, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw new Refused(answer.detail);
  return answer;
}

function told(answer) {
  const quotes = answer.quotes.map((quote) => quote.id);
  return { role: "assistant", content: answer.message, quotes };
}

function count(turns) {
  return turns.filter((turn) => turn.role === "user").length;
}

function without(filters, filter) {
  const [name, ...rest] = filter.split(":");
  const field = FIELDS[name];
  return { ...filters, [field]: filters[field].filter((value) => value !== rest.join(":")) };
}
