import type { ReadingAids } from '../../extractors/readers/aids.ts';
import { converterOf } from './convert.ts';
import { recognizerOf } from './recognize.ts';
import type { Tools } from './tools.ts';

/** The tools of this machine as aids that readers can ask. */
export function aidsOf({ converter, recognizer }: Tools): ReadingAids {
  return {
    converter: converter === null ? null : converterOf(converter),
    recognizer: recognizer === null ? null : recognizerOf(recognizer),
  };
}
