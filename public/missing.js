// Leads from a wrong address to the right one: hosts answer with this page wherever there is nothing (404.html). Mail programs and
// chats write the `#` of a link as `%23`, and what was a view becomes a file that is not there.
//
// The page may be shown at any depth and is not told where the site is, so it looks for it, from the folder of the address upwards.

(() => {
  const views = /^(start|q\d+|review|result|team|room|history|wording|about|paper|[rta]=.*)$/;

  /** A text before it was percent-encoded, however often that was done. */
  function decoded(text) {
    const plain = text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
    return plain === text ? text : decoded(plain);
  }

  /** The folder and all around it, the innermost first. An address may lack the slash after its last folder. */
  function folders(path) {
    const parts = path.split("/").filter(Boolean);
    return [...parts.keys(), parts.length].reverse().map((count) => ["", ...parts.slice(0, count), ""].join("/"));
  }

  /** The address of a folder of this host. */
  const at = (folder) => location.origin + encodeURI(folder).replaceAll("?", "%3F");

  /** The language of the page that a folder holds, if it is one of Duet's. */
  async function languageOf(folder) {
    try {
      const reply = await fetch(`${at(folder)}manifest.webmanifest`);
      const manifest = reply.ok ? await reply.json() : {};
      return manifest.short_name === "Duet" ? manifest.lang : undefined;
    } catch {
      return undefined;
    }
  }

  async function lead() {
    const [path, ...rest] = decoded(location.pathname).split("#");
    for (const folder of folders(path)) {
      const language = await languageOf(folder);
      if (!language) continue;
      const root = language === "en" ? folder.replace(/en\/$/, "") : folder;
      document.querySelector("[lang=pl] .button").href = at(root);
      document.querySelector("[lang=en] .button").href = `${at(root)}en/`;
      const name = path.slice(folder.length).replace(/\/$/, "");
      const view = rest.join("#") || location.hash.slice(1) || (views.test(name) ? name : "");
      // A folder whose own page is not there would lead here again.
      if (at(folder) !== location.origin + location.pathname) {
        location.replace(at(folder) + location.search + (view && `#${view}`));
      }
      return;
    }
  }

  lead();
})();
