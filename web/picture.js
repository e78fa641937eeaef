// How does a drawing become a picture that every program takes?

/**
 * A PNG of an SVG; nothing if the page forbids pictures that it makes itself.
 * @param {string} svg
 * @returns {Promise<Blob | null>}
 */
export async function picture(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    // Two dots for each: what is shown small or on paper stays sharp.
    [canvas.width, canvas.height] = [image.width * 2, image.height * 2];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve));
  } catch {
    return null;
  }
}
