// Starts the program, and stands in for it when it fails. It works without the program, so it is short and uses little.

const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const here = new URL(".", import.meta.url).href;
const program = [js, wasm].map((name) => new URL(name, import.meta.url));

/** What the program could not store, by key. */
let unstored = {};

/** What is stored and what could not be, as text that can be kept: the answers for people, and all of it to the letter. */
function saved() {
  const found = {};
  try {
    for (const key of Object.keys(localStorage).sort()) {
      if (key.startsWith("duet.")) found[key] = localStorage.getItem(key);
    }
  } catch {
    // The browser gives no storage: there is only what the program had in memory.
  }
  Object.assign(found, unstored);
  const letters = Object.entries(found).map(([key, text]) => `${key}\n${text}`);
  return [readable(found["duet.session"]), ...letters].filter(Boolean).join("\n\n");
}

/** The answers in progress as somebody reads them, with the link by which another browser goes on from there. */
function readable(session) {
  try {
    const { answers, side, at, instrument } = JSON.parse(session);
    const texts = [...document.querySelectorAll("#paper .statements tbody:first-of-type th")].map((cell) => cell.textContent);
    const lines = answers.flatMap((answer, place) => (answer ? [`${place + 1}. ${texts[place]} ${answer}`] : []));
    if (answers.length !== texts.length || !lines.length) return "";
    const { count, link } = document.getElementById("saved").dataset;
    const digits = answers.map((answer) => answer ?? 0).join("");
    const carried = `#a=${instrument.hash.slice(0, 4)}-${side ?? ""}-${digits}-${at ?? "review"}`;
    const address = location.href.split(/[?#]/)[0] + carried;
    return [count.replace("#", lines.length), ...lines, "", link, address].join("\n");
  } catch {
    // There are none, or they are damaged.
    return "";
  }
}

/** Says in plain words that the program has failed, once. `state` is "failed", or "stopped" when it had been running. */
function fail(state) {
  if (root.dataset.boot === "failed" || root.dataset.boot === "stopped") return;
  root.dataset.boot = state;
  const panel = document.getElementById("failure");
  const text = saved();
  panel.querySelector("textarea").value = text;
  panel.querySelector(".something-saved").hidden = !text;
  panel.querySelector(".nothing-saved").hidden = Boolean(text);
  panel.hidden = false;
  document.getElementById("app").hidden = true;
  // Beside the panel, which is what the page is about now.
  document.getElementById("paper").removeAttribute("role");
  panel.querySelector(state === "stopped" ? ".stopped" : root.dataset.lacks ? ".lacking" : ".not-loaded").focus();
}

/** Copies what is saved. The button says so on itself, as those of the program do (src/components/copy.rs). */
async function copy(panel) {
  const text = panel.querySelector("textarea");
  const { dataset, firstElementChild: label } = panel.querySelector("[data-action=copy-answers]");
  const status = panel.querySelector(".copied");
  status.textContent = "";
  let copied = true;
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // Without permission, or without https: the old way, which leaves the text selected at least.
    text.select();
    copied = document.execCommand("copy");
  }
  label.textContent = copied ? dataset.done : dataset.label;
  status.classList.toggle("heard", copied);
  status.textContent = copied ? dataset.done : status.dataset.refused;
}

/** Imports a script. One that did not come is not asked for again under the same address as long as the page is open. */
const bring = (name) => import(`./${name}`).catch(() => import(`./${name}?${Date.now()}`));

/** The files that the page has asked for, anew: the browser may have kept something else in their place. */
function refresh() {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = asked.filter((name) => name.startsWith(here) && /\.(js|wasm)$/.test(name));
  const files = new Set([...own, ...program.map(String), import.meta.url]);
  return Promise.allSettled([...files].map((address) => fetch(address, { cache: "reload" })));
}

/** What may help a page that failed: a newer version, where the site is kept; else its files anew. */
async function renew() {
  await bring("offline.js").then(({ renew }) => renew()).catch(() => {});
  if (root.dataset.boot === "failed") await refresh();
}

/** Loads the page again, at the latest after five seconds: a network that hangs is no reason not to try. */
async function reload() {
  await Promise.race([renew(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  location.reload();
}

document.addEventListener("click", (event) => {
  const action = event.target.closest?.("#failure [data-action]")?.dataset.action;
  if (action === "copy-answers") copy(document.getElementById("failure"));
  if (action === "reload") {
    event.preventDefault();
    reload();
  }
});

addEventListener("duet:running", addOns);
addEventListener("duet:running", followTranslation);
// The program panicked, or a part of it that it begins with did not come.
addEventListener("duet:failed", () => fail(root.dataset.boot === "done" ? "stopped" : "failed"));
addEventListener("duet:unstored", (event) => {
  unstored = event.detail;
});
// An exception of the browser's went through the program, which cannot go on after that.
addEventListener("error", (event) => {
  // Wherever it was thrown, by an extension of the browser's for instance: what counts is that our files were on its way. Without
  // an exception it is a remark of the browser's, such as that a size is told of later ("ResizeObserver loop").
  const own = event instanceof ErrorEvent && event.error && `${event.filename}\n${event.error.stack}`.includes(here);
  if (own) fail(root.dataset.boot === "done" ? "stopped" : "failed");
});

/**
 * Mends what comes in the place of a module of the program. The browser may have kept something else, such as a page by which a network asked
 * for a password: then it is asked for again. And the loader of the chunks takes no module whose type the host does not know.
 */
function mendModules() {
  const ask = fetch;
  const type = ({ headers }) => headers.get("Content-Type") ?? "";
  const isWrong = (response) => !response.ok || type(response).startsWith("text/html");
  globalThis.fetch = async (file, options) => {
    const first = await ask(file, options);
    if (!/\.wasm$/.test(file)) return first;
    const response = isWrong(first) ? await ask(file, { cache: "reload" }) : first;
    if (isWrong(response) || type(response) === "application/wasm") return response;
    return new Response(response.body, { headers: { "Content-Type": "application/wasm" } });
  };
}

/** The program: what starts it, and its code. */
async function load() {
  mendModules();
  const { default: start } = await import(program[0]);
  return { start, code: program[1] };
}

/** Whether the browser runs programs such as this one: some do not for the sake of security, and a host may forbid it. */
async function canRun() {
  try {
    // Not only compiled: WebKit forbids no more than this.
    await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

try {
  if (typeof WebAssembly === "undefined") throw new Error("There is no WebAssembly in this browser.");
  // Duet in one file has it in itself (src/pages/single.rs).
  const { start, code } = await (globalThis.duetInOneFile ?? load)();
  await start({ module_or_path: code });
} catch (error) {
  console.error(error);
  if (!(await canRun())) root.dataset.lacks = "wasm";
  fail("failed");
}

/** What a browser may have beyond running the program. In a frame there is nothing of it: that belongs to the page around. */
function addOns() {
  if (parent !== window || globalThis.duetInOneFile) return;
  // A page without an origin may not even ask for it. It loads all that a run does not need, so it lets the run begin first.
  if (self.origin !== "null" && navigator.serviceWorker) setTimeout(() => bring("offline.js").catch(() => {}), 3000);
  if ("launchQueue" in window) bring("opened.js").catch(() => {});
}

/**
 * Keeps a translated page current. A translation takes text nodes out of the page and puts <font> elements in their places, while the program
 * keeps writing to the nodes that it made. So a text that changes is put back in the place of its translation, where the browser finds and
 * translates it (ADR 22).
 */
function followTranslation() {
  const translations = new WeakMap();
  const texts = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const translation = translations.get(target);
      if (translation.isConnected) translation.replaceWith(target);
    }
  });
  const nodes = new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
      // Browsers replace a text in one step or in two.
      const translation = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === "FONT");
      if (!translation) continue;
      for (const text of removedNodes) {
        translations.set(text, translation);
        if (text instanceof Text) texts.observe(text, { characterData: true });
      }
    }
  });
  nodes.observe(document.getElementById("app"), { childList: true, subtree: true });
}
