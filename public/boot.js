// Starts the program, and shows the failure panel when it cannot be loaded or stops. It must not depend on the program.

const root = document.documentElement;
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const here = new URL(".", import.meta.url).href;
const program = [js, wasm].map((name) => new URL(name, import.meta.url));

/** What the program could not store, by key. */
let unstored = {};

/** The stored values and those that could not be stored, as a text: first the answers in readable form, then every value verbatim. */
function saved() {
  const found = {};
  try {
    for (const key of Object.keys(localStorage).sort()) {
      if (key.startsWith("duet.")) found[key] = localStorage.getItem(key);
    }
  } catch {
    // Without a storage there is only what the program had in memory.
  }
  Object.assign(found, unstored);
  const letters = Object.entries(found).map(([key, text]) => `${key}\n${text}`);
  return [readable(found["duet.session"]), ...letters].filter(Boolean).join("\n\n");
}

/** The answers in progress in readable form, with a link that opens them in another browser. Empty if there are none. */
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
    // There are no answers, or they are damaged.
    return "";
  }
}

/** Shows the failure panel, once. `state` is "failed" if the program did not start, "stopped" if it was running. */
function fail(state) {
  if (root.dataset.boot === "failed" || root.dataset.boot === "stopped") return;
  root.dataset.boot = state;
  const panel = document.getElementById("failure");
  const text = saved();
  panel.querySelector("textarea").value = text;
  panel.querySelector(".something-saved").hidden = !text;
  panel.querySelector(".nothing-saved").hidden = Boolean(text);
  const loading = root.dataset.missing === "outdated" ? "outdated" : "not-loaded";
  const reason = state === "stopped" ? "stopped" : (root.dataset.lacks ?? loading);
  for (const part of panel.querySelectorAll("[data-reason]")) part.hidden = part.dataset.reason !== reason;
  panel.hidden = false;
  document.getElementById("app").hidden = true;
  // A policy that forbids the program may forbid look.js too, which posts the height otherwise.
  if (parent !== window) {
    const height = Math.ceil(root.getBoundingClientRect().height);
    parent.postMessage({ source: "duet", version: 1, type: "height", height }, "*");
  }
  // The panel is the `main` of the page now.
  document.getElementById("paper").removeAttribute("role");
  panel.querySelector(`[data-reason=${reason}] h1`).focus();
}

/** Copies the stored values. The label of the button changes, as in src/components/copy.rs. */
async function copy(panel) {
  const text = panel.querySelector("textarea");
  const { dataset, firstElementChild: label } = panel.querySelector("[data-action=copy-answers]");
  const status = panel.querySelector(".copied");
  status.textContent = "";
  let copied = true;
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // Without permission or https. If `execCommand` fails too, the text is at least selected.
    text.select();
    copied = document.execCommand("copy");
  }
  label.textContent = copied ? dataset.done : dataset.label;
  status.classList.toggle("heard", copied);
  status.textContent = copied ? dataset.done : status.dataset.refused;
}

/** Imports a script. After a failure with another query, because browsers do not request a failed module again. */
const load = (name) => import(`./${name}`).catch(() => import(`./${name}?${Date.now()}`));

/** Requests the files of the page again, past the HTTP cache, which may hold a login page in their place. */
function refresh() {
  const asked = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = asked.filter((name) => name.startsWith(here) && /\.(js|wasm)$/.test(name));
  const files = new Set([...own, ...program.map(String), import.meta.url]);
  return Promise.allSettled([...files].map((address) => fetch(address, { cache: "reload" })));
}

/** Activates a newer version, if the service worker has one. If the program was not loaded, also requests its files again. */
async function renew() {
  await load("offline.js").then(({ renew }) => renew()).catch(() => {});
  if (root.dataset.boot === "failed") await refresh();
}

/** Renews the files and reloads the page, after five seconds at the latest. What is not stored goes along (src/platform/storage.rs). */
async function reload() {
  await Promise.race([renew(), new Promise((resolve) => setTimeout(resolve, 5000))]);
  if (Object.keys(unstored).length) {
    // A page without an origin loses the state of its history entry. Any other must not trust its name, which its opener may set.
    if (self.origin === "null") window.name = JSON.stringify(unstored);
    else history.replaceState(unstored, "");
  }
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
// The program panicked, or the chunk of its first view could not be loaded.
addEventListener("duet:failed", () => fail(root.dataset.boot === "done" ? "stopped" : "failed"));
// A chunk is missing on the host.
addEventListener("duet:reload", reload);
addEventListener("duet:unstored", (event) => {
  unstored = event.detail;
});
// An exception passed through the program, which cannot continue after that.
addEventListener("error", (event) => {
  // The exception counts if our files are in its stack, wherever it was thrown. Events without an exception are warnings of the browser,
  // such as "ResizeObserver loop".
  const own = event instanceof ErrorEvent && event.error && `${event.filename}\n${event.error.stack}`.includes(here);
  if (own) fail(root.dataset.boot === "done" ? "stopped" : "failed");
});

/** Whether the host has a newer version: the page that it has now starts another program. */
async function isOutdated() {
  try {
    const page = await (await fetch(location.href.split("#")[0], { cache: "no-cache" })).text();
    return page.includes("data-wasm") && !page.includes(js);
  } catch {
    return false;
  }
}

/**
 * Wraps `fetch` for WebAssembly modules. A response that is not the file, such as an error page or a cached login page of a network, is
 * requested once more past the HTTP cache, and then refused. `data-missing` on the root element says why: "network", "host" or "outdated".
 * The type is set to `application/wasm`, which the chunk loader requires and some hosts do not send.
 */
function wrapFetch() {
  const ask = fetch;
  const type = ({ headers }) => headers.get("Content-Type") ?? "";
  const isWrong = (response) => !response.ok || type(response).startsWith("text/html");
  const request = async (file, options) => {
    const first = await ask(file, options);
    return isWrong(first) ? ask(file, { cache: "reload" }) : first;
  };
  globalThis.fetch = async (file, options) => {
    if (!/\.wasm$/.test(file)) return ask(file, options);
    let response;
    try {
      response = await request(file, options);
    } catch (error) {
      root.dataset.missing = "network";
      throw error;
    }
    if (isWrong(response)) {
      root.dataset.missing = (await isOutdated()) ? "outdated" : "host";
      throw new Error(`${file}: ${response.status} ${type(response)}`);
    }
    if (type(response) === "application/wasm") return response;
    return new Response(response.body, { headers: { "Content-Type": "application/wasm" } });
  };
}

/** The start function of the program, and the address of its code. */
async function loadProgram() {
  wrapFetch();
  const { default: start } = await import(program[0]);
  return { start, code: program[1] };
}

/** Whether the browser runs WebAssembly. A security setting or the policy of a host may forbid it. */
async function canRun() {
  try {
    // Instantiate and not only compile: WebKit blocks only this.
    await WebAssembly.instantiate(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return true;
  } catch {
    return false;
  }
}

try {
  if (typeof WebAssembly === "undefined") throw new Error("There is no WebAssembly in this browser.");
  // The single file contains the program (src/pages/single.rs).
  const { start, code } = await (globalThis.duetInOneFile ?? loadProgram)();
  await start({ module_or_path: code });
} catch (error) {
  console.error(error);
  if (!(await canRun())) root.dataset.lacks = "wasm";
  else if (!globalThis.duetInOneFile && (await isOutdated())) root.dataset.missing = "outdated";
  fail("failed");
}

/** Loads optional scripts: offline use, and files opened with the installed app. Not in a frame. */
function addOns() {
  if (parent !== window || globalThis.duetInOneFile) return;
  // A page with an opaque origin must not access it. Delayed, because the worker downloads the whole site.
  if (self.origin !== "null" && navigator.serviceWorker) setTimeout(() => load("offline.js").catch(() => {}), 3000);
  if ("launchQueue" in window) load("opened.js").catch(() => {});
}

/**
 * Updates texts of a translated page (ADR 22). A browser replaces text nodes by <font> elements, while the program writes to its original
 * nodes. A node that changes is put back in place of its translation, and the browser translates it again.
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
