import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';

const FIXTURES = 'test/arkitektur/fixtures';
const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly { readonly name: string }[];
};

interface Result {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** The rules that each fixture breaks, as `fixture rule`. One cruise for all of them: a start of the tool takes seconds. */
function brokenRules(): Set<string> {
  const { stdout } = spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      FIXTURES,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', ARKITEKTUR_ROD: `${FIXTURES}/[^/]+/src` },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return new Set(
    (JSON.parse(stdout) as Result).summary.violations.map(
      ({ from, rule }) => `${from.slice(FIXTURES.length + 1).split('/')[0] ?? ''} ${rule.name}`,
    ),
  );
}

/** That the product itself breaks none is seen by `npm run check`. */
describe('The walls of the house', () => {
  const rules = config.forbidden.map((rule) => rule.name);
  const broken = brokenRules();

  it('has a fixture for every rule', () => {
    expect(readdirSync(FIXTURES).sort()).toEqual([...rules].sort());
  });

  it.each(rules)('%s is seen red', (rule) => {
    expect([...broken]).toContain(`${rule} ${rule}`);
  });
});
