import { words } from './language.ts';

export const searchWords = words(
  {
    title: '检索',
    label: '要找的字词',
    placeholder: '例如：公务接待费 批次',
    submit: '检索',
    unit: '单位',
    unitHint: '名称的一部分',
    year: '年度',
    kind: '文件',
    found: (n: number) => `共 ${n} 处`,
    shown: (n: number, total: number, more: boolean) => `显示前 ${n} 处，共${more ? '超过' : ''} ${total} 处`,
    results: '检索结果',
    inTable: '表',
    inProse: '正文',
    more: '再显示一些',
    narrow: '只显示前 200 处。再加一个词，或者限定单位、年度，可以找得更准。',
    none: '没有找到',
    noneHint: '所有字词都要在同一段或同一行里出现。少用一个词，或者去掉限定，再试一次。',
    begin: '在所有文档的正文和表格里找',
    beginHint:
      '几个词用空格隔开，都出现在同一段或同一行里才算找到；原样出现的排在前面。点开一处，就到原件上的那个位置。',
    notIndexed: (n: number) => `有 ${n} 份文档没有编入索引，怎么找都找不到；重新读入后才能检索。`,
  },
  {
    title: 'Search',
    label: 'Words to find',
    placeholder: 'for example: 公务接待费 批次',
    submit: 'Search',
    unit: 'Unit',
    unitHint: 'part of its name',
    year: 'Year',
    kind: 'Document',
    found: (n: number) => (n === 1 ? '1 passage' : `${n} passages`),
    shown: (n: number, total: number, more: boolean) =>
      `the first ${n} of ${more ? 'more than ' : ''}${total} passages`,
    results: 'Results',
    inTable: 'table',
    inProse: 'text',
    more: 'Show more',
    narrow: 'Only the first 200 are shown. One more word, or a unit or year, finds it more exactly.',
    none: 'Nothing was found',
    noneHint: 'All words have to stand in one paragraph or one row. Try one word less, or without the limits.',
    begin: 'Search the text and tables of all documents',
    beginHint:
      'Words are separated by spaces; a paragraph or row is found when all of them stand in it, those as typed first. A hit opens at its place in the original.',
    notIndexed: (n: number) =>
      n === 1
        ? '1 document is not in the index and is never found; it has to be read again.'
        : `${n} documents are not in the index and are never found; they have to be read again.`,
  },
);
