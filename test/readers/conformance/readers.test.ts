import { asDocx } from '../word/docx.ts';
import { asHtml, asMarkdown, asPdf, asText } from './makers.ts';
import { runReaderConformance } from './suite.ts';
import { asWorkbook } from './workbook.ts';

runReaderConformance({ name: 'web page', make: asHtml });
runReaderConformance({ name: 'text file', make: asText });
runReaderConformance({
  name: 'Markdown file',
  make: asMarkdown,
  skip: { 'a two-lane table with merged header': 'pipe tables have no spans' },
});
runReaderConformance({ name: 'PDF', make: asPdf });
runReaderConformance({ name: 'Word document', make: asDocx });
runReaderConformance({ name: 'workbook of today (xlsx)', make: asWorkbook('xlsx') });
runReaderConformance({ name: 'workbook of Excel 97–2003 (xls)', make: asWorkbook('biff8') });
runReaderConformance({ name: 'workbook written as XML', make: asWorkbook('xlml') });
