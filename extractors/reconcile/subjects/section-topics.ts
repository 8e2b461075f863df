import type { Extraction } from '../../../schemas/index.ts';
import { readLabel } from './read-label.ts';
import type { Says } from './vocabulary.ts';

/** What a section is about, as far as its own title and the titles above it say. */
export type Topic = Pick<Says, 'fund' | 'flow' | 'nature' | 'item'> & {
  /** About performance: its amounts are of what was evaluated, not of the accounts. */
  readonly performance?: true;
};

const PERFORMANCE = /绩效|自评|评价/;

/** Topics by section id. A title further in counts before the titles around it. */
export function sectionTopics(extraction: Extraction): ReadonlyMap<string, Topic> {
  const topics = new Map<string, Topic>();
  const open: { readonly level: number; readonly topic: Topic }[] = [];
  for (const section of extraction.sections) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const { fund, flow, nature, item } = readLabel(section.title).says;
    const performance = PERFORMANCE.test(section.title) && { performance: true as const };
    const own: Topic = {
      ...(fund && { fund }),
      ...(flow && { flow }),
      ...(nature && { nature }),
      ...(item && { item }),
      ...performance,
    };
    const topic = { ...(open.at(-1)?.topic ?? {}), ...own };
    topics.set(section.id, topic);
    open.push({ level: section.level, topic });
  }
  return topics;
}
