/** The document information dictionary, keys in lower case; dates as ISO 8601 where they are well formed. */
export function metadataOf(info: Readonly<Record<string, string>>): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const [key, value] of Object.entries(info).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = NAMES.get(key) ?? key;
    metadata[name] = DATES.has(name) ? isoDate(value) : value;
  }
  return metadata;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['creationdate', 'created'],
  ['moddate', 'modified'],
]);
const DATES: ReadonlySet<string> = new Set(['created', 'modified']);

/** "D:20200929101500+08'00'" → "2020-09-29T10:15:00+08:00"; anything else as it stands. */
function isoDate(value: string): string {
  const parts = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:Z|([+-]\d{2})'?(\d{2})?'?)?/.exec(value);
  if (parts === null) return value;
  const [, year, month, day, hour, minute, second = '00', zone, zoneMinutes = '00'] = parts;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return date;
  return `${date}T${hour}:${minute}:${second}${zone === undefined ? 'Z' : `${zone}:${zoneMinutes}`}`;
}
