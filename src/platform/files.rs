//! Files: those that the person keeps, and those that the person brings.

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

/// Offers a text as a file of that name and type.
///
/// # Errors
/// What the browser says when it cannot.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    offer(name, &blob)
}

/// Offers an SVG as a PNG of that many pixels, and calls `failed` when the browser cannot draw or offer it.
pub fn download_png(name: &str, svg: &str, (width, height): (u32, u32), failed: impl Fn() + Copy + 'static) {
    let Ok(image) = HtmlImageElement::new() else { return failed() };
    let (name, drawn) = (name.to_owned(), image.clone());
    let draw = Closure::once_into_js(move || {
        if offer_drawn(name, &drawn, width, height, failed).is_err() {
            failed();
        }
    });
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_onerror(Some(Closure::once_into_js(failed).unchecked_ref()));
    // As data and not as a blob: it needs no address that would have to be given back, and the policy of the page allows it.
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
}

fn offer_drawn(
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
    // The address is not given back: some browsers read from it later than now. It goes with the page.
    Ok(())
}

/// The files of a list. The list itself is emptied as soon as its field is.
pub fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}

/// The text of a file, in whatever encoding it is written.
///
/// # Errors
/// When it is too large to be read, is no text, or cannot be read.
pub async fn text(file: &File) -> Result<String, ImportError> {
    // Sizes are whole numbers, and 5 MiB is exact as a float.
    if file.size() > f64::from(u32::try_from(MAX_FILE_BYTES).unwrap_or(u32::MAX)) {
        return Err(ImportError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ImportError::Unreadable)?;
    let bytes = js_sys::Uint8Array::new(&buffer);
    let copy = bytes.to_vec();
    let encoding = encoding::detect(&copy).ok_or(ImportError::NotText)?;
    if mail::is_mail(&String::from_utf8_lossy(&copy)) {
        // Its parts say themselves how they are encoded.
        return Ok(mail::text(&copy));
    }
    let decoder = TextDecoder::new_with_label(encoding.label()).map_err(|_| ImportError::Unreadable)?;
    decoder.decode_with_js_u8_array(&bytes).map_err(|_| ImportError::Unreadable)
}
