import type { TableRow } from '../../schemas/index.ts';
import { canonicalLabel, withoutLayout } from './names.ts';

const TOTAL =
  /^(?:(?:收入|支出|收支|本年|本年度|当年|全部|部门|单位|预算|本年收入|本年支出|当年收入|当年支出|人员经费|公用经费|基本支出|项目支出|三公经费|财政拨款)?(?:合计|总计|总合计)|本年收入|本年支出|汇总|合计总计|合计数)$/;

const UNIT_NAME =
  /(?:局|委|委员会|办|办公室|厅|部|院|中心|学校|大学|学院|中学|小学|幼儿园|医院|本级|机关|所|站|馆|队|大队|支队|总队|处|署|会|协会|联合会|检察院|法院|街道|办事处|镇|乡|公司|基地|园|台|社|库|场|校|室)(?:\([^()]{0,20}\))?$/;

/** What kind of row a label makes. Unit rows are told elsewhere: they depend on the rows around them. */
export function roleOfLabel(label: string): Exclude<TableRow['role'], 'unit' | 'note'> {
  const name = canonicalLabel(label);
  if (name === '小计' || /小计$/.test(name)) return /^本年/.test(name) ? 'total' : 'subtotal';
  if (TOTAL.test(name)) return 'total';
  return /^其中/.test(withoutLayout(label)) ? 'of-which' : 'item';
}

/** A name that can be a unit's: ends like one and has no numbering or figures in front. */
export function looksLikeUnit(label: string): boolean {
  const plain = withoutLayout(label).replace(/^[[(]?\d{3,12}[\])]?[-—]?/, '');
  return (
    plain.length >= 4 &&
    plain.length <= 40 &&
    UNIT_NAME.test(plain) &&
    !/[。，；、:：]/.test(plain) &&
    !/^[一二三四五六七八九十]{1,3}、/.test(plain)
  );
}
