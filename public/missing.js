// Redirects from a wrong address to the right one; it is inlined into 404.html. Mail programs and chats write the `#` of a link as `%23`,
// which makes a file name of a view.
//
// The page may be served at any depth, so the script searches for the folder of the site, from that of the address upwards.

(() => {
  const views = /^(start|q\d+|review|result|team|room|history|wording|about|paper|[rta]=.*)$/;

  /** A text with its percent-encoding removed, also if it was encoded more than once. */
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

  /** The folders of a path, the innermost first. The path may lack the slash after its last folder. */
  function folders(path) {
    const parts = path.split("/").filter(Boolean);
    return [...parts.keys(), parts.length].reverse().map((count) => ["", ...parts.slice(0, count), ""].join("/"));
  }

  /** The address of a folder of this host. */
  const at = (folder) => location.origin + encodeURI(folder).replaceAll("?", "%3F");

  /** The language of Duet's page in a folder, if there is one. */
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
      // Otherwise a folder without a page would redirect to itself.
      if (at(folder) !== location.origin + location.pathname) {
        location.replace(at(folder) + location.search + (view && `#${view}`));
      }
      return;
    }
  }

  lead();
})();
