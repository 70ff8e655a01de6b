// Elements without HTML strings: text is only ever set as text.

/** An element with attributes and children; strings become text, false and null are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== false));
  return made;
}

export function label(text) {
  return element("span", { class: "label" }, text);
}
