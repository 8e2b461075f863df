import { z } from 'zod';

/** PDF: points, origin at the top left of the page as displayed (after /Rotate and the crop box). */
export const pagePlace = z.strictObject({
  page: z.int().positive(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});

/** HTML, text, Word: UTF-16 offsets into the text of a block; `selector` leads to the element in HTML. */
export const blockPlace = z.strictObject({
  block: z.int().nonnegative(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  selector: z.string().optional(),
});

/** Spreadsheets: sheet name and A1 reference (or A1:B2 for a merged cell). */
export const sheetPlace = z.strictObject({ sheet: z.string(), cell: z.string() });

export const onePlace = z.union([pagePlace, blockPlace, sheetPlace]);

/** Where a thing stands, so that a person can be taken there. What continues over pages has a list. */
export const place = z.union([onePlace, z.array(onePlace)]);

export type PagePlace = z.infer<typeof pagePlace>;
export type BlockPlace = z.infer<typeof blockPlace>;
export type SheetPlace = z.infer<typeof sheetPlace>;
export type OnePlace = z.infer<typeof onePlace>;
export type Place = z.infer<typeof place>;
