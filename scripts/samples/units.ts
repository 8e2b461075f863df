import type { Field } from './account.ts';

/** Invented places and units: none of them exists. */
export interface Unit {
  readonly name: string;
  readonly field: Field;
  /** Day of publication, two digits. */
  readonly day: string;
  readonly duties: readonly string[];
}

const duties: Record<Field, readonly string[]> = {
  archives: ['（一）收集、整理和保管本区各单位移交的档案。', '（二）开展档案查阅服务，推进档案数字化。'],
  water: ['（一）编制本县水利规划，组织水利工程建设。', '（二）负责防汛抗旱和水资源管理。'],
  science: ['（一）组织开展群众性科普活动。', '（二）管理科技馆，服务科技工作者。'],
  disabled: ['（一）为残疾人提供康复和就业服务。', '（二）维护残疾人合法权益。'],
};

const PLACES = ['澜桥市临港新区', '霁川县', '望榆市南坪区', '青岙县', '澄浦市', '槐荫岭县'];

const NAMES: Record<Field, string> = {
  archives: '档案馆',
  water: '水务局',
  science: '科学技术协会',
  disabled: '残疾人联合会',
};

const FIELD_ORDER: readonly Field[] = ['archives', 'water', 'science', 'disabled'];

/** The `index`-th invented unit; names repeat with a number after all places and fields are used. */
export function inventedUnit(index: number): Unit {
  const field = FIELD_ORDER[index % FIELD_ORDER.length] ?? 'archives';
  const place = PLACES[Math.floor(index / FIELD_ORDER.length + index) % PLACES.length] ?? '霁川县';
  const round = Math.floor(index / (FIELD_ORDER.length * PLACES.length));
  return {
    name: `${place}${round === 0 ? '' : `第${round + 1}`}${NAMES[field]}`,
    field,
    day: String(10 + (index % 18)),
    duties: duties[field],
  };
}
