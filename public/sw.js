// The service worker: stores all files of the site for offline use. The build fills in the list of files and the version, a hash of their
// contents (src/pages/worker.rs).
//
// Each version is stored completely, in a cache of its own. A newer version waits until the person accepts it (offline.js), or until the last
// page of the older one is closed.

const VERSION = "%version%";
/** Each file with its check: for a page a mark that is in it, for another file its hash. */
const FILES = "%files%";
/** The page for wrong addresses. */
const MISSING = "404.html";
/** The pause after each file, in milliseconds. */
const PAUSE = 30;

const scope = new URL(registration.scope);
// With the scope, because installations in several folders of one host share their caches.
const ours = `duet ${scope.pathname} `;
const current = ours + VERSION;

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(deleteOtherVersions()));
addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});
addEventListener("fetch", (event) => {
  const file = fileOf(event.request);
  if (file !== undefined) event.respondWith(answer(event.request, file));
  else if (event.request.mode === "navigate" && isInside(event.request)) event.respondWith(navigate(event.request));
});

/** Whether a file is in the folder that is named by a hash, so that the HTTP cache may be used. All others are revalidated. */
const isHashed = (file) => /^duet-[0-9a-f]{16}\//.test(file);

const isPage = (file) => /(^|\/|\.html)$/.test(file);

async function store() {
  const cache = await caches.open(current);
  // One after the other with pauses, so that the requests and answers of a person are not delayed.
  for (const file of Object.keys(FILES)) {
    const cached = await load(`./${file}`, isHashed(file) ? "default" : "no-cache", file);
    const valid = cached ?? (await load(`./${file}`, "reload", file));
    if (!valid) throw new Error(`${file} is not what it should be`);
    await cache.put(`./${file}`, valid);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** The response to a request if it is the file, and not a login page of a network or an error page of a host. */
async function load(request, cache, file) {
  const response = await fetch(request, { cache });
  return (await isRight(response, file)) ? plain(response) : undefined;
}

async function isRight(response, file) {
  if (response.status !== 200) return false;
  // A mark and not a hash, because some hosts inject content into pages.
  if (isPage(file)) return (await response.clone().text()).includes(FILES[file]);
  return (await hash(await response.clone().arrayBuffer())) === FILES[file];
}

/** The first half of the SHA-256, in hexadecimal digits. */
async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 16);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A copy of a response without its redirect flag, because browsers refuse a redirected response for a navigation. */
function plain(response) {
  if (!response.redirected) return response;
  const { status, headers } = response;
  return new Response(response.body, { status, headers });
}

async function deleteOtherVersions() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(ours) && name !== current);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Whether a request is for a file in the scope. */
function isInside({ method, url }) {
  const { origin, pathname } = new URL(url);
  return method === "GET" && origin === scope.origin && pathname.startsWith(scope.pathname);
}

/** The file of the list that is requested, without the query. */
function fileOf(request) {
  if (!isInside(request)) return undefined;
  const path = new URL(request.url).pathname.slice(scope.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  return [path, `${path}/`].find((file) => Object.hasOwn(FILES, file));
}

/** The response for an address outside the list; the page for wrong addresses if there is none, or no network. */
async function navigate(request) {
  const response = await fetch(request).catch(() => undefined);
  if (response && response.status !== 404) return response;
  const page = await (await caches.open(current)).match(`./${MISSING}`);
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : (response ?? Response.error());
}

async function answer(request, file) {
  // Relative links need the slash after the folder.
  if (file.endsWith("/") && !/(\/|\.html)$/.test(new URL(request.url).pathname)) {
    return Response.redirect(new URL(file + new URL(request.url).search, scope));
  }
  const cache = await caches.open(current);
  if (request.cache === "reload" && isHashed(file)) {
    // The failure panel requests the files again (boot.js).
    const fresh = await load(request, "reload", file).catch(() => undefined);
    if (fresh) await cache.put(`./${file}`, fresh);
  }
  return (await cache.match(`./${file}`)) ?? fetch(request);
}
