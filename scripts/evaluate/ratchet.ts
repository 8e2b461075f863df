import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Figures by name ("mean/figures.core", "<document>/tables"); all are shares from 0 to 1, higher is better. */
export type Accuracy = Readonly<Record<string, number>>;

/** A figure may fall by this much before the ratchet holds it. */
export const ALLOWED_FALL = 0.002;

const DECIMALS = 4;

export function roundAccuracy(accuracy: Accuracy): Accuracy {
  const scale = 10 ** DECIMALS;
  return Object.fromEntries(
    Object.entries(accuracy)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, Math.round(value * scale) / scale]),
  );
}

/** One line for each figure that fell, or that the new measurement no longer has. */
export function fallenFigures(kept: Accuracy, measured: Accuracy): string[] {
  return Object.entries(kept).flatMap(([name, before]) => {
    const now = measured[name];
    if (now === undefined) return [`${name}: was ${before}, is no longer measured`];
    return now < before - ALLOWED_FALL ? [`${name}: was ${before}, is now ${now}`] : [];
  });
}

export function readKept(file: string): Accuracy {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Accuracy) : {};
}

export function writeKept(file: string, accuracy: Accuracy): void {
  writeFileSync(file, `${JSON.stringify(roundAccuracy(accuracy), null, 2)}\n`);
}
