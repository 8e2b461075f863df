import type { Discourse } from '../discourse.ts';
import { aboutReading, currentSubject, currentWhole, previousInSentence } from '../discourse.ts';
import { nameBeforeYear, nameIn, nounBehind } from '../language/names.ts';
import { phaseAtEnd, phaseOf, weakPhaseOf, withoutPhase } from '../language/phases.ts';
import type { Statement } from '../language/statements.ts';
import type { Sketch } from '../reading.ts';
import type { Pattern } from './pattern.ts';

/** How much something is: "本年收入合计2860.07万元", "年初预算为1560.05万元", "安排资金20万元", "11.2亿元资金". */
const ONLY_REFERS = /^(?:其|该|此|这|以上|上述|合计|共计|总计|小计)$/;
/** "2辆、36万元": the same thing in another measure. */
const NEXT_TO = /^[、，]?(?:共|计|共计|合计|金额|价值|总价)?$/;
/** Words that say only that it is money: whose, was said before. */
const ONLY_MONEY = /^(?:金额|数额|资金|经费|费用|预算资金|项目资金|总额|额度|资金总额)$/;
const PREFACE_NO_NAME = /其中|原因|相比|相较|对比|截至|截止|以下|如下|根据|按照/;

export const amount: Pattern = {
  name: 'amount',
  expressions: [NEXT_TO, ONLY_REFERS, ONLY_MONEY, PREFACE_NO_NAME],
  read(statement, discourse) {
    if (statement.quantity.measures !== 'amount') return null;
    const name = nameIn(statement.lead, discourse.issuer).text;
    const phase = phaseOf(name) ?? (followsItem(discourse) ? weakPhaseOf(name) : null);
    if (phase) return ofItem(name, phase, statement, discourse);
    if (ONLY_MONEY.test(name)) return moneyOf(name, statement, discourse);
    if (modifies(statement)) return unnamed('', statement, discourse);
    if (name !== '' && !ONLY_REFERS.test(name)) return named(name, discourse);
    return unnamed(name, statement, discourse);
  },
};

/** An item was named: at the beginning of the block, or by an amount of this sentence that is no total itself. */
function followsItem(discourse: Discourse): boolean {
  if (discourse.ownTopic) return true;
  const about = aboutReading(discourse);
  return about !== null && about.sentence === discourse.sentence && weakPhaseOf(about.label) === null;
}

/** "纳入预算管理的700万元培训费收入": what is named stands behind the number. */
function modifies({ lead, tail }: Statement): boolean {
  return /[的对]$/.test(lead) && nounBehind(tail).text !== '';
}

/** "支出决算为…": the item is named before. */
function ofItem(label: string, phase: Sketch['phase'], statement: Statement, discourse: Discourse): Sketch {
  const own = nameBeforeYear(statement.lead, discourse.issuer).text;
  const about = aboutReading(discourse);
  const item =
    own ||
    (discourse.ownTopic ? discourse.topic : '') ||
    about?.subject ||
    prefaceName(statement, discourse) ||
    discourse.topic;
  return {
    role: 'amount',
    measure: 'amount',
    label,
    qualifier: item,
    subject: item || label,
    phase: phase ?? null,
    named: own !== '',
  };
}

/** "涉及资金598.42万元": the money of what was counted or named just before. */
function moneyOf(label: string, statement: Statement, discourse: Discourse): Sketch {
  const owner =
    prefaceName(statement, discourse) || previousInSentence(discourse)?.label || currentSubject(discourse) || '';
  return {
    role: 'amount',
    measure: 'amount',
    label,
    qualifier: owner,
    subject: owner === '' ? label : `${owner}${label}`,
    phase: null,
    named: true,
  };
}

function named(label: string, discourse: Discourse): Sketch {
  return {
    role: 'amount',
    measure: 'amount',
    label,
    qualifier: qualifierFor(label, discourse),
    subject: withoutPhase(label),
    phase: phaseAtEnd(label),
    named: true,
  };
}

/** Nothing before the number names it: the words behind it, the clause before, or what was spoken of do. */
function unnamed(referring: string, statement: Statement, discourse: Discourse): Sketch {
  const previous = previousInSentence(discourse);
  if (previous && NEXT_TO.test(statement.lead)) return named(previous.label, discourse);
  const behind = nounBehind(statement.tail).text;
  const before = prefaceName(statement, discourse) || (statement.lead === '' ? discourse.dangling : '');
  const found = (referring === '' ? behind || before : before || behind) || '';
  const label = found || aboutReading(discourse)?.label || previous?.label || discourse.topic || referring;
  return {
    role: 'amount',
    measure: 'amount',
    label,
    qualifier: found ? qualifierFor(label, discourse) : (aboutReading(discourse)?.qualifier ?? ''),
    subject: withoutPhase(label),
    phase: phaseAtEnd(label),
    named: found !== '',
  };
}

function qualifierFor(label: string, discourse: Discourse): string {
  const whole = currentWhole(discourse);
  if (whole !== '' && whole !== label) return whole;
  return discourse.ownTopic && !discourse.topic.includes(label) && !label.includes(discourse.topic)
    ? discourse.topic
    : '';
}

/** The nearest clause before without a number that names something: "维修（护）费，12.61万元". */
export function prefaceName(statement: Statement, discourse: Discourse): string {
  for (const clause of statement.preface.toReversed()) {
    if (PREFACE_NO_NAME.test(clause.text)) continue;
    const name = nameIn(clause.text, discourse.issuer).text;
    if (name.length >= 2 && name.length <= 40) return name;
  }
  return '';
}
