import type { ComponentChildren } from 'preact';
import type { Reading } from '../../../../schemas/service/index.ts';
import { Amount } from '../../../components/amount.tsx';
import { Printed } from '../../../components/printed.tsx';
import { documentWords } from '../../../messages/document.ts';

type Entry = readonly [name: string, value: ComponentChildren];

/** What the program takes a number for, in the terms of its tables. */
export function NumberReading(props: { readonly reading: Reading }) {
  const { reading } = props;
  const m = documentWords();
  if (reading.kind === 'other') return <p class="muted">{m.otherHint}</p>;
  return (
    <dl class="number-reading">
      {entriesOf(reading)
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function entriesOf(reading: Exclude<Reading, { kind: 'other' }>): readonly Entry[] {
  const m = documentWords();
  const { fields } = m;
  const text = (words: string | null): ComponentChildren => words && <Printed text={words} />;
  switch (reading.kind) {
    case 'fact': {
      const { fact, table, columnPath } = reading;
      return [
        [fields.value, <Amount key="v" value={fact.value} unit={fact.unit} />],
        [fields.table, text(tableName(table))],
        [fields.row, text(fact.row)],
        [fields.code, text(fact.code)],
        [fields.column, text(columnPath.join(' / ') || fact.column)],
        [fields.phase, fact.phase && (m.phases[fact.phase] ?? fact.phase)],
        [fields.subUnit, text(fact.subUnit)],
        [fields.confidence, confidence(fact.confidence)],
      ];
    }
    case 'cell':
      return [
        [fields.value, reading.isUnread ? m.unread : reading.value],
        [fields.table, text(tableName(reading.table))],
        [fields.row, text(reading.row)],
        [fields.column, text(reading.columnPath.join(' / '))],
      ];
    case 'figure': {
      const { figure, sectionTitle, context } = reading;
      return [
        [fields.value, <Amount key="v" value={figure.value} unit={figure.unit} />],
        [fields.label, text(figure.label)],
        [fields.qualifier, text(figure.qualifier)],
        [fields.period, figure.period],
        [fields.measure, m.measures[figure.measure] ?? figure.measure],
        [fields.section, text(sectionTitle)],
        [
          fields.context,
          <bdi key="c" class="printed">
            {context.text.slice(0, context.start)}
            <mark>{context.text.slice(context.start, context.end)}</mark>
            {context.text.slice(context.end)}
          </bdi>,
        ],
        [fields.confidence, confidence(figure.confidence)],
      ];
    }
  }
}

function tableName(table: { readonly formName: string | null; readonly title: string; readonly id: string }): string {
  return [table.title || table.id, table.formName].filter(Boolean).join(' · ');
}

function confidence(value: number | null): string {
  return value === null ? '' : `${Math.round(value * 100)}%`;
}
