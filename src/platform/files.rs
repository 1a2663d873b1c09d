//! Downloads, and reading files that the person chooses.

use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, FileList, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, TextDecoder, Url,
};

use super::document;
use duet_domain::import::{ImportError, MAX_FILE_BYTES};
use duet_domain::{encoding, mail};

/// Starts the download of a text as a file with a name and a MIME type. Whether the browser saves it is not known.
///
/// # Errors
/// The exception of the browser.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    offer(name, &blob)
}

/// Starts the download of an SVG as a PNG of a size in pixels. Calls `failed` if the browser cannot convert it.
pub fn download_png(name: &str, svg: &str, (width, height): (u32, u32), failed: impl Fn() + Copy + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return failed() };
    let (name, loaded) = (name.to_owned(), image.clone());
    let on_load = Closure::once_into_js(move || {
        if download_canvas(name, &loaded, width, height, failed).is_err() {
            failed();
        }
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_onerror(Some(Closure::once_into_js(failed).unchecked_ref()));
    // A data URL, because the policy of the page allows no blob URL for images, and a data URL need not be revoked.
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
}

fn download_canvas(
    name: String,
    image: &HtmlImageElement,
    width: u32,
    height: u32,
    failed: impl Fn() + 'static,
) -> Result<(), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or("there is no canvas")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    let save = Closure::once_into_js(move |blob: Option<Blob>| {
        let offered = blob.and_then(|blob| offer(&name, &blob).ok());
        if offered.is_none() {
            failed();
        }
    });
    canvas.to_blob(save.unchecked_ref())
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The URL is not revoked, because some browsers read from it later.
    Ok(())
}

/// The files of a list. The list itself is live: it becomes empty when its field is cleared.
pub fn to_vec(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// The text of a file, decoded from the encoding that is detected. Of a mail, the text of its parts.
///
/// # Errors
/// If the file is larger than [`MAX_FILE_BYTES`], is not text, or cannot be read.
pub async fn read_text(file: &File) -> Result<String, ImportError> {
    if file.size() > f64::from(u32::try_from(MAX_FILE_BYTES).unwrap_or(u32::MAX)) {
        return Err(ImportError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ImportError::Unreadable)?;
    let bytes = js_sys::Uint8Array::new(&buffer);
    let copy = bytes.to_vec();
    let encoding = encoding::detect(&copy).ok_or(ImportError::NotText)?;
    if mail::is_mail(&String::from_utf8_lossy(&copy)) {
        // Each part of a mail has an encoding of its own.
        return Ok(mail::text(&copy));
    }
    let decoder = TextDecoder::new_with_label(encoding.label()).map_err(|_| ImportError::Unreadable)?;
    decoder.decode_with_js_u8_array(&bytes).map_err(|_| ImportError::Unreadable)
}
