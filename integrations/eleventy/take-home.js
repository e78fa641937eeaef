// How does an article have the calculator? {% takehome "gigs=12&gig-price=250" %}The example.{% endtakehome %}
// The numbers are one text, since template languages differ in how they name arguments.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/**
 * Adds the shortcode, and the calculator's folder as it is: its pages are no templates.
 * @param config Eleventy's configuration.
 * @param {{ folder?: string, path?: string }} [options] Where the folder is in the input, and under which path on the site.
 */
export default function takeHome(config, { folder = "take-home", path = "/take-home/" } = {}) {
  config.addPassthroughCopy(folder);
  config.ignores.add(folder);
  config.addPairedShortcode("takehome", (text, link = "") => {
    const attributes = [...new URLSearchParams(link)].map(([name, value]) => ` ${name}="${escaped(value)}"`);
    // Without empty lines, which would end the HTML in Markdown.
    const example = text.trim().replaceAll(/\n\s*\n/g, "\n");
    const script = `<script type="module" src="${path}v1/take-home.js"></script>`;
    return `<div>\n${script}\n<take-home${attributes.join("")}>\n${example}\n</take-home>\n</div>`;
  });
}
