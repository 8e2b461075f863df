import { unpack } from '../../store/artifacts.ts';
import { type CataloguedDocument, documentNamed } from '../catalogue.ts';
import { ServiceProblem } from '../problems.ts';
import type { Service } from '../service.ts';
import { fileNameOf } from './detail.ts';

/** The kept bytes of a document, or a part of them. */
export interface Original {
  readonly document: CataloguedDocument;
  readonly mediaType: string;
  readonly fileName: string;
  readonly size: number;
  readonly part: (start: number, end: number) => Uint8Array<ArrayBuffer>;
}

/** Types that documents are known to have; bytes of any other are just bytes. */
const MEDIA_TYPE =
  /^(?:application\/(?:pdf|zip|msword|rtf|vnd\.[\w.-]{1,80}|x-[\w.-]{1,40})|image\/(?:png|jpeg|gif|bmp|tiff|webp)|text\/(?:html|plain|csv|markdown))$/;

/** GET /api/documents/:id/original. Ends the request where the bytes were too large to keep. */
export function originalOf(service: Service, id: string): Original {
  const document = documentNamed(service, id);
  const { db } = service.store;
  const row = db
    .prepare<[string], { size: number; encoding: string }>('SELECT size, encoding FROM artifacts WHERE sha256 = ?')
    .get(document.artifact);
  if (row === undefined || row.encoding === 'not-kept') throw new ServiceProblem('not-found', id);
  return {
    document,
    mediaType: MEDIA_TYPE.test(document.mediaType) ? document.mediaType : 'application/octet-stream',
    fileName: fileNameOf(document),
    size: row.size,
    part: (start, end) => {
      if (row.encoding === 'identity') return stretch(service, document.artifact, start, end);
      const bytes = unpack(service.store, document.artifact);
      if (bytes === null) throw new ServiceProblem('not-found', id); // damaged on the disk: `gouji verify` names it
      return bytes.subarray(start, end);
    },
  };
}

/** Only this stretch is read from the disk: a viewer asks for a large PDF in pieces. */
function stretch({ store }: Service, artifact: string, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = store.db
    .prepare<[number, number, string], Buffer>('SELECT substr(bytes, ?, ?) FROM artifacts WHERE sha256 = ?')
    .pluck()
    .get(start + 1, end - start, artifact);
  return new Uint8Array(bytes ?? []);
}
