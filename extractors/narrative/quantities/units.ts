import type { MeasureClass } from '../language/vocabulary.ts';
import { anyOf, measureWords, once } from '../language/vocabulary.ts';

export interface PrintedUnit {
  /** Characters from the number's end to the unit's end, 余 and 多 included. */
  readonly length: number;
  readonly unit: string;
  readonly measures: MeasureClass;
}

/** 余 or 多 around 万, 亿, 千, 百 and then a measure word. */
const unitExpression = once(() => {
  const all = Object.values(measureWords()).flat().map(readableWord);
  return new RegExp(
    `(?:余|多|几)?((?:[十百千]?[万亿]|万亿|[百千](?!分点|克|瓦|米|伏))?)(?:余|多)?(${anyOf(all)})`,
    'y',
  );
});

const measureOf = once(() => {
  const classes = new Map<string, MeasureClass>();
  for (const [measures, list] of Object.entries(measureWords())) {
    for (const word of list) classes.set(readableWord(word), measures as MeasureClass);
  }
  return classes;
});

/** Words that begin with a measure word and are none: 个人, 分别, 项目, 次年, 名称, 年度, 件套. */
const NOT_A_UNIT =
  /^(?:个(?:人|体|税|性|别|案)|分(?:别|配|公司|之|局|行|支|院|校|中心|管|为|析|类|项|批|期|年|次|数|解|散|布|阶段)|项目|项(?:[）)])|次年|名(?:称|单|义|录|下)|年(?:度|初|末|底|均|内|前|级|终|来|份|以来|报)|日(?:常|均|报|前|起)|天然|人(?:民|员|均|社|大|才|工|力|事|口|身|次均|数|为)|位于|部(?:门|分|署|级|委|队)|本(?:级|年|部|单|局|市|区|次)|件(?:的|均)|场(?:所|地|馆)|处(?:理|置|室|级|罚)|条(?:件|例)|所(?:有|属|在)|层(?:次|面|级)|对(?:[^，。；）]|$)|支(?:出|付|持|撑)|组(?:织|成)|种(?:植|子|类)|期(?:间|限|末|初)|起(?:草|到|始|步)|间(?:接|隔)|度(?:假)?|周(?:年|边|期|岁)|米(?:面|粮)|班(?:子|主任)|套(?:餐|件|取)|门(?:户|诊)|头(?:部)|片(?:区)|块(?:链)|张(?:[^，。；）]|$)(?<!张床)|笔(?:记|者)|M(?=[A-Za-z])|字(?:样)|案(?:例)|户(?:籍|外|口)|家(?:庭|具|装|用|电|长)|台(?:账|帐|湾|风)|架(?:构)|幅(?:度)|例(?:如|行)|升(?:级|学)|盘(?:活)|股)/;

/** 万 and 亿 with no measure word behind: "1682.76万". */
const BARE_SCALE =
  /(?:余|多)?([十百千]?[万亿])(?![元A-Za-z\u4e00-\u9fff]|$)|(?:余|多)?([十百千]?[万亿])(?=左右|以上|以下|以内|$)/y;

/** The unit printed directly behind a number that ends at `at`, or null. */
export function unitAt(text: string, at: number): PrintedUnit | null {
  const expression = unitExpression();
  expression.lastIndex = at;
  const found = expression.exec(text);
  if (found) {
    const word = found[2] ?? '';
    const measures = measureOf().get(word);
    const behind = text.slice(expression.lastIndex - word.length, expression.lastIndex + 3);
    if (measures && !NOT_A_UNIT.test(behind)) {
      return { length: found[0].length, unit: `${found[1] ?? ''}${word}`, measures };
    }
  }
  BARE_SCALE.lastIndex = at;
  const scale = BARE_SCALE.exec(text);
  return scale ? { length: scale[0].length, unit: scale[1] ?? scale[2] ?? '', measures: 'amount' } : null;
}

function readableWord(word: string): string {
  return word.replace('(', '（').replace(')', '）');
}

export const unitExpressions = (): readonly RegExp[] => [unitExpression(), NOT_A_UNIT, BARE_SCALE];
