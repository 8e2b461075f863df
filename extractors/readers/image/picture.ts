import { createCanvas, loadImage } from '@napi-rs/canvas';
import { RECOGNITION_DPI } from '../pdf/recognized-pages.ts';
import { type Bitmap, fromRgba } from '../recognition/bitmap.ts';

/** Width of a page in inches (A4): what resolution an image has is seldom true. */
const PAGE_WIDTH = 8.27;
/** Larger pictures are pictured coarser: long screenshots. */
const MAX_PICTURE_PIXELS = 20_000_000;
/** An image that would decode to more is refused before it is. */
const MAX_IMAGE_PIXELS = 100_000_000;

/** The image as a page that is recognised: on white paper, in the resolution that recognition is best at. */
export async function pictureOf(bytes: Uint8Array): Promise<{ readonly picture: Bitmap; readonly dpi: number }> {
  const image = await loadImage(bytes);
  const pixels = image.width * image.height;
  if (pixels === 0 || pixels > MAX_IMAGE_PIXELS) throw new RangeError(`${image.width} × ${image.height} pixels`);
  const imageDpi = Math.min(image.width, image.height) / PAGE_WIDTH;
  const wanted = Math.sqrt(MAX_PICTURE_PIXELS / pixels);
  const scale = Math.min(RECOGNITION_DPI / imageDpi, wanted);
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return { picture: fromRgba(data, width, height), dpi: Math.max(1, Math.round(imageDpi * scale)) };
}
