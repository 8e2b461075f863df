export { createHttpClient } from './client.ts';
export type { Surroundings } from './surroundings.ts';
