import { useRoute } from 'preact-iso/router';
import type { DocumentDetail } from '../../../schemas/service/index.ts';
import { documentPath } from '../../api/paths.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Answered } from '../../components/answered.tsx';
import { DocumentDesk } from './desk.tsx';
import './document.css';
import './original.css';
import './panel.css';

/** One document: its original and what was checked in it, side by side. */
export function DocumentView() {
  const { id = '' } = useRoute().params;
  const asked = useAnswer<DocumentDetail>(documentPath(id));
  return (
    <Answered of={asked}>
      {(document) => (document.id === id ? <DocumentDesk key={id} document={document} /> : null)}
    </Answered>
  );
}
