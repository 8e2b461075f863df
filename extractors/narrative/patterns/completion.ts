import type { Discourse } from '../discourse.ts';
import { aboutReading, currentSubject } from '../discourse.ts';
import { nameIn } from '../language/names.ts';
import { withoutPhase } from '../language/phases.ts';
import type { Sketch } from '../reading.ts';
import type { Pattern } from './pattern.ts';

/**
 * How much of a budget was carried out: "完成年初预算的98.20%", "预算执行率99.5%", "为年初预算的102%", and the budget named in the
 * same breath: "完成预算0万元的0%".
 */
const BUDGET =
  '(?:年初|全年|调整后?的?|当年|年度|本年度?|批复|部门|变动后?的?|追加后?的?){0,3}(?:支出|收入|财政|财政拨款|支出财政拨款)?预算(?:安排)?(?:数额?|总额|指标|支出)?';
const OF_BUDGET = new RegExp(`(?:完成|占|为|达到?|是)(?:了)?(${BUDGET})(?:的)?(?:比例|百分比)?(?:为|约|达)?$`);
const RATE =
  /((?:预算|支出|收入|资金|项目)?(?:预算|支出|资金|总体|整体|平均)?(?:完成率|执行率|执行进度|完成比例|完成进度|支出进度))(?:为|达到?|是|：)?$/;
const COMPLETES = /完成(?:了|率)?$/;
const BUDGET_AMOUNT = new RegExp(`完成(?:了)?(${BUDGET})(?:为)?$`);
const NAMES_BASE = /年初|全年|调整|批复|变动|年度预算/;

export const completion: Pattern = {
  name: 'completion',
  expressions: [OF_BUDGET, RATE, COMPLETES, BUDGET_AMOUNT, NAMES_BASE],
  read(statement, discourse) {
    if (statement.quantity.measures === 'amount') return budgetCompleted(statement.lead, discourse);
    if (statement.quantity.unit !== '%') return null;
    return percentOfBudget(statement.lead, discourse) ?? percentOfAmount(statement.lead, discourse);
  },
};

function percentOfBudget(lead: string, discourse: Discourse): Sketch | null {
  const rate = RATE.exec(lead);
  if (rate?.[1] !== undefined) {
    const name = nameIn(lead.slice(0, rate.index + rate[1].length), discourse.issuer).text || rate[1];
    return percent(name, '', lead, discourse);
  }
  const ofBudget = OF_BUDGET.exec(lead);
  const budget = ofBudget?.[1];
  if (!ofBudget || budget === undefined) return COMPLETES.test(lead) ? percent('完成预算', '', '', discourse) : null;
  const completes = ofBudget[0].startsWith('完成');
  if (!completes && !NAMES_BASE.test(budget)) return null;
  return percent(`完成${budget}`, budget, lead.slice(0, ofBudget.index), discourse);
}

/** "完成预算0万元的0%": the budget was read as the number before. */
function percentOfAmount(lead: string, discourse: Discourse): Sketch | null {
  const previous = discourse.readings.at(-1);
  if (!/^的(?:比例)?(?:为)?$/.test(lead) || previous?.pattern !== 'completion' || previous.role !== 'amount')
    return null;
  return percent(`完成${previous.label}`, previous.label, '', discourse);
}

function percent(label: string, budget: string, words: string, discourse: Discourse): Sketch {
  const named = withoutPhase(nameIn(words, discourse.issuer).text);
  const subject = named || currentSubject(discourse);
  return {
    role: 'completion',
    measure: 'completion_percent',
    label,
    qualifier: label.includes(subject) ? '' : subject,
    subject,
    denominator: budget,
    named: named !== '',
  };
}

function budgetCompleted(lead: string, discourse: Discourse): Sketch | null {
  const budget = BUDGET_AMOUNT.exec(lead)?.[1];
  const about = aboutReading(discourse);
  if (budget === undefined || !about) return null;
  return {
    role: 'amount',
    measure: 'amount',
    label: budget,
    qualifier: about.subject,
    subject: about.subject,
    phase: 'budget',
  };
}
