import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import { notatDecider, type NotatKommando, NotatSkrevet } from './notat.js';

const ID = (nr: number): string => `00000000-0000-7000-8000-0000000000${String(nr).padStart(2, '0')}`;
const ids = { notatId: ID(1), barnId: ID(2), sagId: ID(3) };
const BFU = ID(4);

describe.each([
  ['serviceloven', '2019-02-01'],
  ['barnets lov', '2026-02-02'],
])('Notater under %s (offentlighedsloven § 13)', (_lov, dag) => {
  const nu = context(`${dag}T10:00:00+01:00`);
  const skriv = {
    type: 'SkrivNotat',
    ...ids,
    oplyst: `${dag}T09:30:00+01:00`,
    emne: 'Samtale med skolen',
    tekst: 'Trives bedre.',
    sagensEnkeltsager: [BFU],
  } satisfies NotatKommando;
  const skrevet = event(NotatSkrevet, { ...ids, oplyst: skriv.oplyst, emne: skriv.emne, tekst: skriv.tekst });

  test('Notatet siger, hvornår det blev oplyst, og kan høre til en enkeltsag i sagen', () => {
    const [e] = given(notatDecider).then({ ...skriv, enkeltsagId: BFU }, nu);
    expect(e?.data).toEqual({ ...skrevet.data, enkeltsagId: BFU });
  });

  test('Noget, der ikke hører til sagen, kan notatet ikke knyttes til', () => {
    expect(given(notatDecider).refused({ ...skriv, enkeltsagId: ID(9) }, nu)).toMatchObject({
      kode: 'enkeltsag-ikke-i-sagen',
      mere: { felt: 'enkeltsagId' },
    });
  });

  test('Det kan ikke være oplyst om et øjeblik, men gerne i dette nu, uanset hvilken tidszone det er skrevet i', () => {
    const ny = given(notatDecider);
    expect(ny.refused({ ...skriv, oplyst: `${dag}T10:00:01+01:00` }, nu)).toMatchObject({
      kode: 'dato-i-fremtiden',
      mere: { felt: 'oplyst', paragraf: 'offentlighedsloven § 13' },
    });
    // 09:00 in Greenwich is 10:00 in Copenhagen; 09:01 is not yet.
    expect(ny.then({ ...skriv, oplyst: `${dag}T09:00:00Z` }, nu)).toHaveLength(1);
    expect(ny.refused({ ...skriv, oplyst: `${dag}T09:01:00Z` }, nu).kode).toBe('dato-i-fremtiden');
  });

  test('Et notat ændres aldrig: en rettelse er en ny hændelse med en årsag, og den kan selv rettes', () => {
    const ret = { type: 'RetNotat', emne: 'Samtale med skolen', tekst: 'Trives.', aarsag: 'Forkert ferie.' } as const;
    const [rettet] = given(notatDecider, skrevet).then(ret, nu);
    if (rettet === undefined) throw new Error('not corrected');
    expect(rettet).toEqual({
      type: 'journalark.NotatRettet',
      data: { ...ids, emne: ret.emne, tekst: 'Trives.', aarsag: 'Forkert ferie.' },
    });
    expect(given(notatDecider, skrevet, rettet).then(ret, nu)).toHaveLength(1);
    expect(given(notatDecider, skrevet).refused(skriv, nu)).toMatchObject({
      kode: 'notat-findes',
      mere: { status: 409 },
    });
  });

  test('Det, der ikke er skrevet, kan ikke rettes', () => {
    expect(given(notatDecider).refused({ type: 'RetNotat', emne: '.', tekst: '.', aarsag: '.' }, nu).kode).toBe(
      'notat-findes-ikke',
    );
  });
});
