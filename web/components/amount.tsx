import { grouped, inLargeUnits } from './amounts.ts';

/** A printed number with thousands separators; its own digits and decimals, nothing rounded. */
export function Amount(props: { readonly value: string; readonly unit?: string | undefined; readonly class?: string }) {
  return (
    <span class={props.class ? `amount ${props.class}` : 'amount'}>
      {grouped(props.value)}
      {props.unit && <span class="unit">{props.unit}</span>}
    </span>
  );
}

/** An amount in yuan as people say it, 亿元 or 万元; the exact one is its title. */
export function Yuan(props: { readonly value: string; readonly class?: string }) {
  const { value, unit } = inLargeUnits(props.value);
  return (
    <span class={props.class ? `amount ${props.class}` : 'amount'} title={`${grouped(props.value)} 元`}>
      {grouped(value)}
      <span class="unit">{unit}</span>
    </span>
  );
}
