import { language } from '../../messages/language.ts';
import { whenText } from './times.ts';

export function When({ iso }: { readonly iso: string }) {
  return <time dateTime={iso}>{whenText(iso, language.value)}</time>;
}
