// The turns so far, kept in memory until the page is left, and the questions to the service.
//
// Hears `ask`; tells `asking`, `answered` and `failed`.

const ADDRESS = "/api/v1/ask";
const UNREACHED = "The service cannot be reached. Check your connection, then ask again.";

export class Conversation {
  #hub;
  #turns;
  #filters;
  #pending = null;

  /** Goes on from `turns` and `filters`, as the service last told them. */
  constructor(hub, turns, filters) {
    this.#hub = hub;
    this.#turns = turns;
    this.#filters = filters;
    hub.on("ask", (question) => this.#ask(question));
  }

  async #ask(question) {
    this.#pending?.abort();
    const request = new AbortController();
    this.#pending = request;
    const number = this.#turns.filter((turn) => turn.role === "user").length + 1;
    this.#hub.tell("asking", { question, number });
    const body = { question, history: this.#turns, filters: this.#filters };
    try {
      const answer = await send(body, request.signal);
      if (this.#pending !== request) return; // a later question has overtaken this one
      this.#turns = [...this.#turns, { role: "user", content: question }, told(answer)];
      this.#filters = answer.filters;
      this.#hub.tell("answered", { question, answer, number });
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
