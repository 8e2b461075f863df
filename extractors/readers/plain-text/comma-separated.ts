import { readPrintedNumber } from '../../numbers/printed-number.ts';

/**
 * Comma-separated values (RFC 4180), as spreadsheet programs export a sheet: every record has as many fields as the sheet
 * has columns. Given as the same sheet copied as text is: fields separated by tabs, lone texts (titles, notes) as lines.
 */
export function commaSeparatedAsTabs(text: string): string {
  const records = text.includes(',') && !text.includes('\t') ? readRecords(text) : null;
  if (records === null || !isExport(records)) return text;
  return records.map(lineOf).join('\n');
}

/** Shorter than this the fields say nothing; how many records are alike and hold numbers tells tables from prose. */
const MIN_FIELDS = 2;
const MIN_NUMBERED = 2;
const ALIKE = 0.9;

function isExport(records: readonly (readonly string[])[]): boolean {
  const filled = records.filter((fields) => fields.some((field) => field !== ''));
  const counts = new Map<number, number>();
  for (const { length } of filled) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, alike] = [...counts].reduce((most, count) => (count[1] > most[1] ? count : most), [0, 0]);
  const numbered = filled.filter((fields) => fields.length === width && fields.some(isNumber));
  return width >= MIN_FIELDS && alike >= filled.length * ALIKE && numbered.length >= MIN_NUMBERED;
}

function isNumber(field: string): boolean {
  return readPrintedNumber(field) !== null;
}

function lineOf(fields: readonly string[]): string {
  const filled = fields.filter((field) => field !== '');
  if (filled.length === 0) return '';
  // An indent that only a tab would carry is none: a lone text in the first field is a line.
  return filled.length === 1 && fields[0] !== '' ? (filled[0] ?? '') : fields.join('\t');
}

/** Records with their fields, or null where a quoted field has no end. */
function readRecords(text: string): string[][] | null {
  const records: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const field = readField(text, at);
    if (field === null) return null;
    records.at(-1)?.push(joined(field.value));
    at = field.end;
    if (at >= text.length) break;
    if (text[at] === ',') at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      records.push([]);
      if (at >= text.length) break;
    }
  }
  return records.filter((fields) => fields.length > 0);
}

/** Lines of a field were broken for width. */
function joined(field: string): string {
  return field
    .split('\n')
    .map((line) => line.trim())
    .join('');
}

function readField(text: string, start: number): { value: string; end: number } | null {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { value: text.slice(start, end), end };
  }
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      at = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (end < text.length && text[end] !== ',' && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { value: value + text.slice(quote + 1, end), end };
  }
}
