// The block in the editor: a live preview, and the settings beside it. PHP renders what readers see.

(({ blocks, blockEditor, components, element, i18n }, site) => {
  const { createElement: h, Fragment, useEffect, useRef, useState } = element;
  const { __ } = i18n;
  const { PanelBody, SelectControl } = components;

  /** The height before the check has posted its own, and the highest of a preview, in CSS pixels. */
  const [FIRST, MOST] = [560, 1200];

  const colours = ["#b04c22", "#1f4e5f"];
  const lines = [
    "M5 8.1C10.5 8.1 10.5 23.9 16 23.9C21.5 23.9 21.5 8.1 27 8.1",
    "M5 23.9C10.5 23.9 10.5 8.1 16 8.1C21.5 8.1 21.5 23.9 27 23.9",
  ];
  // As a style, because the editor fills icons.
  const style = { fill: "none", strokeWidth: 4, strokeLinecap: "round" };
  const line = (d, index) => h("path", { key: d, d, stroke: colours[index], style });
  const icon = h("svg", { viewBox: "0 0 32 32" }, lines.map(line));

  function address({ lang, theme, side }) {
    const page = new URL((lang || site.lang) === "en" ? "en/" : "./", site.address);
    page.searchParams.set("embed", "1");
    for (const [name, value] of Object.entries({ theme, side })) if (value) page.searchParams.set(name, value);
    return page.href;
  }

  /** The height that the check in a frame posts. The messages go to the window of the frame's document, which may be the editor's canvas. */
  function usePostedHeight(frame) {
    const [height, setHeight] = useState(FIRST);
    useEffect(() => {
      const { defaultView } = frame.current.ownerDocument;
      const hear = ({ source, data }) => {
        if (source !== frame.current?.contentWindow || data?.source !== "duet" || data.type !== "height") return;
        setHeight(Math.min(data.height, MOST));
      };
      defaultView.addEventListener("message", hear);
      return () => defaultView.removeEventListener("message", hear);
    }, []);
    return height;
  }

  function Preview({ attributes }) {
    const frame = useRef();
    const height = usePostedHeight(frame);
    const style = { display: "block", width: "100%", border: 0, height, colorScheme: attributes.theme || undefined };
    const src = address(attributes);
    // A frame of its own for each address: another address in the same frame would be an entry in the history of the editor.
    return h("iframe", { ref: frame, key: src, src, style, title: __("Preview", "duet-self-check"), tabIndex: -1 });
  }

  /** Lies over the preview, so that a click selects the block. */
  const cover = h("div", { style: { position: "absolute", inset: 0 } });

  function Settings({ attributes, setAttributes }) {
    const choice = (name, label, options) =>
      h(SelectControl, {
        label,
        value: attributes[name],
        options: options.map(([value, label]) => ({ value, label })),
        onChange: (value) => setAttributes({ [name]: value }),
        __next40pxDefaultSize: true,
        __nextHasNoMarginBottom: true,
      });
    return h(
      PanelBody,
      { title: __("Settings", "duet-self-check") },
      choice("lang", __("Language", "duet-self-check"), [
        ["", __("As the site", "duet-self-check")],
        ["pl", "Polski"],
        ["en", "English"],
      ]),
      choice("theme", __("Colours", "duet-self-check"), [
        ["", __("As the page around it", "duet-self-check")],
        ["light", __("Light", "duet-self-check")],
        ["dark", __("Dark", "duet-self-check")],
      ]),
      choice("side", __("Which side the reader is on", "duet-self-check"), [
        ["", __("The reader chooses", "duet-self-check")],
        ["sales", __("Sales", "duet-self-check")],
        ["marketing", __("Marketing", "duet-self-check")],
        ["other", __("Another role", "duet-self-check")],
      ]),
    );
  }

  function Edit(props) {
    const box = blockEditor.useBlockProps({ style: { position: "relative" } });
    return h(
      Fragment,
      null,
      h(blockEditor.InspectorControls, null, h(Settings, props)),
      h("div", box, h(Preview, props), cover),
    );
  }

  blocks.registerBlockType("duet/check", { icon, edit: Edit, save: () => null });
})(window.wp, window.duetSelfCheck);
