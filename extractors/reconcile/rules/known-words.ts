import { editDistance } from '../../identity/edit-distance.ts';
import { conceptWords, PHASES } from '../../tables/concepts.ts';
import { allForms } from '../../tables/forms.ts';
import { type Mistake, mistakes } from './mistakes.ts';

/**
 * A word that no form, row or column goes by would make a rule that is never applied. So it is a mistake, and the message
 * says what may be meant. Each check gives null for a word that is known.
 */
export function checkForm(key: string): Mistake | null {
  return checkWord(key, [...allForms().keys()], { zh: '已知的报表（data/forms）', en: 'form of data/forms' });
}

/** Rows of forms with one line of amounts are named by what their columns are called, so both lists count. */
export function checkRowConcept(concept: string): Mistake | null {
  const { rows, columns } = conceptWords();
  return checkWord(concept, [...rows, ...columns], CONCEPT);
}

export function checkColumnConcept(concept: string): Mistake | null {
  const { rows, columns } = conceptWords();
  return checkWord(concept, [...columns, ...rows], CONCEPT);
}

export function checkPhase(phase: string): Mistake | null {
  return checkWord(phase, PHASES, { zh: '预决算阶段', en: 'stage of the year' });
}

const CONCEPT: Mistake = {
  zh: '已知的概念（data/forms/concepts.yaml）',
  en: 'concept of data/forms/concepts.yaml',
};

/** Longer words are no misprint of a known one, and not shown in full. */
const LONGEST_WORD = 60;
const MOST_SUGGESTIONS = 3;
/** So few words can all be named. */
const FEW = 6;

function checkWord(word: string, known: readonly string[], kind: Mistake): Mistake | null {
  if (known.includes(word)) return null;
  const shown = word.slice(0, LONGEST_WORD);
  const near = [...new Set(known)]
    .flatMap((candidate) => {
      const most = Math.max(1, Math.floor(candidate.length / 4));
      const distance = editDistance(candidate, shown, most);
      return distance <= most ? [{ candidate, distance }] : [];
    })
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST_SUGGESTIONS)
    .filter(({ distance }, _, all) => distance === all[0]?.distance)
    .map(({ candidate }) => candidate);
  return mistakes.unknownWord(shown, kind, near.length === 0 && known.length <= FEW ? known : near);
}
