// What the parts of a page tell each other. A part knows the hub and no other part.

export class Hub {
  #target = new EventTarget();

  /** Calls `act` with the detail each time `name` is told. */
  on(name, act) {
    this.#target.addEventListener(name, (event) => act(event.detail));
  }

  tell(name, detail) {
    this.#target.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
