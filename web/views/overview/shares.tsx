import type { Overview } from '../../../schemas/service/index.ts';
import { Bar, type BarLook, type BarPart, BarSwatch } from '../../charts/bar.tsx';
import { grouped } from '../../components/amounts.ts';
import { commonWords } from '../../messages/common.ts';
import { overviewWords } from '../../messages/overview.ts';

const STATES: Readonly<Record<keyof Overview['states'], BarLook>> = {
  complete: { tone: 'pine', fill: 'solid' },
  partial: { tone: 'ochre', fill: 'striped' },
  unreadable: { tone: 'cinnabar', fill: 'hollow' },
};

const OUTCOMES: Readonly<Record<keyof Overview['checks'], BarLook>> = {
  holds: { tone: 'pine', fill: 'solid' },
  rounding: { tone: 'indigo', fill: 'hollow' },
  broken: { tone: 'cinnabar', fill: 'solid' },
  undetermined: { tone: 'ochre', fill: 'striped' },
};

/** How much was read in full, and what judging came to: two wholes with their parts. */
export function Shares(props: { readonly states: Overview['states']; readonly checks: Overview['checks'] }) {
  const m = overviewWords();
  const common = commonWords();
  return (
    <div class="overview-shares">
      <Share title={m.read} hint={m.readHint} looks={STATES} counts={props.states} names={common.documentStates} />
      <Share
        title={m.judged}
        hint={m.judgedHint}
        looks={OUTCOMES}
        counts={props.checks}
        names={common.relationStates}
      />
    </div>
  );
}

function Share<Key extends string>(props: {
  readonly title: string;
  readonly hint: string;
  readonly looks: Readonly<Record<Key, BarLook>>;
  readonly counts: Readonly<Record<Key, number>>;
  readonly names: Readonly<Record<string, string>>;
}) {
  const { title, hint, looks, counts, names } = props;
  const parts = (Object.keys(looks) as Key[]).map((key): BarPart => ({ key, count: counts[key], ...looks[key] }));
  return (
    <section>
      <h2>{title}</h2>
      <Bar parts={parts} of={parts.reduce((sum, { count }) => sum + count, 0)} />
      <ul class="chart-legend">
        {parts.map(({ key, count, tone, fill }) => (
          <li key={key}>
            <BarSwatch tone={tone} fill={fill} />
            {names[key] ?? key} <span class="numeric">{grouped(String(count))}</span>
          </li>
        ))}
      </ul>
      <p class="overview-hint">{hint}</p>
    </section>
  );
}
