// Passes result files that were opened with the installed app to the import of the history, which asks before it adds them.

/** The file field of the history, when it is rendered. */
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
