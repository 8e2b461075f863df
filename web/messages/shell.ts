import { words } from './language.ts';

export interface ShellWords {
  readonly skip: string;
  readonly brand: string;
  readonly brandLong: string;
  readonly mainNavigation: string;
  readonly nav: Readonly<Record<'inbox' | 'overview' | 'units' | 'sources' | 'search', string>>;
  readonly otherLanguage: string;
  readonly theme: (now: string) => string;
  readonly themes: Readonly<Record<'system' | 'light' | 'dark', string>>;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly toInbox: string;
  readonly readOnly: string;
  readonly pageOpened: (title: string) => string;
}

export const shellWords = words<ShellWords>(
  {
    skip: '跳到正文',
    brand: '勾稽',
    brandLong: '勾稽：财政信息公开核对',
    mainNavigation: '主导航',
    nav: { inbox: '待核', overview: '总览', units: '单位', sources: '来源', search: '检索' },
    otherLanguage: 'English',
    theme: (now) => `明暗：${now}`,
    themes: { system: '随系统', light: '浅色', dark: '深色' },
    notFound: '没有这个页面',
    notFoundHint: '地址可能抄漏了，或者文档已经不在库里。',
    toInbox: '回到待核列表',
    readOnly: '数据库只读：可以查看，不能作出决定。',
    pageOpened: (title) => `已打开：${title}`,
  },
  {
    skip: 'Skip to content',
    brand: '勾稽',
    brandLong: '勾稽 gouji: checking budget disclosures',
    mainNavigation: 'Main',
    nav: { inbox: 'Inbox', overview: 'Overview', units: 'Units', sources: 'Sources', search: 'Search' },
    otherLanguage: '中文',
    theme: (now) => `Theme: ${now}`,
    themes: { system: 'system', light: 'light', dark: 'dark' },
    notFound: 'There is no such page',
    notFoundHint: 'The address may be incomplete, or the document is no longer in the database.',
    toInbox: 'Back to the inbox',
    readOnly: 'The database is read-only: you can look, but not decide.',
    pageOpened: (title) => `Opened: ${title}`,
  },
);
