import { formulaParts } from '../formula.ts';
import { lettersOf } from '../original/marks.ts';

/** The arithmetic with its numbers linked to their boxes. */
export function FormulaLine(props: {
  readonly formula: string;
  readonly values: readonly string[];
  readonly suspects: readonly boolean[];
  readonly ranks?: readonly number[];
  readonly onOperand: (key: string) => void;
}) {
  const letters = lettersOf(props.formula, props.values, props.ranks);
  return (
    <p class="formula">
      {formulaParts(props.formula, props.values, props.ranks).map((part, index) =>
        part.kind === 'text' ? (
          <span key={index}>{part.text}</span>
        ) : (
          <button
            type="button"
            key={`o${part.operand}`}
            class={props.suspects[part.operand] ? 'operand suspect' : 'operand'}
            onClick={() => props.onOperand(`o${part.operand}`)}
          >
            {part.text}
            <sup>{letters[part.operand]}</sup>
          </button>
        ),
      )}
    </p>
  );
}
