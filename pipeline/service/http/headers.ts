/** What every answer tells the browser it may do with it. */

/** A page of ours: its own files and nothing else. pdf.js decodes some images by WebAssembly. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Bytes and data: shown as a page of their own they are an empty one. */
export const DATA_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** A document in a frame of ours: its text, no scripts; `allow-same-origin` lets the page around it find places in it. */
export const FRAME_POLICY =
  "default-src 'none'; sandbox allow-same-origin; style-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Robots-Tag': 'noindex',
};
