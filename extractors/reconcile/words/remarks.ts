import type { Finding, Remark } from '../../../schemas/index.ts';
import { identifierOf } from './identifier.ts';

/** A defect of the wording, as a finding: no arithmetic, one operand that leads to the words. */
export function remarkFinding(remark: Remark, lang: 'zh' | 'en', taken: Set<string>): Finding {
  const { rule, type, severity, expected, actual, words } = remark;
  return {
    id: identifierOf(rule, [words.text, actual, expected], taken),
    rule,
    type,
    status: type === 'unit' ? 'unit_error' : type === 'logic' ? 'implausible' : 'mismatch',
    severity,
    message: lang === 'zh' ? messageZh(remark) : messageEn(remark),
    formula: '',
    expected,
    actual,
    difference: '',
    unit: '',
    operands: [
      {
        value: actual,
        unit: '',
        label: excerpt(words.text),
        ref: remark.ref ?? `text:${words.block}:${words.start}`,
        place: words.place,
      },
    ],
  };
}

const ABOUT_ZH: Readonly<Record<Remark['type'], string>> = {
  year: '年份',
  name: '名称',
  missing: '缺失',
  logic: '前后矛盾',
  direction: '增减用语',
  unit: '单位',
};

const ABOUT_EN: Readonly<Record<Remark['type'], string>> = {
  year: 'year',
  name: 'name',
  missing: 'missing',
  logic: 'contradiction',
  direction: 'word of direction',
  unit: 'unit',
};

function messageZh({ rule, type, expected, actual, words }: Remark): string {
  if (rule === 'code-scheme')
    return `${ABOUT_ZH[type]}：「${excerpt(words.text)}」多行编码与名称不合《政府收支分类科目》（${excerpt(actual)}），疑为自行编码`;
  const printed = actual === '' ? '' : `印作“${actual}”`;
  const right = expected === '' ? '' : `疑应为“${expected}”`;
  const statement = [printed, right].filter((part) => part !== '').join('，');
  return `${ABOUT_ZH[type]}：「${excerpt(words.text)}」${statement}`;
}

function messageEn({ rule, type, expected, actual, words }: Remark): string {
  if (rule === 'code-scheme')
    return `${ABOUT_EN[type]}: codes and names in several rows of 「${excerpt(words.text)}」 do not fit the classification of accounts (${excerpt(actual)}); the unit may have a coding of its own`;
  const printed = actual === '' ? '' : ` printed as “${actual}”`;
  const right = expected === '' ? '' : `, should probably be “${expected}”`;
  return `${ABOUT_EN[type]}: 「${excerpt(words.text)}」${printed}${right}`;
}

const LONGEST_EXCERPT = 60;

function excerpt(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= LONGEST_EXCERPT ? plain : `${plain.slice(0, LONGEST_EXCERPT)}…`;
}
