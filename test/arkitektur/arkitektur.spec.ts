import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const FIXTURES = 'test/arkitektur/fixtures';
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string }[];
};

interface Result {
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] };
}

/** Names of the rules that are broken below a folder. */
function brokenRules(folder: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      folder,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', ARKITEKTUR_ROD: folder },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return (JSON.parse(stdout) as Result).summary.violations.map((violation) => violation.rule.name);
}

describe('The walls of the house', () => {
  it('has a fixture for every rule', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(config.forbidden.map((rule) => rule.name).sort());
  });

  it.each(config.forbidden.map((rule) => rule.name))('%s is seen red', (rule) => {
    expect(brokenRules(join(FIXTURES, rule, 'src'))).toContain(rule);
  });

  it('the product breaks none', () => {
    expect(brokenRules('src')).toEqual([]);
  });
});
