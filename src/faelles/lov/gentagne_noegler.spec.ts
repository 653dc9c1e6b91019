import fc from 'fast-check';
import { gentagneNoegler } from './gentagne_noegler.js';

it.each<[string, readonly string[]]>([
  ['{"a":1,"b":{"a":2},"c":[{"a":1},{"a":2}]}', []],
  ['{"a":1,"a":2}', ['/a']],
  ['{"regler":[{"id":"x"},{"maengde":24,"navn":"en, \\"to\\": {tre}","maengde":48}]}', ['/regler/1/maengde']],
  // One key, written in two ways.
  ['{"a":1,"\\u0061":2}', ['/a']],
  ['[["a","a"],"a","a"]', []],
  ['{"a":"a","b":"a","c":["b","b"]}', []],
])('nøgler, der står to gange i %s: %j', (json, stier) => {
  expect(() => void JSON.parse(json)).not.toThrow();
  expect(gentagneNoegler(json)).toEqual(stier);
});

it('finder aldrig noget i det, JSON selv har skrevet', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (vaerdi) => {
      expect(gentagneNoegler(JSON.stringify(vaerdi, null, 2))).toEqual([]);
    }),
  );
});
