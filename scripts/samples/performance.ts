import { percent, sum, wan } from './amounts.ts';
import { heading, type Print, paragraph, type SampleDocument, type SampleTable } from './document.ts';
import type { Random } from './random.ts';
import type { Unit } from './units.ts';

interface Project {
  readonly name: string;
  readonly budget: number;
  readonly spent: number;
}

const PROJECT_NAMES = ['设施维护', '信息系统运行', '宣传培训', '专项调查', '便民服务'];

/** 项目支出绩效自评 of an invented unit: a narrative and the indicator table of one project. */
export function performanceReport(unit: Unit, random: Random, year: number, print: Print): SampleDocument {
  const projects = PROJECT_NAMES.map((name) => {
    const budget = random.between(2_000, 30_000);
    return { name: `${name}项目`, budget, spent: budget - random.between(1, Math.floor(budget / 8)) };
  });
  const scores = [10, random.between(44, 50), random.between(26, 30), random.between(8, 10)];
  return {
    title: `${unit.name}${year}年度项目支出绩效自评报告`,
    issuer: unit.name,
    year,
    publishedOn: `${year + 1}-06-${unit.day}`,
    blocks: [
      heading(1, '一、基本情况'),
      ...unit.duties.map(paragraph),
      heading(1, '二、资金使用情况'),
      ...funding(projects, year, print),
      heading(1, '三、自评结果'),
      paragraph(
        `本次自评按预算执行、产出、效益、满意度四类指标打分，总分${print('n.score', String(sum(scores)))}分，其中：预算执行${print('n.score.1', String(scores[0]))}分、产出指标${print('n.score.2', String(scores[1]))}分、效益指标${print('n.score.3', String(scores[2]))}分、满意度指标${print('n.score.4', String(scores[3]))}分。`,
      ),
      scoreTable(scores, print),
    ],
  };
}

function funding(projects: readonly Project[], year: number, print: Print) {
  const [budget, spent] = [
    sum(projects.map((project) => project.budget)),
    sum(projects.map((project) => project.spent)),
  ];
  return [
    paragraph(
      `${year}年度项目支出年初预算为${print('n.budget', wan(budget))}万元，支出决算为${print('n.spent', wan(spent))}万元，完成年初预算的${print('n.completion', percent(spent, budget))}%。`,
    ),
    paragraph(
      `项目支出${print('n.spent.listed', wan(spent))}万元，具体包括：${projects.map((project, index) => `${project.name}${print(`n.project.${index + 1}`, wan(project.spent))}万元`).join('、')}。`,
    ),
  ];
}

function scoreTable(scores: readonly number[], print: Print): SampleTable {
  const names = ['预算执行', '产出指标', '效益指标', '满意度指标'];
  const full = [10, 50, 30, 10];
  return {
    kind: 'table',
    mark: '',
    title: '项目支出绩效自评表',
    unit: '',
    header: [['一级指标', '分值', '得分'].map((text) => ({ text }))],
    rows: [
      ...names.map((name, index) => [name, String(full[index]), print(`t.score.${index + 1}`, String(scores[index]))]),
      ['总分', '100', print('t.score.total', String(sum(scores)))],
    ],
    widths: [50, 25, 25],
    notes: [],
  };
}
