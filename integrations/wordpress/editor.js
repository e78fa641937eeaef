// How does an author fill the block in? With a link of numbers, which every calculator copies, and the text of the example; below is what
// it looks like. The texts are in words/en.ftl of the project; its build puts them here.

(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: make } = element;
  const { __ } = i18n;

  /** What follows the `#` or `?` of a pasted address. */
  const numbers = (link) => link.replace(/^[^#?]*[#?]/, "");

  // As under Embed, below every calculator; the first of each is the usual one.
  const LOOKS = {
    theme: {
      label: __("{{embed-theme}}", "take-home"),
      options: [
        { value: "page", label: __("{{theme-page}}", "take-home") },
        { value: "auto", label: __("{{theme-reader}}", "take-home") },
        { value: "light", label: __("{{theme-light}}", "take-home") },
        { value: "dark", label: __("{{theme-dark}}", "take-home") },
      ],
    },
    view: {
      label: __("{{embed-size}}", "take-home"),
      options: [
        { value: "full", label: __("{{size-full}}", "take-home") },
        { value: "compact", label: __("{{size-compact}}", "take-home") },
      ],
    },
  };

  /** The address of the calculator as the post will have it. Where a name stands twice, the first counts. */
  const preview = (attributes) => {
    const looks = Object.entries(LOOKS)
      .filter(([name, { options }]) => attributes[name] !== options[0].value)
      .map(([name]) => `${name}=${attributes[name]}`);
    return `${window.takeHomeBase}embed.html?${[...looks, numbers(attributes.link)].join("&")}`;
  };

  blocks.registerBlockType("take-home/calculator", {
    apiVersion: 2,
    title: "Take-home",
    description: __("{{frame-title}}", "take-home"),
    category: "widgets",
    icon: "chart-bar",
    // Its attributes are registered by PHP.
    edit: ({ attributes, setAttributes }) =>
      make(
        "div",
        blockEditor.useBlockProps(),
        make(components.TextControl, {
          label: __("{{plugin-numbers}}", "take-home"),
          help: __("{{plugin-numbers-how}}", "take-home"),
          value: attributes.link,
          onChange: (link) => setAttributes({ link }),
        }),
        make(components.TextareaControl, {
          label: __("{{plugin-example}}", "take-home"),
          help: __("{{plugin-example-how}}", "take-home"),
          value: attributes.example,
          onChange: (example) => setAttributes({ example }),
        }),
        ...Object.entries(LOOKS).map(([name, look]) =>
          make(components.SelectControl, {
            ...look,
            key: name,
            value: attributes[name],
            onChange: (value) => setAttributes({ [name]: value }),
          }),
        ),
        make(components.ToggleControl, {
          label: __("{{plugin-frame}}", "take-home"),
          help: __("{{plugin-frame-how}}", "take-home"),
          checked: attributes.frame,
          onChange: (frame) => setAttributes({ frame }),
        }),
        make("iframe", {
          src: preview(attributes),
          title: __("{{frame-title}}", "take-home"),
          width: "100%",
          height: 700,
        }),
      ),
    // PHP writes it.
    save: () => null,
  });
})(window.wp);
