/** What the command line says about crawls, in Chinese. */
export const crawlZh = {
  alreadyRunning: (host: string, pid: number, since: string) =>
    `已有另一个采集程序在使用此数据库（${host}，进程 ${pid}，始于 ${since}）；待其结束后重试`,
  noSuchSource: (name: string, known: string) => `没有名为“${name}”的来源；现有：${known}`,
  outcomes: { new: '新增', changed: '有变化', unchanged: '未变', withdrawn: '已撤下', failed: '失败' },
  roles: { list: '列表', article: '正文页', attachment: '附件' },
  summary: (n: { new: number; changed: number; unchanged: number; withdrawn: number; failed: number }) =>
    `新增 ${n.new}，有变化 ${n.changed}，未变 ${n.unchanged}，撤下 ${n.withdrawn}，失败 ${n.failed}`,
  notReadInFull: (count: number) => `${count} 份未能完整读取（见 gouji documents）`,
  stopped: '已停止；再次运行同一命令即可继续。',
  waiting: (sources: number, next: string | null) =>
    next === null ? `${sources} 个来源，计划中没有下一次` : `${sources} 个来源，下一次：${next}`,
  sourcesRead: (sources: number) => `来源文件已改动并重新读取：${sources} 个来源`,
  sourcesKept: '沿用此前读到的来源；改正后会自动重新读取。',
  noContact: (sources: string) =>
    `请求中没有联系方式，网站受扰时只能封禁：${sources}。请在来源文件中写明，如 politeness: { userAgent: 'gouji (+mailto:ops@example.org)' }`,
  between: '、',
  retrying: (source: string, count: number) => `${source}：重试 ${count} 个网址`,
  nothingFailed: '没有失败的网址。',
  prospect: {
    state: '状态',
    role: '类型',
    text: '标题',
    url: '网址',
    known: '已知',
    new: '新',
    nothingStored: (count: number) => `共 ${count} 个网址；未存入任何内容，正文页中的附件尚未查看。`,
  },
  status: {
    none: '尚未采集过。先运行：gouji crawl --sources sources.yaml',
    running: '未完成',
    columns: {
      source: '来源',
      documents: '文件',
      new: '新增',
      changed: '变化',
      unchanged: '未变',
      withdrawn: '撤下',
      failed: '失败',
      waiting: '待处理',
      last: '最近一次',
      next: '下一次',
    },
  },
};

/** What it says about two versions of a disclosure. */
export const diffZh = {
  onlyVersion: (source: string) => `${source}：只有这一个版本`,
  cells: (count: number) => `表格单元格：${count} 处不同`,
  figures: (count: number) => `文中数字：${count} 处不同`,
  findings: (count: number) => `疑点：${count} 处不同`,
  absent: '（无）',
  none: '表格、文中数字与疑点均相同。',
};
