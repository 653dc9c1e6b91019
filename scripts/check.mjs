// Everything that must hold beside the tests. All steps run, also after one that fails, so that one look shows all.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const steps = [
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['lint', ['eslint', '--max-warnings', '0', '.']],
  ['types', ['node', 'node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json']],
  ['architecture', ['depcruise', '--config', '.dependency-cruiser.cjs', 'src']],
  ['dead code', ['knip', '--no-progress']],
  ['Dockerfile', ['node', 'scripts/lint-docker.mjs']],
  ['compose file', ['dclint', '--max-warnings', '0', '--config', 'docker/.dclintrc.yaml', 'docker/compose.yaml']],
  ['build', ['npm', 'run', '-s', 'build']],
  ['OpenAPI is fresh', ['node', 'dist/src/cli/openapi.js', '--check']],
  ['OpenAPI is sound', ['spectral', 'lint', '--fail-severity', 'warn', 'openapi/openapi.json']],
  ['schemas of law packs are fresh', ['node', 'dist/src/cli/lov_skema.js', '--check']],
  ['demanded fields are fresh', ['node', 'dist/src/cli/felter.js', '--check']],
  ['event catalogue is fresh', ['node', 'dist/src/cli/haendelser.js', '--check']],
];

let failed = 0;
for (const [name, [command, ...args]] of steps) {
  const start = process.hrtime.bigint();
  const program = command === 'node' || command === 'npm' ? command : join('node_modules', '.bin', command);
  const result = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const ok = result.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok) {
    failed += 1;
    console.log(`${result.stdout ?? ''}${result.stderr ?? ''}`.trimEnd());
  }
}
console.log(failed === 0 ? 'All checks hold.' : `${failed} of ${steps.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
