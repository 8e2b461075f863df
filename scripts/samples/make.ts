import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE_PLANS } from './planted.ts';
import { writeSample } from './write.ts';

/** `npm run samples`: writes data/samples anew from the seed. The bytes change only when the makers change. */
const SEED = 20_250;

const folder = fileURLToPath(new URL('../../data/samples', import.meta.url));
mkdirSync(join(folder, 'years'), { recursive: true });
const planted = [];
for (const plan of SAMPLE_PLANS) {
  const { spoilt, clean, misprints } = await writeSample(plan, SEED);
  const file = `${plan.name}.${plan.medium}`;
  writeFileSync(join(folder, file), spoilt);
  const twin = plan.since === undefined ? `${plan.name}-clean.${plan.medium}` : null;
  if (twin !== null) writeFileSync(join(folder, twin), clean);
  planted.push({ file, twin, misprints });
  console.log(`${file}: ${misprints.length} misprints${twin === null ? '' : `, twin ${twin}`}`);
}
writeFileSync(join(folder, 'planted.json'), `${JSON.stringify(planted, null, 2)}\n`);
