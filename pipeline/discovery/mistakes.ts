/** What is expected in a file of sources, field by field, worded for the person who wrote it. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

const list = (zh: string, en: string): Wording => ({ zh: `${zh}的列表`, en: `a list of ${en}` });
const whole = (from: number, to: number): Wording => ({
  zh: `${from} 至 ${to} 的整数`,
  en: `a whole number from ${from} to ${to}`,
});
const words: Wording = list('词语', 'words');
const wildcards: Wording = list('地址样式（* 代表任意字符）', 'address patterns (* stands for any characters)');
const section = (keys: string): Wording => ({ zh: `字段 ${keys}`, en: `the fields ${keys}` });

/** By path, positions in lists left out. */
const EXPECTED: Readonly<Record<string, Wording>> = {
  '': section('sources, schedule, politeness'),
  sources: list('来源（至少一个）', 'sources, at least one'),
  'sources.name': { zh: '不重复的名称', en: 'a name that no other source has' },
  'sources.region': { zh: '地区名称', en: 'the name of a region' },
  'sources.start': list('http(s) 网址（至少一个）', 'http(s) addresses, at least one'),
  'sources.publisher': {
    zh: 'auto 或 data/publishers/systems 中的名称',
    en: 'auto or a name of data/publishers/systems',
  },
  'sources.hosts': list(
    '主机名（如 example.gov.cn 或 *.example.gov.cn）',
    'hosts such as example.gov.cn or *.example.gov.cn',
  ),
  'sources.lists': section('urls, depth, pages'),
  'sources.lists.urls': wildcards,
  'sources.lists.depth': whole(0, 10),
  'sources.lists.pages': whole(0, 10_000),
  'sources.articles': section('urls, words, without, years'),
  'sources.articles.urls': wildcards,
  'sources.articles.words': { zh: 'any 或词语的列表', en: 'any or a list of words' },
  'sources.articles.without': words,
  'sources.articles.years': { zh: 'from 与 to，且 from 不大于 to', en: 'from and to, from not after to' },
  'sources.articles.years.from': whole(1990, 2100),
  'sources.articles.years.to': whole(1990, 2100),
  'sources.attachments': section('extensions, urls, without'),
  'sources.attachments.extensions': list('扩展名（如 pdf）', 'endings of file names such as pdf'),
  'sources.attachments.urls': wildcards,
  'sources.attachments.without': words,
  'sources.limits': section('pages, documents'),
  'sources.limits.pages': whole(0, 10_000_000),
  'sources.limits.documents': whole(0, 10_000_000),
};

/** Of `schedule` and `politeness`, which may stand in a source or beside the sources. */
const EXPECTED_ANYWHERE: Readonly<Record<string, Wording>> = {
  schedule: section('cron, timeZone'),
  'schedule.cron': {
    zh: '五段 cron 时间（如 30 3 * * *）',
    en: 'a cron time of five fields such as 30 3 * * *',
  },
  'schedule.timeZone': { zh: '时区名称（如 Asia/Shanghai）', en: 'a time zone such as Asia/Shanghai' },
  politeness: section('userAgent, delay, concurrencyPerHost, timeout, sizeLimit, retries'),
  'politeness.userAgent': { zh: '含联系方式的名称', en: 'a name with a contact' },
  'politeness.delay': { zh: '0 至 3600000 毫秒', en: 'milliseconds from 0 to 3600000' },
  'politeness.concurrencyPerHost': whole(1, 16),
  'politeness.timeout': { zh: '秒数（大于 0，至多 86400）', en: 'seconds above 0, at most 86400' },
  'politeness.sizeLimit': { zh: 'MB 数（大于 0，至多 10000）', en: 'megabytes above 0, at most 10000' },
  'politeness.retries': whole(0, 20),
};

function expectedAt(path: string): Wording {
  const anywhere = path.replace(/^sources\./, '');
  return EXPECTED[path] ?? EXPECTED_ANYWHERE[anywhere] ?? { zh: '有效的值', en: 'a valid value' };
}

export const mistakes = {
  yaml: (message: string): Wording => ({ zh: `不是有效的 YAML：${message}`, en: `no valid YAML: ${message}` }),
  unknownField: (name: string, path: string): Wording => ({
    zh: `没有“${name}”这一字段；应为 ${fieldsOf(path).join('、')}`,
    en: `there is no field “${name}”; expected ${fieldsOf(path).join(', ')}`,
  }),
  missing: (path: string): Wording => ({
    zh: `缺少 ${path}；应为${expectedAt(path).zh}`,
    en: `${path} is missing; expected ${expectedAt(path).en}`,
  }),
  invalid: (path: string, found: string): Wording => ({
    zh: `${path || '文件'}：应为${expectedAt(path).zh}${found === '' ? '' : `，而不是“${found}”`}`,
    en: `${path || 'the file'}: expected ${expectedAt(path).en}${found === '' ? '' : `, not “${found}”`}`,
  }),
  nameTwice: (name: string): Wording => ({ zh: `名称“${name}”重复`, en: `the name “${name}” is given twice` }),
} as const;

/** The fields that may stand in the thing at `path`. */
function fieldsOf(path: string): readonly string[] {
  const below = (known: string, prefix: string) =>
    known.startsWith(prefix) && !known.slice(prefix.length).includes('.') && known !== '';
  const prefix = path === '' ? '' : `${path}.`;
  const own = Object.keys(EXPECTED).flatMap((known) => (below(known, prefix) ? [known.slice(prefix.length)] : []));
  const inside = path === '' || path === 'sources' ? '' : `${path.replace(/^sources\./, '')}.`;
  const shared = Object.keys(EXPECTED_ANYWHERE).flatMap((known) =>
    below(known, inside) ? [known.slice(inside.length)] : [],
  );
  return [...new Set([...own, ...shared])];
}
