// Registers the service worker (sw.js), and tells the program when a newer version is ready.

const { serviceWorker } = navigator;

/** The worker of a newer version, waiting, or already active because another tab has activated it. */
let newer;

function announce(worker) {
  newer = worker;
  dispatchEvent(new Event("duet:newer"));
}

/** Resolves when a worker is in one of these states. */
function reached(worker, ...states) {
  return new Promise((resolve) => {
    const look = () => {
      if (states.includes(worker.state)) resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Activates a waiting worker. */
async function takeOver(worker) {
  worker.postMessage("take over");
  await reached(worker, "activated", "redundant");
}

// The person has accepted the newer version.
addEventListener("duet:take-newer", async () => {
  await takeOver(newer);
  location.reload();
});

/** Checks for a newer version and activates it without asking, for a page whose program did not start. */
export async function renew() {
  const registration = await serviceWorker?.getRegistration(new URL(".", import.meta.url));
  if (!registration) return;
  // A failed check is ignored: an earlier one may have found a newer version.
  await registration.update().catch(() => {});
  if (registration.installing) await reached(registration.installing, "installed", "activated", "redundant");
  if (registration.waiting) await takeOver(registration.waiting);
}

async function register() {
  const worker = new URL("sw.js", import.meta.url);
  const registration = await serviceWorker.register(worker, { updateViaCache: "none" });
  if (registration.waiting && registration.active) announce(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing.addEventListener("statechange", () => {
      // The first worker is not an update.
      if (installing.state === "installed" && registration.active) announce(installing);
      if (installing.state === "redundant" && !registration.active) again("not all of it has come");
    });
  });
  // Another tab has activated the newer version. This page continues with the files that it has loaded.
  serviceWorker.addEventListener("controllerchange", () => announce(registration.active));
  // For pages that stay open for days.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
  await serviceWorker.ready;
  document.documentElement.dataset.offline = "ready";
}

/** Logs why the site is not stored, and tries again when the page becomes visible. Some browsers and private windows have no workers. */
function again(reason) {
  console.info("Duet is not kept for use without a network:", reason);
  document.addEventListener("visibilitychange", begin, { once: true });
}

function begin() {
  register().catch((error) => again(error.message));
}

if (document.documentElement.dataset.boot === "done") begin();
