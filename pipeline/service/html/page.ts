import { type Element, isTag } from '../../../extractors/readers/html/dom.ts';
import { selectorOf } from '../../../extractors/readers/html/element.ts';
import { parsePage } from '../../../extractors/readers/html/index.ts';
import { unpack } from '../../store/artifacts.ts';
import { documentNamed } from '../catalogue.ts';
import { ServiceProblem } from '../problems.ts';
import type { Service } from '../service.ts';
import { marksOf } from './marks.ts';
import { sanitised } from './sanitise.ts';

/** GET /api/documents/:id/html: the original of a web page, without anything active or from elsewhere. */
export function htmlAnswer(service: Service, id: string): string {
  const { store, readings } = service;
  const { artifact, mediaType } = documentNamed(service, id);
  const bytes = mediaType === 'text/html' ? unpack(store, artifact) : null;
  if (bytes === null) throw new ServiceProblem('not-found', id);
  const charset = store.db
    .prepare<[string], string | null>('SELECT charset FROM artifacts WHERE sha256 = ?')
    .pluck()
    .get(artifact);
  const { $ } = parsePage({ bytes, ...(charset ? { declaredCharset: charset } : {}) });
  const body = $('body')[0];
  if (body === undefined) throw new ServiceProblem('not-found', id);
  const blocks = readings.of(artifact).document?.blocks ?? [];
  // Selectors are looked up, not searched for: a search per cell of a large table takes the square of its size.
  const elements = new Map<string, Element>();
  for (const element of $('*')) if (isTag(element)) elements.set(selectorOf(element), element);
  const content = sanitised(
    body,
    marksOf(body, blocks, (selector) => elements.get(selector) ?? null),
  );
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title></title></head><body>${content}</body></html>`;
}
