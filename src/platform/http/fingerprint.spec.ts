import { canonicalJson, commandIdOf, fingerprintOf } from './fingerprint.js';

const command = {
  method: 'POST',
  path: '/v1/sager',
  body: { b: 1, a: [{ d: null, c: 'x' }] },
  tenant: 840,
  user: 'sb01',
};

describe('fingeraftrykket af en kommando', () => {
  test('er det samme, uanset i hvilken rækkefølge felterne står', () => {
    expect(fingerprintOf({ ...command, body: { a: [{ c: 'x', d: null }], b: 1 } })).toBe(fingerprintOf(command));
    expect(canonicalJson(command.body)).toBe('{"a":[{"c":"x","d":null}],"b":1}');
  });

  test.each([
    { method: 'PUT' },
    { path: '/v1/sager/x' },
    { body: { b: 1, a: [{ d: null, c: 'y' }] } },
    { body: { b: '1', a: [{ d: null, c: 'x' }] } },
    { tenant: 851 },
    { user: 'sb02' },
  ])('er et andet, når %p er anderledes', (other) => {
    expect(fingerprintOf({ ...command, ...other })).not.toBe(fingerprintOf(command));
  });

  test('intet indhold og null er det samme', () => {
    expect(fingerprintOf({ ...command, body: undefined })).toBe(fingerprintOf({ ...command, body: null }));
  });

  test('kommandoens id er en UUID, der hører til kommune, bruger og nøgle', () => {
    const id = commandIdOf(840, 'sb01', 'k');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(commandIdOf(840, 'sb01', 'k')).toBe(id);
    expect(
      new Set([
        id,
        commandIdOf(851, 'sb01', 'k'),
        commandIdOf(840, 'sb02', 'k'),
        commandIdOf(840, 'sb01', 'l'),
        commandIdOf(840, 'sb01k', ''),
      ]).size,
    ).toBe(5);
  });
});
