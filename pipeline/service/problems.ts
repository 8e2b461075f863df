import { GoujiError } from '../../extractors/errors.ts';
import type { Problem } from '../../schemas/service/index.ts';
import { MESSAGES } from '../cli/messages/index.ts';

/** Every way an answer can fail, with the status it is sent under. */
export const PROBLEMS = {
  'bad-query': 400,
  'login-needed': 401,
  'other-origin': 403,
  'other-host': 403,
  'read-only': 403,
  'not-found': 404,
  'not-allowed': 405,
  'too-large': 413,
  'json-needed': 415,
  'reason-needed': 422,
  internal: 500,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Ends a request with a problem. `about`: what was asked for, as it is to be named. */
export class ServiceProblem extends GoujiError {
  readonly problem: ProblemCode;
  readonly about: string;

  constructor(problem: ProblemCode, about = '') {
    super(`service-${problem}`, about, { remedy: '' });
    this.name = 'ServiceProblem';
    this.problem = problem;
    this.about = about;
  }
}

export function problemAnswer(code: ProblemCode, about: string): Problem {
  const [zh, en] = [MESSAGES.zh.service.problems[code](about), MESSAGES.en.service.problems[code](about)];
  return { code, message: { zh, en } };
}
