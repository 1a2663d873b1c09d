// Result files that were opened with the installed Duet, in systems where that can be done: they go the way of files that were
// chosen in the page, so nothing is added before the person says so.

/** The field for files, as soon as its view is there. */
function field() {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector("main[data-view=history] input[name=import]");
      if (found) resolve(found);
      else requestAnimationFrame(look);
    };
    look();
  });
}

launchQueue.setConsumer(async ({ files }) => {
  if (!files?.length) return;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(await file.getFile());
  location.hash = "history";
  const input = await field();
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
