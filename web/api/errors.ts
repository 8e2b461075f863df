/** What the service answers when it cannot: a code, and words in both languages. */
export interface Refusal {
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;
  readonly words: { readonly zh: string; readonly en: string };

  constructor(status: number, refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message.en}`);
    this.status = status;
    this.code = refusal.code;
    this.words = refusal.message;
  }
}

/** Nothing answered at all. */
export function unreachable(): ApiError {
  return new ApiError(0, {
    code: 'unreachable',
    message: {
      zh: '连不上 gouji serve。它还在运行吗？',
      en: 'gouji serve does not answer. Is it still running?',
    },
  });
}

export function refusalOf(status: number, body: unknown): Refusal {
  if (typeof body === 'object' && body !== null && 'code' in body && 'message' in body) {
    const { code, message } = body;
    if (
      typeof code === 'string' &&
      typeof message === 'object' &&
      message !== null &&
      'zh' in message &&
      'en' in message
    ) {
      return { code, message: { zh: String(message.zh), en: String(message.en) } };
    }
  }
  return {
    code: 'unexpected-answer',
    message: { zh: `服务器给出了意外的回答（${status}）`, en: `The server gave an unexpected answer (${status})` },
  };
}
