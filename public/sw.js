// Keeps Duet in the browser, so that it works without a network. The build writes the list of files and their version, which is a
// hash of what is in them (src/pages/worker.rs).
//
// A version is kept whole and in a cache of its own, so old and new files never meet. A newer one waits until the person says so
// (offline.js), or until the last page of the older one is closed.

const VERSION = "%version%";
const FILES = "%files%";
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
});

/** Whether a file has its hash in its name: then it is right wherever it comes from. Every other one is asked for anew. */
const named = (file) => /^duet-[0-9a-f]{16}[_.]/.test(file);

async function keep() {
  const cache = await caches.open(current);
  // One after the other and not without a pause: somebody is answering meanwhile, and what they wait for comes first.
  for (const file of FILES) {
    const response = await fetch(`./${file}`, { cache: named(file) ? "default" : "no-cache" });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    await cache.put(`./${file}`, plain(response));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
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

/** The file of the list that is asked for, whatever the query. */
function fileOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  const path = pathname.slice(scope.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  return [path, `${path}/`].find((file) => FILES.includes(file));
}

async function answer(request, file) {
  // To a folder without its slash, links within it would lead astray.
  if (file.endsWith("/") && !/(\/|\.html)$/.test(new URL(request.url).pathname)) {
    return Response.redirect(new URL(file + new URL(request.url).search, scope));
  }
  const cache = await caches.open(current);
  if (request.cache === "reload" && named(file)) {
    // What is kept did not work, and the person tries again (boot.js).
    const fresh = await fetch(request).catch(() => undefined);
    if (fresh?.ok) await cache.put(`./${file}`, plain(fresh.clone()));
  }
  return (await cache.match(`./${file}`)) ?? fetch(request);
}
