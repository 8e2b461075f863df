import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PrintedNumber } from '../../../../schemas/service/index.ts';
import { commonWords } from '../../../messages/common.ts';
import { boxStyle, grown } from './geometry.ts';
import type { Locate } from './surface.ts';
import { type Band, isInBand } from './use-band.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Every printed number as a button over its digits. One stop of the tab key for a surface, arrows from number to number:
 * a page of tables would else be hundreds of stops.
 */
export function NumberLayer(props: {
  readonly label: string;
  readonly numbers: readonly PrintedNumber[];
  readonly locate: Locate;
  /** Where numbers get buttons; everywhere without one. */
  readonly band?: Band;
  readonly chosen: string | undefined;
  readonly showsOutcomes: boolean;
  readonly onChoose: (ref: string) => void;
}) {
  const { numbers, locate } = props;
  // Measuring is what costs here; choosing a number measures nothing anew.
  const boxes = useMemo(() => numbers.map(({ place, ref }) => locate(place, ref)), [numbers, locate]);
  const layer = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState(0);
  const { band } = props;
  const inBand = useMemo(
    () => [...boxes.keys()].filter((n) => isInBand(boxes[n] ?? [], band)),
    [boxes, band?.from, band?.to],
  );
  // The tab key leads to where one was, or, where that is far away by now, to the first number one can see.
  const stop = inBand.includes(last) ? last : (inBand[0] ?? last);
  const drawn = inBand.includes(last) ? inBand : [last, ...inBand];
  const outcomes = commonWords().relationStates;

  const isStepping = useRef(false);
  const step = (event: KeyboardEvent): void => {
    const from = event.target instanceof HTMLElement ? Number(event.target.dataset.n ?? stop) : stop;
    const end = numbers.length - 1;
    const by = STEPS[event.key];
    const wanted = event.key === 'Home' ? 0 : event.key === 'End' ? end : by === undefined ? undefined : from + by;
    if (wanted === undefined || wanted < 0 || wanted > end) return;
    event.preventDefault();
    isStepping.current = true;
    setLast(wanted);
  };
  // What is far away is drawn first, and then has the focus.
  useLayoutEffect(() => {
    if (isStepping.current) layer.current?.querySelector<HTMLElement>(`[data-n="${last}"]`)?.focus();
    isStepping.current = false;
  }, [last]);

  if (numbers.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be laid out; this only holds buttons together
    <div
      ref={layer}
      role="group"
      aria-label={props.label}
      class={props.showsOutcomes ? 'number-layer shows-outcomes' : 'number-layer'}
      onKeyDown={step}
    >
      {drawn.flatMap((n) => {
        const number = numbers[n];
        if (!number) return [];
        return (boxes[n] ?? []).map((rect, part) => (
          <button
            type="button"
            key={`${number.ref}-${n}-${part}`}
            data-n={n}
            data-ref={number.ref}
            tabIndex={n === stop && part === 0 ? 0 : -1}
            class={`number number-${number.outcome ?? 'none'}`}
            aria-pressed={number.ref === props.chosen}
            aria-label={number.outcome ? `${number.text} ${outcomes[number.outcome]}` : number.text}
            style={boxStyle(grown(rect, 1))}
            onClick={() => {
              setLast(n);
              props.onChoose(number.ref);
            }}
          />
        ));
      })}
    </div>
  );
}
