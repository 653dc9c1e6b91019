import {
  type Afgoerelse,
  afgoerelseDecider,
  afgoerelseshvile,
  afgoerelsesskridt,
} from '../../src/sagsstyring/afgoerelse/afgoerelse.js';
import { partshoeringDecider } from '../../src/sagsstyring/partshoering/partshoering.js';
import { type Hoertpart, type Partshoering } from '../../src/sagsstyring/partshoering/tilstand.js';
import { partshoeringshvile, partshoeringsskridt } from '../../src/sagsstyring/partshoering/vejledning.js';
import { A, B, C, IDAG, kryds, regimer, type Stilling, tilladt } from './stilling.js';

/** The states of one party in a hearing: not written to, waiting, answered, out of time, lawfully left out. */
function part(personId: string): readonly Hoertpart[] {
  const brev = (svarfrist: string) => ({
    ...{ brevId: C, sendt: '2026-11-01', svarfrist, maade: 'digital-post', maskeret: false },
  });
  const ny = { personId, rolle: 'foraelder' as const, brev: null, svar: null, undladt: null };
  return [
    ny,
    { ...ny, brev: brev('2026-12-01') },
    { ...ny, brev: brev('2026-12-01'), svar: { modtaget: '2026-11-10', tekst: 'Ingen bemærkninger.' } },
    { ...ny, brev: brev('2026-11-10') },
    { ...ny, undladt: { dato: '2026-11-02', grund: 'ubetaenkelig', begrundelse: 'Kender oplysningerne.' } },
  ];
}

function* partshoeringer(): Generator<Stilling> {
  for (const v of kryds({ fase: ['i-gang', 'afsluttet'] as const, regime: regimer, mor: part(B), far: part(C) })) {
    const { mor, far, ...resten } = v;
    const p: Partshoering = {
      ...{ partshoeringId: A, sagId: B, barnId: C, afgoerelseKode: 'x', afgoerelsesnavn: 'Ophør', hjemmel: 'SEL § 52' },
      ...{ dato: '2026-11-01', oplysninger: 'Oplysninger.', afsluttet: v.fase === 'afsluttet' ? IDAG : null },
      ...resten,
      parter: [mor, far],
    };
    yield {
      skridt: partshoeringsskridt(p, IDAG),
      hvile: partshoeringshvile(p),
      afgoerende: {
        kode: 'partshoering-afslutning',
        art: 'skal',
        tilladt: tilladt(partshoeringDecider, p, { type: 'AfslutPartshoering', dato: IDAG }),
      },
    };
  }
}

function* afgoerelserTruffet(): Generator<Stilling> {
  const parter = [
    { personId: B, rolle: 'foraelder' as const },
    { personId: C, rolle: 'barn' as const },
  ];
  for (const { regime, faaet } of kryds({ regime: regimer, faaet: [[], [B], [C], [B, C]] })) {
    const a: Afgoerelse = {
      ...{ fase: faaet.length === parter.length ? 'meddelt' : 'truffet', afgoerelseId: A, sagId: B, barnId: C },
      ...{
        afgoerelseKode: 'x',
        afgoerelsesnavn: 'Ophør',
        hjemmel: 'SEL § 52',
        regime,
        organ: 'KB',
        dato: '2026-11-01',
      },
      ...{
        tilUgunst: true,
        afslag: false,
        opsaettendeVirkning: false,
        parter,
        partshoeringIder: [],
        begrundelse: 'Derfor.',
      },
      ...{ hoeringUndladt: null, hoeringUndladtBegrundelse: null, vedroererId: null, erstatterId: null },
      ...{ boernesamtaleDato: null, boernesamtaleUndladt: null },
      meddelelser: faaet.map((personId) => ({
        ...{ meddelelseId: C, personId, sendt: '2026-11-02', modtaget: '2026-11-02', maade: 'brev', maskeret: false },
      })),
    };
    const naeste = parter.find(({ personId }) => !faaet.includes(personId))?.personId ?? B;
    yield {
      skridt: afgoerelsesskridt(a),
      hvile: afgoerelseshvile(a),
      afgoerende: {
        kode: 'afgoerelse-meddelelse',
        art: 'skal',
        tilladt: tilladt(afgoerelseDecider, a, {
          ...{ type: 'MeddelAfgoerelse', meddelelseId: C, personId: naeste, sendt: IDAG, modtaget: IDAG },
          ...{
            maade: 'brev',
            klagevejledning: true,
            maskeret: true,
            beskyttedeAndre: 0,
            risikovurderingMangler: false,
          },
        }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const afgoerelser: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [partshoeringDecider.kind]: partshoeringer,
  [afgoerelseDecider.kind]: afgoerelserTruffet,
};
