import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Check, LocatedPlace, ServedFinding } from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { type Place, placeFrom } from '../../components/places.ts';
import { checkMarks, findingMarks, type Mark, placeMark } from './original/marks.ts';
import type { Target } from './original/surface.ts';

/** What is boxed in the original, and which boxes each of the one or two panes is to bring into view. */
export interface Shown {
  readonly marks: readonly Mark[];
  readonly first: Target;
  /** Undefined where one pane shows all. */
  readonly second: Target | undefined;
  readonly goTo: (key: string) => void;
  readonly onSpan: (isFar: boolean, away: readonly string[]) => void;
  readonly isSplit: boolean;
  readonly canSplit: boolean;
  readonly toggleSplit: () => void;
  /** The place of the link is not in this document, or not any more. */
  readonly isGone: boolean;
}

/** `?place=` is the name of a number or place, or where it stands, as components/places.ts writes it. */
function usePlace(document: string, place: string): { readonly place: Place | undefined; readonly isGone: boolean } {
  const direct = useMemo(() => placeFrom(place), [place]);
  const located = useAnswer<LocatedPlace>(place && !direct ? documentPath(document, 'places', place) : null);
  if (direct || !place) return { place: direct, isGone: false };
  const answer = located.answer.value;
  const found = answer.state === 'ready' && answer.value.ref === place ? answer.value.place : undefined;
  return { place: found, isGone: answer.state === 'failed' };
}

export function useShown(
  document: string,
  finding: ServedFinding | undefined,
  check: Check | undefined,
  placeName: string,
): Shown {
  const { place, isGone } = usePlace(document, placeName);
  const operands = useMemo(
    () => (check ? checkMarks(check.formula, check.operands) : finding ? findingMarks(finding) : []),
    [check, finding],
  );
  const marks = useMemo(
    () => (place ? [...operands, placeMark(place, placeName.includes(':') ? placeName : null)] : operands),
    [operands, place, placeName],
  );
  const [leads, follows] = useMemo(() => sides(operands), [operands]);
  const needsOther = operands.some(({ otherDocument }) => otherDocument !== null);

  const [isFar, setFar] = useState(false);
  const [stamp, setStamp] = useState(0);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  // What was chosen last is brought into view: a place of a link after a finding, a finding after a place.
  useEffect(() => {
    setFar(needsOther);
    setWanted(operands.map(({ key }) => key));
    setStamp((n) => n + 1);
  }, [operands, needsOther]);
  useEffect(() => {
    if (!place) return;
    setFar(false);
    setWanted(['place']);
    setStamp((n) => n + 1);
  }, [place]);

  const canSplit = leads.length > 0 && follows.length > 0;
  const isSplit = canSplit && isFar;
  const [chosenSecond, setChosenSecond] = useState<readonly string[]>([]);
  useEffect(() => setChosenSecond([]), [operands]);
  const first = useMemo<Target>(() => {
    return { keys: isSplit ? leads : wanted, stamp };
  }, [isSplit, leads, wanted, stamp]);
  // What the first pane shows already need not be shown twice.
  const [away, setAway] = useState('');
  const second = useMemo<Target | undefined>(() => {
    if (!isSplit) return undefined;
    const unseen = follows.filter((key) => away.split(' ').includes(key));
    const keys = [chosenSecond, unseen, follows].find(({ length }) => length > 0) ?? [];
    return { keys, stamp };
  }, [isSplit, follows, chosenSecond, away, stamp]);

  return {
    isGone,
    marks,
    first,
    second,
    goTo: (key) => {
      if (isSplit && follows.includes(key)) setChosenSecond([key]);
      else setWanted([key]);
      setStamp((n) => n + 1);
    },
    onSpan: (far, notSeen) => {
      setAway(notSeen.join(' '));
      if (far && canSplit && wanted.length > 1) setFar(true);
    },
    isSplit,
    canSplit,
    toggleSplit: () => {
      setFar(!isSplit);
      // Without the second pane, the boxes are too far apart to be asked for together once more.
      if (isSplit) setWanted(leads);
      setStamp((n) => n + 1);
    },
  };
}

/** The number that is taken to be wrong at one side, what it is compared with at the other. */
function sides(operands: readonly Mark[]): readonly [readonly string[], readonly string[]] {
  const here = operands.filter(({ otherDocument }) => otherDocument === null);
  const lead = here.find(({ tone }) => tone === 'suspect') ?? here[0];
  return [lead ? [lead.key] : [], operands.filter((one) => one !== lead).map(({ key }) => key)];
}
