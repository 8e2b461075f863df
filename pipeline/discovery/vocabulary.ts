import { z } from 'zod';
import { loadYaml } from '../../extractors/knowledge/index.ts';

/** The words by which links, frames of portals and parameters of addresses are told. */

const words = z.array(z.string().min(1));

const linkWords = z.strictObject({ disclosure: words, columns: words, endings: words, other: words });
const frameWords = z.strictObject({
  elements: words,
  pages: words,
  ambiguous: words,
  breadcrumb: words,
  counters: words,
});
const parameterNames = z.strictObject({ session: words, tracking: words, random: words });

export type LinkWords = z.output<typeof linkWords>;

export function loadLinkWords(): LinkWords {
  return loadYaml('vocabulary/disclosure-links.yaml', linkWords);
}

export function loadFrameWords(): z.output<typeof frameWords> {
  return loadYaml('vocabulary/portal-frame.yaml', frameWords);
}

export function loadParameterNames(): z.output<typeof parameterNames> {
  return loadYaml('vocabulary/url-parameters.yaml', parameterNames);
}
