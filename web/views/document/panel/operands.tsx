import type { ComponentChildren } from 'preact';
import { Amount } from '../../../components/amount.tsx';
import { Badge } from '../../../components/badge.tsx';
import { placeWords } from '../../../components/place-words.ts';
import type { Place } from '../../../components/places.ts';
import { Printed } from '../../../components/printed.tsx';
import { documentWords } from '../../../messages/document.ts';
import { formulaOrder } from '../formula.ts';
import { lettersOf } from '../original/marks.ts';

export interface OperandRow {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly place: Place | null;
  readonly isSuspect: boolean;
  readonly excerpt: { readonly before: string; readonly number: string; readonly after: string } | null;
  readonly elsewhere: ComponentChildren;
}

/** Each number that takes part: what it is called, where it stands, and the words around it. */
export function Operands(props: {
  readonly formula: string;
  readonly ranks?: readonly number[];
  readonly rows: readonly OperandRow[];
  readonly onOperand: (key: string) => void;
}) {
  const m = documentWords();
  const values = props.rows.map(({ value }) => value);
  const letters = lettersOf(props.formula, values, props.ranks);
  return (
    <ol class="operands" aria-label={m.operands}>
      {formulaOrder(props.formula, values, props.ranks).map((index) => {
        const row = props.rows[index];
        return (
          row && (
            <li key={index} class={row.isSuspect ? 'suspect' : undefined}>
              <OperandLine row={row} letter={letters[index] ?? ''} onGo={() => props.onOperand(`o${index}`)} />
            </li>
          )
        );
      })}
    </ol>
  );
}

function OperandLine(props: { readonly row: OperandRow; readonly letter: string; readonly onGo: () => void }) {
  const m = documentWords();
  const { row } = props;
  return (
    <>
      <button type="button" disabled={row.place === null} onClick={props.onGo} title={m.goTo}>
        <b class="letter">{props.letter}</b>
        <span class="operand-name">
          <Printed text={row.label} />
          {row.isSuspect && <Badge tone="error">{m.suspect}</Badge>}
        </span>
        <Amount value={row.value} unit={row.unit} />
      </button>
      <p class="operand-where">
        {row.place && placeWords(row.place)} {row.elsewhere}
        {row.excerpt && (
          <bdi class="printed excerpt">
            …{row.excerpt.before}
            <mark>{row.excerpt.number}</mark>
            {row.excerpt.after}…
          </bdi>
        )}
      </p>
    </>
  );
}
