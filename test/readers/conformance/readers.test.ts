import { asDocx } from '../word/docx.ts';
import { asHtml, asMarkdown, asPdf, asText } from './makers.ts';
import { runReaderConformance } from './suite.ts';

runReaderConformance({ name: 'web page', make: asHtml });
runReaderConformance({ name: 'text file', make: asText });
runReaderConformance({
  name: 'Markdown file',
  make: asMarkdown,
  skip: { 'a two-lane table with merged header': 'pipe tables have no spans' },
});
runReaderConformance({ name: 'PDF', make: asPdf });
runReaderConformance({ name: 'Word document', make: asDocx });
