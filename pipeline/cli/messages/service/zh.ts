import type { ProblemCode } from '../../../service/problems.ts';
import type { ListenError } from '../../../service/server.ts';

/** What the service and `gouji serve` say, in Chinese. */
export const serviceZh = {
  problems: {
    'bad-query': (about: string) => `请求有误：${about}`,
    'login-needed': () => '需要访问令牌；请重新打开页面并输入启动时显示的令牌',
    'other-origin': () => '拒绝来自其他网站的请求',
    'other-host': () => '此名称不属于本机；请用 http://127.0.0.1 或 http://localhost 打开',
    'read-only': () => '数据库为只读，不能保存决定；请修改文件权限后重新启动',
    'not-found': (about: string) => `没有找到：${about}`,
    'not-allowed': (about: string) => `不支持此操作：${about}`,
    'too-large': () => '内容过长',
    'json-needed': () => '请以 application/json 发送',
    'reason-needed': () => '排除一项疑点须说明理由',
    internal: () => '程序出错；详情见运行 gouji serve 的终端',
    busy: () => '数据库正被另一程序写入，请稍后再试',
  } satisfies Record<ProblemCode, (about: string) => string>,
  login: { token: '访问令牌', enter: '进入', wrong: '令牌不对' },
  unbuilt: '页面尚未构建。请在源码目录运行 npm run build，然后刷新。',
  listening: (url: string) => `${url}（Ctrl-C 结束）`,
  token: (token: string) => `访问令牌：${token}`,
  readOnly: '数据库为只读：可以查看，不能保存决定。',
  stopped: '已停止。',
  defect: (message: string) => `回答请求时出错：${message}`,
  tokenFile: {
    unreadable: (path: string) => `${path}：无法读取令牌文件`,
    tooShort: (path: string, least: number) => `${path}：令牌至少需要 ${least} 个字符`,
  },
  listen: {
    portInUse: (address: string) => `${address} 已被占用；请结束占用它的程序，或以 --port 换一个端口`,
    portForbidden: (address: string) => `不允许使用 ${address}；请以 --port 换一个 1024 以上的端口`,
    noSuchHost: (address: string) => `本机没有 ${address} 这个地址；请检查 --host`,
    other: (address: string) => `无法在 ${address} 上提供服务`,
  } satisfies Record<ListenError['problem'], (address: string) => string>,
};
