// Run by npm after an installation: a fresh checkout has its pages at once. Where only what runs is installed (`npm ci
// --omit=dev`) there is no Vite, and nothing is built.
import { fileURLToPath } from 'node:url';

try {
  import.meta.resolve('vite');
} catch {
  process.exit(0);
}
const { build } = await import('vite');
await build({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)), logLevel: 'warn' });
