import { spawn } from 'node:child_process';

/** How much of what a program says is kept for the error. */
const KEPT_OUTPUT = 500;

/**
 * Runs a program that starts others, as LibreOffice's launcher does, in a group of its own: when time is over all of
 * them end. Rejects when it fails, cannot be started, or takes too long (milliseconds).
 */
export function runGroup(path: string, args: readonly string[], within: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const hasGroups = process.platform !== 'win32';
    const child = spawn(path, args, { detached: hasGroups, stdio: ['ignore', 'ignore', 'pipe'] });
    let problems = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      if (hasGroups && child.pid !== undefined) endGroup(child.pid);
      else child.kill('SIGKILL');
    }, within);
    child.stderr.on('data', (chunk: Buffer) => {
      problems = (problems + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0 && !isLate) resolve();
      else reject(new Error(isLate ? `it took longer than ${within} ms` : `exit code ${code}: ${problems.trim()}`));
    });
  });
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // it has ended by itself in the meantime
  }
}
