import type { ServedFinding } from '../../../../schemas/service/index.ts';
import { Amount, Yuan } from '../../../components/amount.tsx';
import { SeverityBadge, StateBadge } from '../../../components/badges.tsx';
import { CopyLink } from '../../../components/copy-link.tsx';
import { DocumentName, fileName } from '../../../components/document-name.tsx';
import { documentLink } from '../../../components/place-link.tsx';
import { Printed } from '../../../components/printed.tsx';
import { commonWords } from '../../../messages/common.ts';
import { documentWords } from '../../../messages/document.ts';
import { said } from '../../../messages/language.ts';
import { reviewWords } from '../../../messages/review.ts';
import { stateOf } from '../../../review/decide.ts';
import type { Reviewing } from '../../../review/use-review.tsx';
import { formulaRanks } from '../formula.ts';
import { FormulaLine } from './formula-line.tsx';
import { Operands } from './operands.tsx';

/** A finding in one line; opened, the sum worked out, its numbers, and what can be decided. */
export function FindingCard(props: {
  readonly finding: ServedFinding;
  readonly isOpen: boolean;
  readonly reviewing: Reviewing;
  readonly onOpen: () => void;
  readonly onOperand: (key: string) => void;
}) {
  const { finding, isOpen } = props;
  const common = commonWords();
  const { state, review } = stateOf(finding);
  return (
    <li class={isOpen ? 'finding-card open' : 'finding-card'} id={`card-${finding.id}`}>
      <button type="button" class="finding-head" aria-expanded={isOpen} onClick={props.onOpen}>
        <Printed text={said(finding.message)} />
      </button>
      <p class="finding-about">
        <SeverityBadge severity={finding.severity} /> {common.types[finding.type] ?? finding.type}
        {finding.differenceYuan !== null && (
          <>
            {' · '}
            <Yuan value={finding.differenceYuan} />
          </>
        )}{' '}
        {state !== 'open' && <StateBadge state={state} />}
        {review?.reason && <Printed class="finding-remark" text={review.reason} />}
        {review?.note && <Printed class="finding-remark" text={review.note} />}
      </p>
      <div class="finding-body">
        <FindingBody {...props} />
      </div>
    </li>
  );
}

function FindingBody(props: {
  readonly finding: ServedFinding;
  readonly reviewing: Reviewing;
  readonly onOperand: (key: string) => void;
}) {
  const { finding, reviewing, onOperand } = props;
  const { operands, expected, actual, difference, unit, earlier } = finding;
  const ranks = formulaRanks(finding);
  const m = documentWords();
  const decisions = reviewWords();
  return (
    <>
      {finding.formula && (
        <FormulaLine
          formula={finding.formula}
          values={operands.map(({ value }) => value)}
          ranks={ranks}
          suspects={operands.map(({ isSuspect }) => isSuspect)}
          onOperand={onOperand}
        />
      )}
      {(expected || actual) && (
        <dl class="sums">
          <Sum name={m.expected} value={expected} unit={unit} />
          <Sum name={m.printed} value={actual} unit={unit} />
          <Sum name={m.difference} value={difference} unit={unit} />
        </dl>
      )}
      <Operands
        formula={finding.formula}
        ranks={ranks}
        onOperand={onOperand}
        rows={operands.map((operand) => ({
          ...operand,
          elsewhere: operand.otherDocument ? (
            <a href={documentLink(operand.otherDocument.id, { place: operand.place })}>
              {m.inOther}: <DocumentName heading={operand.otherDocument} />
            </a>
          ) : (
            operand.otherSource && <Printed text={`${m.inOther}: ${fileName(operand.otherSource)}`} />
          ),
        }))}
      />
      {earlier && (
        <p class="muted">
          {m.earlier}: {commonWords().reviewStates[earlier.decision ?? 'open']}{' '}
          <Printed text={earlier.reason || earlier.note} />
        </p>
      )}
      <div class="finding-decide">
        <button type="button" class="primary" onClick={() => reviewing.confirm(finding)}>
          {decisions.confirm} <kbd>c</kbd>
        </button>
        <button type="button" onClick={() => reviewing.dismiss(finding)}>
          {decisions.dismiss} <kbd>d</kbd>
        </button>
        <button type="button" onClick={() => reviewing.note(finding)}>
          {decisions.note} <kbd>n</kbd>
        </button>
        <button type="button" class="quiet" onClick={reviewing.undo}>
          {decisions.undo} <kbd>u</kbd>
        </button>
        <CopyLink path={documentLink(finding.document, { finding: finding.id })} />
      </div>
    </>
  );
}

function Sum(props: { readonly name: string; readonly value: string; readonly unit: string }) {
  if (!props.value) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <Amount value={props.value} unit={props.unit} />
      </dd>
    </div>
  );
}
