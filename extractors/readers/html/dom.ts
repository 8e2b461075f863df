import type { CheerioAPI } from 'cheerio';

/** The nodes cheerio parses into, named here so that nothing else depends on the package that declares them. */
export type AnyNode = ReturnType<CheerioAPI['root']>[number]['children'][number];
export type Element = Extract<AnyNode, { attribs: Record<string, string> }>;
export type Text = Extract<AnyNode, { nodeType: 3 }>;

export function isTag(node: AnyNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style';
}

export function isText(node: AnyNode): node is Text {
  return node.type === 'text';
}
