import { useCallback } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';

export type Query = Readonly<Record<string, string>>;

/** Values that are '' are left out, so that a link only says what differs from the plain view. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** State that lives in the URL: it is kept by reload, by going back and by a link that is sent. */
export function useQuery(): [Query, (changed: Query, replace?: boolean) => void] {
  const { path, query, route } = useLocation();
  const change = useCallback(
    (changed: Query, replace = true) => route(withQuery(path, { ...query, ...changed }), replace),
    [path, query, route],
  );
  return [query, change];
}
