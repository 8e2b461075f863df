/** Files are told by the last ending of a name, in the path or in a parameter ("downfile.jsp?filename=预算.pdf"). */

export const ATTACHMENT_EXTENSIONS = [
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'wps',
  'et',
  'ofd',
  'rtf',
  'csv',
  'zip',
  'rar',
  '7z',
] as const;

/** "预算.pdf20240128183610173.pdf?sid=…" ends in pdf as "a.PDF" does; "a.pdf.html" is a page. */
export function namesAttachment(url: URL, extensions: readonly string[]): boolean {
  const values = [...url.searchParams.values()];
  return hasEnding(url.pathname, extensions) || values.some((value) => isEnding(value, extensions));
}

/** As a link's words say it: "附件：2024年部门预算.pdf", "决算公开.xls（点击下载）". */
export function textNamesAttachment(text: string, extensions: readonly string[]): boolean {
  const endings = text.slice(0, MOST_TEXT).matchAll(/\.([a-z0-9]{1,8})(?![a-z0-9.])/gi);
  return [...endings].some(([, ending]) => extensions.includes((ending ?? '').toLowerCase()));
}

const MOST_TEXT = 500;

/** A parameter may hold the whole name or only its ending. */
function isEnding(value: string, extensions: readonly string[]): boolean {
  return hasEnding(value, extensions) || extensions.includes(value.toLowerCase());
}

function hasEnding(name: string, extensions: readonly string[]): boolean {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name.slice(-20))?.[1]?.toLowerCase();
  return ending !== undefined && extensions.includes(ending);
}
