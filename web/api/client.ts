import { ApiError, refusalOf, unreachable } from './errors.ts';

async function call<Answer>(
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw unreachable();
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok || answer === undefined) throw new ApiError(response.status, refusalOf(response.status, answer));
  return answer as Answer;
}

/** Typed by the caller with a type of schemas/service: the service's own tests hold its answers to those schemas. */
export function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>('GET', path, undefined, signal);
}

export function put<Answer>(path: string, body: unknown): Promise<Answer> {
  return call<Answer>('PUT', path, body, undefined);
}

export function remove<Answer>(path: string): Promise<Answer> {
  // A body, although an empty one: the service asks every write for application/json, which no form of another site can send.
  return call<Answer>('DELETE', path, {}, undefined);
}
