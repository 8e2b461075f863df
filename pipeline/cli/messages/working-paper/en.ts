import type { workingPaperZh } from './zh.ts';

/** What an audit working paper says beside its findings, in English. */
export const workingPaperEn: typeof workingPaperZh = {
  title: 'Working paper: figures that contradict each other',
  index: 'Index',
  subject: 'Document',
  preparedBy: 'Prepared by',
  reviewedBy: 'Reviewed by',
  date: 'Date',
  fields: { sources: 'source', program: 'program', findings: 'findings', conclusion: 'remarks' },
  notFullyRead:
    'This document was not read in full. What was not read was not checked and is not to be taken as sound.',
  findingCount: (open, confirmed, dismissed) =>
    `${open + confirmed + dismissed}: ${open} open, ${confirmed} confirmed, ${dismissed} dismissed`,
  none: 'No numbers contradict each other.',
  legend:
    'Red boxes: the number that is probably wrong. Blue boxes: the numbers it was checked against. Numbers as in the list.',
  legendOfExcerpts:
    'Red: the number that is probably wrong. Blue: the numbers it was checked against. Numbers as in the list.',
  columns: {
    number: 'no.',
    type: 'type',
    severity: 'severity',
    status: 'kind',
    message: 'finding',
    formula: 'formula',
    expected: 'expected',
    actual: 'printed',
    difference: 'difference',
    unit: 'unit',
    relation: 'what must agree',
    basis: 'basis',
    rule: 'rule',
    state: 'decision',
    reason: 'reason',
    note: 'note',
    decidedAt: 'decided at',
    id: 'finding id',
    label: 'item',
    value: 'value',
    printed: 'value as printed',
    suspect: 'suspect',
    place: 'place',
    page: 'page',
    source: 'in file',
    excerpt: 'excerpt',
    item: 'item',
    content: 'content',
  },
  sheets: { index: 'index', findings: 'findings', operands: 'numbers and places' },
  yes: 'yes',
  suspect: 'suspect',
  pagePicture: (page, marks) => `page ${page}, marked: ${marks}`,
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  back: 'back to the index',
  goTo: (mark) => `go to ${mark}`,
  withoutOriginal: {
    'no-pdf': 'The original is no PDF, so there are no pages to mark; the excerpts show the places.',
    'not-kept':
      'The original is not kept in the database (above the size limit), so there are no pages to mark; the excerpts show the places.',
    encrypted:
      'The original is encrypted and does not allow marks on its pages; save a copy without encryption and ingest that, or use --format html.',
    damaged: 'The structure of the original is damaged and its pages cannot be marked; the excerpts show the places.',
  },
  binaryToTerminal: 'this format is not for a terminal; give --output FILE',
  written: (findings, place) =>
    `working paper with ${findings} ${findings === 1 ? 'finding' : 'findings'}${place === '' ? '' : ` written to ${place}`}`,
};
