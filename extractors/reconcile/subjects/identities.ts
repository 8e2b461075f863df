import { z } from 'zod';
import { loadYaml } from '../../knowledge/index.ts';

const part = z.strictObject({ item: z.string(), nature: z.string().optional() });

const identitiesFile = z.strictObject({
  identities: z.array(
    z.strictObject({
      whole: part,
      parts: z.array(part).min(2),
      why: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ),
});

/** A sum that holds by definition: see data/subjects/identities.yaml. */
export type SubjectIdentity = z.infer<typeof identitiesFile>['identities'][number];

export function subjectIdentitiesData(): readonly SubjectIdentity[] {
  return loadYaml('subjects/identities.yaml', identitiesFile).identities;
}

/**
 * Whether an item may be listed as a part of another: false where both stand in known sums and the one is not among the
 * parts of the other (公务接待费 is no part of 公务用车购置及运行费, 会议费 none of 三公经费).
 */
export function mayBePartOf(item: string, whole: string): boolean {
  if (whole === 'procurement' || whole === 'procurement_sme') return item.startsWith('procurement_');
  const identities = subjectIdentitiesData();
  const sums = identities.filter((identity) => identity.whole.item === whole);
  if (sums.length === 0) return !identities.some((identity) => isPart(whole, identity) && isPart(item, identity));
  return sums.some((identity) =>
    identity.parts.some(
      (one) => one.item === item || (one.item !== whole && isSumOf(one.item) && mayBePartOf(item, one.item)),
    ),
  );
}

function isPart(item: string, { parts }: SubjectIdentity): boolean {
  return parts.some((one) => one.item === item);
}

function isSumOf(item: string): boolean {
  return subjectIdentitiesData().some(({ whole }) => whole.item === item);
}
