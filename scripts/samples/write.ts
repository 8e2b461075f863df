import { makeAccount } from './account.ts';
import { budget } from './budget.ts';
import { type SampleDocument, type SlotPrinter, slotPrinter } from './document.ts';
import { finalAccounts } from './final-accounts.ts';
import { followingYear } from './following-year.ts';
import { renderHtml } from './html.ts';
import { renderPdf } from './pdf.ts';
import { performanceReport } from './performance.ts';
import type { SamplePlan } from './planted.ts';
import { seededRandom } from './random.ts';
import { inventedUnit } from './units.ts';

export interface PlantedMisprint {
  readonly slot: string;
  readonly kind: string;
  readonly printed: string;
  readonly correct: string;
  readonly note: string;
}

export interface WrittenSample {
  /** With the misprints. */
  readonly spoilt: Uint8Array;
  /** The twin without them. */
  readonly clean: Uint8Array;
  readonly misprints: readonly PlantedMisprint[];
}

/** Writes one sample and its clean twin; the same plan and seed give the same bytes. */
export async function writeSample(plan: SamplePlan, seed: number): Promise<WrittenSample> {
  const clean = slotPrinter(new Map());
  const cleanDocument = compose(plan, seed, clean);
  const misprints = plan.misprints.map(({ slot, kind, spoil, note }) => {
    const correct = clean.slots.get(slot);
    if (correct === undefined)
      throw new Error(`${plan.name}: no slot "${slot}"; expected one of ${[...clean.slots.keys()].join(', ')}`);
    const printed = spoil(correct);
    if (printed === correct) throw new Error(`${plan.name}: slot "${slot}" is still "${correct}" after spoiling it`);
    return { slot, kind, printed, correct, note };
  });
  const spoilt = slotPrinter(new Map(misprints.map(({ slot, printed }) => [slot, printed])));
  const spoiltDocument = compose(plan, seed, spoilt);
  return { spoilt: await render(plan, spoiltDocument), clean: await render(plan, cleanDocument), misprints };
}

function compose(plan: SamplePlan, seed: number, { print }: SlotPrinter): SampleDocument {
  const unit = inventedUnit(plan.unit);
  const random = seededRandom(seed * 1_000 + plan.unit);
  if (plan.kind === 'performance') return performanceReport(unit, random, plan.year, print);
  const first = makeAccount(random, unit.field);
  const years = Array.from({ length: plan.year - (plan.since ?? plan.year) }, (_, index) => index);
  const account = years.reduce((before) => followingYear(before, random), first);
  return plan.kind === 'budget'
    ? budget(unit, account, plan.year, print)
    : finalAccounts(unit, account, plan.year, print);
}

function render(plan: SamplePlan, document: SampleDocument): Promise<Uint8Array> | Uint8Array {
  return plan.medium === 'pdf' ? renderPdf(document) : renderHtml(document);
}
