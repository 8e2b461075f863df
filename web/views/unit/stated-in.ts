/** "5.75万元 (folder/file.pdf)": the service names the amount, then in brackets where it is said. */
export function statedIn(text: string): { readonly amount: string; readonly source: string } | undefined {
  const at = text.indexOf(' (');
  return at > 0 && text.endsWith(')') ? { amount: text.slice(0, at), source: text.slice(at + 2, -1) } : undefined;
}
