// Has the site kept for use without a network, and lets the person know when there is a newer version. sw.js does the keeping.

const { serviceWorker } = navigator;

/** A newer version that is whole and waits. */
let waiting;

function announce(worker) {
  waiting = worker;
  dispatchEvent(new Event("duet:newer"));
}

// The person wants it: the page is loaded again as soon as it is in charge.
addEventListener("duet:take-newer", () => {
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage("take over");
});

async function register() {
  const worker = new URL("sw.js", import.meta.url);
  const registration = await serviceWorker.register(worker, { updateViaCache: "none" });
  if (registration.waiting && registration.active) announce(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing.addEventListener("statechange", () => {
      // The first one has nobody to wait for.
      if (installing.state === "installed" && registration.active) announce(installing);
    });
  });
  // Who leaves a page open for days learns of it when they come back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
  await serviceWorker.ready;
  document.documentElement.dataset.offline = "ready";
}

// Not every browser, window and setting has it; without it Duet needs the network, and says so.
register().catch((error) => console.info("Duet is not kept for use without a network:", error.message));
