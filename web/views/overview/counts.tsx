import type { Overview } from '../../../schemas/service/index.ts';
import { grouped } from '../../components/amounts.ts';
import { overviewWords } from '../../messages/overview.ts';

const ORDER = ['documents', 'units', 'tables', 'facts', 'figures', 'findings'] as const;
const LINKS: Partial<Record<(typeof ORDER)[number], string>> = { units: '/units', findings: '/?state=any' };

export function Counts({ counts }: { readonly counts: Overview['counts'] }) {
  const m = overviewWords();
  return (
    <dl class="overview-counts" aria-label={m.howMuch}>
      {ORDER.map((key) => {
        const number = grouped(String(counts[key]));
        const href = LINKS[key];
        return (
          <div key={key}>
            <dt>{m.counts[key]}</dt>
            <dd>{href ? <a href={href}>{number}</a> : number}</dd>
          </div>
        );
      })}
    </dl>
  );
}
