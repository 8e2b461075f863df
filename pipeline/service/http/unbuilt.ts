import { MESSAGES } from '../../cli/messages/index.ts';
import { escapeHtml } from '../../escape-html.ts';
import { DATA_POLICY, SAFE_HEADERS } from './headers.ts';

/** In a checkout the page has to be built once; what answers are there without it stands in schemas/service. */
export function unbuiltPage(): Response {
  const lines = [MESSAGES.zh.service.unbuilt, MESSAGES.en.service.unbuilt].map((line) => `<p>${escapeHtml(line)}</p>`);
  const page = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>gouji</title></head><body>${lines.join('')}</body></html>`;
  return new Response(page, {
    status: 503,
    headers: {
      ...SAFE_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': DATA_POLICY,
      'Cache-Control': 'no-store',
    },
  });
}
