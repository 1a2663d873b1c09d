//! Pictures of a whole page, to be looked at.

use std::path::Path;

use fs_err as fs;

use crate::Person;

impl Person {
    /// Writes a picture of the whole page, however long, as a PNG file.
    ///
    /// WebDriver takes pictures of what is in the window, so the window is made as long as the page for the moment. What
    /// depends on the height of the window may look different.
    ///
    /// # Panics
    /// When the picture cannot be taken or written.
    pub async fn screenshot(&self, path: impl AsRef<Path>) {
        let (width, height) = self.inner_size().await;
        let page = self.script("return document.documentElement.scrollHeight", []).await;
        let page = page.as_u64().and_then(|pixels| u32::try_from(pixels).ok());
        self.fit(width, page.map_or(height, |page| page.max(height))).await;
        let picture = self.web().screenshot_as_png().await.expect("a picture can be taken");
        self.fit(width, height).await;
        write(path.as_ref(), &picture);
    }
}

fn write(path: &Path, picture: &[u8]) {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).expect("a folder can be made");
    }
    fs::write(path, picture).expect("a picture can be written");
}
