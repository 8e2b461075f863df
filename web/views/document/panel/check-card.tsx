import type { Check, CheckOperand } from '../../../../schemas/service/index.ts';
import { OutcomeBadge } from '../../../components/badges.tsx';
import { documentLink } from '../../../components/place-link.tsx';
import { Printed } from '../../../components/printed.tsx';
import { commonWords } from '../../../messages/common.ts';
import { documentWords } from '../../../messages/document.ts';
import { said } from '../../../messages/language.ts';
import { FormulaLine } from './formula-line.tsx';
import { Operands } from './operands.tsx';

/** Roles of the number that a relation is about, beside those it is compared with or made of. */
const SUBJECTS: readonly CheckOperand['role'][] = ['whole', 'left', 'actual', 'percent', 'value', 'amount'];

/** What the relation says something about: formulas of different rows look alike. */
function subjectOf({ operands }: Check): string {
  const subject = operands.find(({ role }) => SUBJECTS.includes(role)) ?? operands[0];
  return subject?.name ?? '';
}

/** A relation that was judged, holding ones too: which numbers, why they must agree, whether they do. */
export function CheckCard(props: {
  readonly check: Check;
  readonly document: string;
  readonly isOpen: boolean;
  readonly onOpen: (check: Check | undefined) => void;
  readonly onOperand: (key: string) => void;
}) {
  const { check, isOpen, onOperand } = props;
  const m = documentWords();
  const subject = subjectOf(check);
  return (
    <li class={isOpen ? 'check-card open' : 'check-card'}>
      <button
        type="button"
        class="finding-head"
        aria-expanded={isOpen}
        onClick={() => props.onOpen(isOpen ? undefined : check)}
      >
        <OutcomeBadge outcome={check.outcome} /> <span class="check-formula">{check.formula || said(check.why)}</span>
      </button>
      <p class="finding-about">
        {commonWords().types[check.type] ?? check.type}
        {subject && (
          <>
            {' · '}
            <Printed text={subject} />
          </>
        )}
        {check.document !== props.document && (
          <>
            {' · '}
            <a href={documentLink(check.document)}>{m.inOther}</a>
          </>
        )}
      </p>
      {isOpen && (
        <div class="finding-body">
          <p>
            {m.why} <Printed text={said(check.why)} />
          </p>
          {check.formula && (
            <FormulaLine
              formula={check.formula}
              values={check.operands.map(({ value }) => value ?? '')}
              suspects={[]}
              onOperand={onOperand}
            />
          )}
          <Operands
            formula={check.formula}
            onOperand={onOperand}
            rows={check.operands.map((operand) => ({
              label: operand.name,
              value: operand.value ?? '—',
              unit: operand.unit ?? '',
              place: operand.place,
              isSuspect: false,
              excerpt: null,
              elsewhere: operand.otherDocument && (
                <a href={documentLink(operand.otherDocument, { place: operand.place ?? undefined })}>{m.inOther}</a>
              ),
            }))}
          />
        </div>
      )}
    </li>
  );
}
