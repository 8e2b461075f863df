import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { NumberDetail } from '../../../../schemas/service/index.ts';
import { documentPath } from '../../../api/paths.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { Answered } from '../../../components/answered.tsx';
import { CopyLink } from '../../../components/copy-link.tsx';
import { documentLink } from '../../../components/place-link.tsx';
import { Printed } from '../../../components/printed.tsx';
import { documentWords } from '../../../messages/document.ts';
import { announce } from '../../../shell/announce.tsx';
import { withQuery } from '../../../shell/query.ts';
import { seenFrom } from '../open-check.ts';
import { CheckCard } from './check-card.tsx';
import { NumberReading } from './number-reading.tsx';
import type { PanelProps } from './panel.tsx';

/** The number that was clicked: what it was taken for, and every relation it takes part in, holding ones too. */
export function NumberCard(props: PanelProps & { readonly number: string }) {
  const m = documentWords();
  const { id } = props.document;
  const asked = useAnswer<NumberDetail>(documentPath(id, 'numbers', props.number));
  const answer = asked.answer.value;
  const told = answer.state === 'ready' ? `${answer.value.text}：${m.readAs[answer.value.reading.kind]}` : '';
  useEffect(() => {
    if (told) announce(told);
  }, [told]);
  const card = useRef<HTMLElement>(null);
  const { number: shown } = props;
  // Closing it from within gives the focus back to the number, or to the panel where the number is out of sight.
  useLayoutEffect(() => {
    const element = card.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const numbers = [...document.querySelectorAll<HTMLElement>('.number')];
      const its = numbers.find(({ dataset }) => dataset.ref === shown);
      (its ?? document.querySelector<HTMLElement>('.panel [role="tab"][aria-selected="true"]'))?.focus();
    };
  }, [shown]);
  return (
    <section ref={card} class="number-card" aria-label={m.numberTitle}>
      <header>
        <h2>{m.numberTitle}</h2>
        <CopyLink path={withQuery(documentLink(id), { place: props.number, number: props.number })} />
        <button type="button" class="quiet" onClick={() => props.change({ number: '' })}>
          {m.closeNumber} <kbd>Esc</kbd>
        </button>
      </header>
      <Answered of={asked}>
        {(number) => (
          <>
            <p class="number-text">
              <Printed text={number.text} />
              <span class="muted">{m.readAs[number.reading.kind]}</span>
            </p>
            <NumberReading reading={number.reading} />
            <h3>
              {m.relations} <span class="count">{number.checks.length}</span>
            </h3>
            {number.checks.length === 0 && <p class="muted">{m.noRelations}</p>}
            <ul class="finding-cards">
              {number.checks
                .map((told) => seenFrom(id, told))
                .map((one) => (
                  <CheckCard
                    key={`${one.document}-${one.n}`}
                    check={one}
                    document={id}
                    isOpen={props.check?.n === one.n && props.check.document === one.document}
                    onOpen={props.onCheck}
                    onOperand={props.onOperand}
                  />
                ))}
            </ul>
          </>
        )}
      </Answered>
    </section>
  );
}
