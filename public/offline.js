// Has the site kept for use without a network, and lets the person know when there is a newer version. sw.js does the keeping.

const { serviceWorker } = navigator;

/** A newer version that is whole and waits, or is in charge already because another tab has taken it. */
let newer;

function announce(worker) {
  newer = worker;
  dispatchEvent(new Event("duet:newer"));
}

/** Until a worker is in one of these states. */
function reached(worker, ...states) {
  return new Promise((resolve) => {
    const look = () => {
      if (states.includes(worker.state)) resolve();
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Puts a version that waits in charge. */
async function takeOver(worker) {
  worker.postMessage("take over");
  await reached(worker, "activated", "redundant");
}

// The person wants it.
addEventListener("duet:take-newer", async () => {
  await takeOver(newer);
  location.reload();
});

/** Looks for a newer version and puts it in charge: for a page whose own does not start, and so cannot ask anybody. */
export async function renew() {
  const registration = await serviceWorker?.getRegistration(new URL(".", import.meta.url));
  if (!registration) return;
  // A host that answers with something else has no newer one, but one may have come before.
  await registration.update().catch(() => {});
  if (registration.installing) await reached(registration.installing, "installed", "activated", "redundant");
  if (registration.waiting) await takeOver(registration.waiting);
}

async function keep() {
  const worker = new URL("sw.js", import.meta.url);
  const registration = await serviceWorker.register(worker, { updateViaCache: "none" });
  if (registration.waiting && registration.active) announce(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing.addEventListener("statechange", () => {
      // The first one has nobody to wait for.
      if (installing.state === "installed" && registration.active) announce(installing);
      if (installing.state === "redundant" && !registration.active) again("not all of it has come");
    });
  });
  // Another tab has taken the newer one; this one goes on with what it has loaded until the person wants otherwise.
  serviceWorker.addEventListener("controllerchange", () => announce(registration.active));
  // Who leaves a page open for days learns of it when they come back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
  await serviceWorker.ready;
  document.documentElement.dataset.offline = "ready";
}

/** Not every browser, window and setting has it; without it Duet needs the network, and says so. A host may be well the next time. */
function again(reason) {
  console.info("Duet is not kept for use without a network:", reason);
  document.addEventListener("visibilitychange", begin, { once: true });
}

function begin() {
  keep().catch((error) => again(error.message));
}

if (document.documentElement.dataset.boot === "done") begin();
