/** A name without layout: spaces, numbering and quotation marks, brackets in one width. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s“”"《》]/g, '')
    .replace(/^(?:[(]?[一二三四五六七八九十\d]{1,3}[)、.])+|^其中:/, '');
}
