import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toDisclosure } from '../../extractors/disclosure.ts';
import { extract } from '../../extractors/extract.ts';
import { read } from '../../extractors/readers/index.ts';
import { reconcile } from '../../extractors/reconcile/index.ts';

const [command, file] = process.argv.slice(2);
if (command === 'extract' && file !== undefined) {
  const bytes = new Uint8Array(readFileSync(file));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const document = await read({ bytes, sha256, source: file });
  const extraction = extract(document, { sha256, source: file });
  const disclosure = toDisclosure(extraction, reconcile(extraction, { lang: 'zh', all: false }));
  process.stdout.write(`${JSON.stringify(disclosure, null, 2)}\n`);
  process.exitCode = disclosure.status.state === 'complete' ? 0 : 1;
}
