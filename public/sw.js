// Keeps Duet in the browser, so that it works without a network. The build writes the list of files and their version, which is a
// hash of what is in them (src/pages/worker.rs).
//
// A version is kept whole and in a cache of its own, so old and new files never meet. A newer one waits until the person says so
// (offline.js), or until the last page of the older one is closed.

const VERSION = "%version%";
/** Each file with what tells that it is the one of this version: a page has its mark in it, of another file it is the hash. */
const FILES = "%files%";
/** What is shown at a wrong address. */
const MISSING = "404.html";
/** After each file, in milliseconds. */
const PAUSE = 30;

const scope = new URL(registration.scope);
// With the scope: Duet may be in several folders of one host, which share their caches.
const ours = `duet ${scope.pathname} `;
const current = ours + VERSION;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const file = fileOf(event.request);
  if (file !== undefined) event.respondWith(answer(event.request, file));
  else if (event.request.mode === "navigate" && isInside(event.request)) event.respondWith(lead(event.request));
});

/** Whether a file is of the program, whose folder is named by a hash: then the browser's own memory will do. Every other one is asked for anew. */
const named = (file) => /^duet-[0-9a-f]{16}\//.test(file);

const isPage = (file) => /(^|\/|\.html)$/.test(file);

async function keep() {
  const cache = await caches.open(current);
  // One after the other and not without a pause: somebody is answering meanwhile, and what they wait for comes first.
  for (const file of Object.keys(FILES)) {
    const known = await load(`./${file}`, named(file) ? "default" : "no-cache", file);
    const right = known ?? (await load(`./${file}`, "reload", file));
    if (!right) throw new Error(`${file} is not what it should be`);
    await cache.put(`./${file}`, right);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** The answer to a request, if it is the file: not a page by which a network asks for a password or a host says that it is busy. */
async function load(request, cache, file) {
  const response = await fetch(request, { cache });
  return (await isRight(response, file)) ? plain(response) : undefined;
}

async function isRight(response, file) {
  if (response.status !== 200) return false;
  // What a host puts into a page, a counter for instance, does not make another page of it.
  if (isPage(file)) return (await response.clone().text()).includes(FILES[file]);
  return (await hash(await response.clone().arrayBuffer())) === FILES[file];
}

/** The first half of the SHA-256, in hexadecimal digits. */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An answer that does not say that it was redirected, for browsers show no such page. */
function plain(response) {
  if (!response.redirected) return response;
  const { status, headers } = response;
  return new Response(response.body, { status, headers });
}

async function forgetOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(ours) && name !== current);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Whether something of this folder is asked for. */
function isInside({ method, url }) {
  const { origin, pathname } = new URL(url);
  return method === "GET" && origin === scope.origin && pathname.startsWith(scope.pathname);
}

/** The file of the list that is asked for, whatever the query. */
function fileOf(request) {
  if (!isInside(request)) return undefined;
  const path = new URL(request.url).pathname.slice(scope.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  return [path, `${path}/`].find((file) => Object.hasOwn(FILES, file));
}

/** What there is at an address that is not of the list; the page for wrong addresses where there is nothing, or no network. */
async function lead(request) {
  const response = await fetch(request).catch(() => undefined);
  if (response && response.status !== 404) return response;
  const page = await (await caches.open(current)).match(`./${MISSING}`);
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : (response ?? Response.error());
}

async function answer(request, file) {
  // To a folder without its slash, links within it would lead astray.
  if (file.endsWith("/") && !/(\/|\.html)$/.test(new URL(request.url).pathname)) {
    return Response.redirect(new URL(file + new URL(request.url).search, scope));
  }
  const cache = await caches.open(current);
  if (request.cache === "reload" && named(file)) {
    // What is kept did not work, and the person tries again (boot.js).
    const fresh = await load(request, "reload", file).catch(() => undefined);
    if (fresh) await cache.put(`./${file}`, fresh);
  }
  return (await cache.match(`./${file}`)) ?? fetch(request);
}
