/**
 * Draws an SVG text as a PNG, `times` its own size on a white ground.
 *
 * @throws Error when the picture cannot be drawn.
 */
export async function svgAsPng(
  svg: string,
  { width, height, times }: { width: number; height: number; times: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width * times, height * times);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * times;
    canvas.height = height * times;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('There is no canvas to draw on.');
    context.fillStyle = '#FFFFFF';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (blob === null) throw new Error('The picture could not be written as PNG.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}
