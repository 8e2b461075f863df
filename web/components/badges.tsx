import { commonWords } from '../messages/common.ts';
import { Badge, type Tone } from './badge.tsx';

const SEVERITY_TONES: Readonly<Record<string, Tone>> = { error: 'error', warning: 'warning', notice: 'notice' };
const STATE_TONES: Readonly<Record<string, Tone>> = {
  open: 'plain',
  stale: 'warning',
  confirmed: 'error',
  dismissed: 'plain',
};
const OUTCOME_TONES: Readonly<Record<string, Tone>> = {
  holds: 'good',
  rounding: 'notice',
  broken: 'error',
  mismatch: 'error',
  unit_error: 'error',
  implausible: 'warning',
  undetermined: 'warning',
};
const READ_TONES: Readonly<Record<string, Tone>> = { complete: 'good', partial: 'warning', unreadable: 'error' };

export function SeverityBadge(props: { readonly severity: string }) {
  return (
    <Badge tone={SEVERITY_TONES[props.severity] ?? 'plain'}>
      {commonWords().severities[props.severity] ?? props.severity}
    </Badge>
  );
}

export function StateBadge(props: { readonly state: string }) {
  return (
    <Badge tone={STATE_TONES[props.state] ?? 'plain'}>{commonWords().reviewStates[props.state] ?? props.state}</Badge>
  );
}

export function OutcomeBadge(props: { readonly outcome: string }) {
  return (
    <Badge tone={OUTCOME_TONES[props.outcome] ?? 'plain'}>
      {commonWords().relationStates[props.outcome] ?? props.outcome}
    </Badge>
  );
}

export function ReadBadge(props: { readonly state: string }) {
  return (
    <Badge tone={READ_TONES[props.state] ?? 'plain'}>{commonWords().documentStates[props.state] ?? props.state}</Badge>
  );
}
