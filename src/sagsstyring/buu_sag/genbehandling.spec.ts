import { type Genbehandlingsgrundlag } from './kommandoer.js';
import { kraevGrundlagAtOpretholde } from './krav.js';
import { Afvist } from '../../faelles/afvist.js';

const LOVE = [
  { lov: 'SEL', aar: '2022', paragraf: 'SEL § 62, stk. 1 og 3' },
  { lov: 'BL', aar: '2026', paragraf: 'BL § 50' },
] as const;

describe.each(LOVE)('Det, der skal opretholdes, gælder endnu ($lov)', ({ aar, paragraf }) => {
  const d = (dag: string): string => `${aar}-${dag}`;
  // Only this paragraph is asked.
  const udvalgslov = (afgoerelseKode: string) =>
    ({ afgoerelseKode, paragraf: { genbehandling: paragraf } }) as Parameters<typeof kraevGrundlagAtOpretholde>[0];
  const gaelder = (mere: Partial<Genbehandlingsgrundlag> = {}): Genbehandlingsgrundlag => ({
    ...{ sidsteDag: d('09-05'), ophoert: null },
    ...mere,
  });
  const svar = (dato: string, genbehandler?: Genbehandlingsgrundlag, overtaget?: string, kode = 'opretholdelse') => {
    try {
      kraevGrundlagAtOpretholde(udvalgslov(kode), dato, genbehandler, overtaget, 'genbehandlerId');
      return 'lovligt';
    } catch (fejl) {
      if (!(fejl instanceof Afvist)) throw fejl;
      return [fejl.kode, fejl.mere.felt, fejl.mere.paragraf];
    }
  };

  test('en opretholdelse uden noget at opretholde → nej; en første anbringelse har intet før sig', () => {
    expect(svar(d('09-01'))).toEqual(['genbehandling-uden-grundlag', 'genbehandlerId', paragraf]);
    expect(svar(d('09-01'), undefined, undefined, 'anbringelse-uden-samtykke')).toBe('lovligt');
  });

  test('til og med den sidste dag → lovligt; dagen efter er grundlaget ophørt', () => {
    expect(svar(d('09-05'), gaelder())).toBe('lovligt');
    expect(svar(d('09-06'), gaelder())).toEqual(['grundlag-ophoert', 'genbehandlerId', paragraf]);
  });

  test('et grundlag, der er ophørt, kan ikke opretholdes, heller ikke samme dag', () => {
    expect(svar(d('08-01'), gaelder({ ophoert: d('08-02') }))).toBe('lovligt');
    expect(svar(d('08-02'), gaelder({ ophoert: d('08-02') }))).toEqual([
      'grundlag-ophoert',
      'genbehandlerId',
      paragraf,
    ]);
  });

  test('er anbringelsen afgjort, før sagen kom hertil, siger sagsbehandleren dens sidste dag', () => {
    expect(svar(d('09-05'), undefined, d('09-05'))).toBe('lovligt');
    expect(svar(d('09-06'), undefined, d('09-05'))).toEqual(['grundlag-ophoert', 'genbehandlerId', paragraf]);
  });
});
