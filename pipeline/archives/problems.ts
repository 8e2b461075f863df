import type { StatusReason } from '../../schemas/index.ts';

/** Why an archive, or one file in it, was left packed; with the words that are stored. The command line has its own. */
const WORDS = {
  'archive-damaged': '压缩包已损坏或不完整；请重新下载',
  'archive-encrypted': '压缩包已加密；请解密后读取其中的文件',
  'archive-overlapping': '压缩包内的文件互相重叠，不是正常的压缩包，未解压；请向提供者索取',
  'archive-bomb': '压缩包解压后是其本身的一百倍以上，未解压；如确系公开文件，请自行解压后读取文件夹',
  'archive-too-large': '压缩包解压后超过1 GB，未解压；请自行解压后读取文件夹',
  'archive-too-many-members': '压缩包内的文件超过一万个，未解压；请自行解压后读取文件夹',
  'archive-without-documents': '压缩包内没有可读取的文件；请检查所下载的是否为公开文件',
  'archive-too-deep': '压缩包层层相套超过两层，里层未解压；请自行解压后读取文件夹',
  'member-encrypted': '文件已加密，未读取；请解密后读取',
  'member-link': '是符号链接，不是文件，未读取；请提供所指的文件本身',
  'member-compression': '压缩方法不受支持，未读取；请自行解压后读取文件夹',
  'member-too-large': '文件超过大小上限，未读取；可用 --size-limit 放宽',
  'member-damaged': '文件在压缩包中已损坏，未读取；请重新下载',
  'member-headers-disagree': '压缩包两处记载的文件名或大小不同，未读取；请向提供者索取',
} as const;

export type Problem = keyof typeof WORDS;
export type ArchiveProblem = Extract<Problem, `archive-${string}`>;
export type MemberProblem = Exclude<Problem, ArchiveProblem>;

export function archiveReason(code: ArchiveProblem): StatusReason {
  return { code, message: WORDS[code] };
}

/** A file that was left packed, as a reason why its archive was not read in full. */
export function memberReason({ name, code }: LeftOut): StatusReason {
  return { code, message: `${name}：${WORDS[code]}` };
}

export interface LeftOut {
  /** Inside the archive. */
  readonly name: string;
  readonly code: Problem;
}
