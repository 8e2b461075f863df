import type { ReadingAids } from '../../extractors/readers/aids.ts';
import { converterOf } from './convert.ts';
import { type Announce, recognizerOf } from './recognize.ts';
import type { Tools } from './tools.ts';

/** The tools of this machine as aids that readers can ask; `announce` hears of what runs. */
export function aidsOf({ converter, recognizer }: Tools, announce: Announce = () => undefined): ReadingAids {
  return {
    converter: converter === null ? null : converterOf(converter),
    recognizer: recognizer === null ? null : recognizerOf(recognizer, announce),
  };
}
