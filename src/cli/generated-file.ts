import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file that is generated from the code, or, with `--check`, fails when it is not what the code says. */
export function writeOrCheck(path: string, content: string, command: string): void {
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    process.stdout.write(`${path} written\n`);
    return;
  }
  const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (current === content) {
    process.stdout.write(`${path} is fresh\n`);
    return;
  }
  const before = current.split('\n');
  const line = content.split('\n').findIndex((text, index) => text !== before[index]);
  process.stderr.write(`${path} is stale from line ${String(line + 1)}. Run: ${command}\n`);
  process.exitCode = 1;
}
