import type { WordingDefect } from './index.ts';

/** What a template or a hasty hand leaves in the text. Source: templates of final accounts, and misprints seen in them. */
export const wordingDefects: readonly WordingDefect[] = [
  {
    // "增加（减少）0万元": the template's choice was not made
    rule: 'template-leftover',
    type: 'logic',
    severity: 'warning',
    expression:
      /(?:增加|增长|上升|减少|下降|大于|小于)[（/](?:增加|增长|上升|减少|下降|大于|小于)[）]?(?=[\d.]|的主要原因|的原因|主要原因|预算数|X)/g,
    expected: '',
  },
  {
    // "增加3万元，下降5.2%": one change goes both ways
    rule: 'opposed-directions',
    type: 'direction',
    severity: 'error',
    expression:
      /(?:(?:增加|增长|上升)[\d,.]{1,20}(?:万|亿)?元，(?:同比)?(?:减少|下降|降低)|(?:减少|下降|降低)[\d,.]{1,20}(?:万|亿)?元，(?:同比)?(?:增加|增长|上升))(?:了|约|幅度为)?(?=[\d.]{0,6}[1-9][\d.]{0,6}%)/g,
    expected: '',
  },
  {
    // "XX万元", "××%"
    rule: 'template-leftover',
    type: 'missing',
    severity: 'error',
    expression: /(?<![A-Za-z])(?:X{2,6}|x{2,6}|×{2,6}|\*{2,6}|_{2,8})(?=\s?(?:万元|亿元|元|%|个|辆|人|名|年|项|次))/g,
    expected: '',
  },
  {
    rule: 'template-leftover',
    type: 'logic',
    severity: 'notice',
    expression: /公开时请删除|请删除|待填写|此处填写|（如有）|应说明[^，。；）]{0,12}原因）/g,
    expected: '',
  },
  {
    // "主要原因是。": a reason is announced and not given; behind a comma it follows ("主要原因是，上年追加…")
    rule: 'reason-missing',
    type: 'missing',
    severity: 'warning',
    expression: /原因(?:是|为|：|是：|为：)，?[。；]/g,
    expected: '',
  },
  {
    // "增加万元", "占%": the number itself is missing
    rule: 'number-missing',
    type: 'missing',
    severity: 'error',
    expression: /(?<=增加|减少|增长|下降|预算为|决算为|支出为|收入为|合计|总计)(?:万元|亿元|%)(?=[，。；、）])/g,
    expected: '',
  },
  {
    // "占76.23，": a share without its sign
    rule: 'percent-sign-missing',
    type: 'unit',
    severity: 'warning',
    expression: /占(?:[^，。；：\d占]{0,24}的)?(?:比重|比例)?(?:为)?\d{1,2}\.\d{1,2}(?=[，；。])/g,
    expected: '%',
  },
  {
    rule: 'doubled-punctuation',
    type: 'logic',
    severity: 'notice',
    expression: /。{2}(?!。)|；{2,}|、{2,}|，{2,}|，。|；。|、。(?!\d)/g,
    expected: '',
  },
];
