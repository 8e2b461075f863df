/** What may be wrong with a file of rules, worded for the person who wrote it. */
export interface Mistake {
  readonly zh: string;
  readonly en: string;
}

const or = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')}${last}${words.at(-1)}`;

export const mistakes = {
  operator: { zh: '此处应为 =、≤ 或 ≥', en: 'expected =, ≤ or ≥' },
  unexpected: (found: string) => ({ zh: `此处不应有“${found}”`, en: `did not expect “${found}”` }),
  form: {
    zh: '此处应为报表（如 final.01）或加引号的表名',
    en: 'expected a form such as final.01, or a table title in quotation marks',
  },
  row: {
    zh: '此处应为 [ 与行名，如 final.01[income_total]',
    en: 'expected [ with the row, as in final.01[income_total]',
  },
  notClosed: { zh: '[ 没有对应的 ]', en: 'the [ is not closed' },
  rowName: (name: string) => ({
    zh: `“${name}”不是行名：应为概念（income_total）、科目编码（301）、加引号的行名、items、*、{class} 或 {code}`,
    en: `“${name}” is no row: expected a concept (income_total), a code (301), a label in quotation marks, items, *, {class} or {code}`,
  }),
  columnMissing: { zh: '缺少列名', en: 'the column is missing' },
  columnName: (name: string) => ({
    zh: `“${name}”不是列名：应为概念（total、basic）、加引号的表头或 {column}`,
    en: `“${name}” is no column: expected a concept (total, basic), a header in quotation marks or {column}`,
  }),
  unknownWord: (word: string, kind: Mistake, expected: readonly string[]) => ({
    zh: `“${word}”不是${kind.zh}${expected.length > 0 ? `；是否为 ${or(expected, ' 或 ')}` : ''}`,
    en: `“${word}” is no ${kind.en}${expected.length > 0 ? `; expected ${or(expected, ' or ')}` : ''}`,
  }),
  list: { zh: '“rules:”之下应为规则列表', en: 'expected a list of rules under “rules:”' },
  rule: {
    zh: '此处应为一条规则，含 name、relation 与 why（或 message）',
    en: 'expected a rule with name, relation and why (or message)',
  },
  nameTwice: (name: string) => ({ zh: `规则名 ${name} 重复`, en: `the name ${name} is given twice` }),
  nameTaken: (name: string) => ({
    zh: `规则名 ${name} 已为程序自带的规则所用，请另取一名`,
    en: `the name ${name} is that of a rule that comes with gouji; choose another one`,
  }),
  unknownKey: (key: string, keys: readonly string[]) => ({
    zh: `“${key}”不是规则的字段；应为 ${keys.join('、')}`,
    en: `“${key}” is not known; expected ${keys.join(', ')}`,
  }),
  textMissing: (key: string) => ({ zh: `缺少 ${key}，或其值不是文字`, en: `${key} is missing or is not a text` }),
  soft: { zh: 'soft 应为 true 或 false', en: 'soft must be true or false' },
  cell: {
    zh: '此处应为单元格，如 final.02[total, income_other]',
    en: 'expected a cell such as final.02[total, income_other]',
  },
  type: (types: readonly string[]) => ({
    zh: `type 应为 ${types.join('、')} 之一`,
    en: `type must be one of ${types.join(', ')}`,
  }),
  yaml: (message: string) => ({ zh: `不是有效的 YAML：${message}`, en: `no valid YAML: ${message}` }),
} as const;
