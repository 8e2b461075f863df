import { join } from 'node:path';
import { dataFolder } from '../../extractors/knowledge/data-folder.ts';

/** Noto Sans SC cut to the characters of GB 2312 and Latin (scripts/fonts.ts). */
export const FONT_FILE = join(dataFolder, 'fonts/NotoSansSC-Regular.ttf');
