import { amount } from './amount.ts';
import { base } from './base.ts';
import { change } from './change.ts';
import { completion } from './completion.ts';
import { count } from './count.ts';
import { parallel } from './parallel.ts';
import type { Pattern } from './pattern.ts';
import { rate } from './rate.ts';
import { share } from './share.ts';
import { threshold } from './threshold.ts';

/** The sentence grammar, the most particular pattern first. */
export const patterns: readonly Pattern[] = [parallel, threshold, completion, share, change, base, rate, count, amount];
