// How does an author fill the block in? With a link of numbers, which every calculator copies, and the text of the example; below is what
// it looks like.

(({ blocks, blockEditor, components, element }) => {
  const { createElement: make } = element;

  /** What follows the `#` or `?` of a pasted address. */
  const numbers = (link) => link.replace(/^[^#?]*[#?]/, "");

  blocks.registerBlockType("take-home/calculator", {
    apiVersion: 2,
    title: "Take-home",
    description: "Many small gigs or one large contract: which leaves you more?",
    category: "widgets",
    icon: "chart-bar",
    attributes: {
      link: { type: "string", default: "" },
      example: { type: "string", default: "" },
      frame: { type: "boolean", default: false },
    },
    edit: ({ attributes, setAttributes }) =>
      make(
        "div",
        blockEditor.useBlockProps(),
        make(components.TextControl, {
          label: "Numbers: a link copied from the calculator, or gigs=12&gig-price=250",
          value: attributes.link,
          onChange: (link) => setAttributes({ link }),
        }),
        make(components.TextareaControl, {
          label: "The example as text, shown until the calculator is ready and in feeds",
          value: attributes.example,
          onChange: (example) => setAttributes({ example }),
        }),
        make(components.ToggleControl, {
          label: "In a frame, for themes and policies that keep the calculator from running in the page",
          checked: attributes.frame,
          onChange: (frame) => setAttributes({ frame }),
        }),
        make("iframe", {
          src: `${window.takeHomeBase}embed.html?${numbers(attributes.link)}`,
          title: "Take-home",
          width: "100%",
          height: 700,
        }),
      ),
    // PHP writes it.
    save: () => null,
  });
})(window.wp);
