import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { DocumentDetail } from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { DocumentDesk } from './desk.tsx';
import './document.css';
import './original.css';
import './panel.css';

/** Most documents are PDFs: pdf.js is on its way while the service is still asked what this one is. */
const ahead = (): void => void import('./original/pdf-original.tsx').catch(() => undefined);

/** One document: its original and what was checked in it, side by side. */
export function DocumentView() {
  const { id = '' } = useRoute().params;
  const asked = useAnswer<DocumentDetail>(documentPath(id));
  useEffect(ahead, []);
  return (
    <Answered of={asked}>
      {(document) => (document.id === id ? <DocumentDesk key={id} document={document} /> : null)}
    </Answered>
  );
}
