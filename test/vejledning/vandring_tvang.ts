import { buuSagDecider } from '../../src/sagsstyring/buu_sag/buu_sag.js';
import { type RejstBuuSag } from '../../src/sagsstyring/buu_sag/tilstand.js';
import { buuSagshvile, buuSagsskridt } from '../../src/sagsstyring/buu_sag/vejledning.js';
import { formandsafgoerelseDecider } from '../../src/sagsstyring/formandsafgoerelse/formandsafgoerelse.js';
import { type TruffetForeloebigt } from '../../src/sagsstyring/formandsafgoerelse/tilstand.js';
import { formandshvile, formandsskridt } from '../../src/sagsstyring/formandsafgoerelse/vejledning.js';
import { klageDecider } from '../../src/sagsstyring/klage/klage.js';
import { type ModtagetKlage } from '../../src/sagsstyring/klage/tilstand.js';
import { klagehvile, klageskridt } from '../../src/sagsstyring/klage/vejledning.js';
import { A, B, C, IDAG, jaNej, kryds, regimer, type Stilling, tilladt } from './stilling.js';

const sagen = { sagId: B, barnId: C, afgoerelseKode: 'x', afgoerelsesnavn: 'Anbringelse', hjemmel: 'BL § 47' };

function* buuSager(): Generator<Stilling> {
  const indstilling: RejstBuuSag['indstilling'] = {
    ...{ dato: '2026-10-10', regime: 'BL', hjemmel: 'BL § 51', bfuId: A, planId: B, undtagelser: [] },
    ...{ boernesamtaleDato: '2026-10-01', boernesamtaleUndladt: null, psykologiskVurderingDato: null },
    ...{ anbragtFra: null, undtagelsesbegrundelse: null, indstilling: 'x', formaal: 'x', varighedMaaneder: 12 },
    ...{ barnetsHoldning: 'x', foraeldrenesHoldning: 'x' },
  };
  const afgjort = (vedtaget: boolean): RejstBuuSag['afgjort'] => ({
    ...{
      afgoerelseId: A,
      hjemmel: 'BL § 142',
      regime: 'BL',
      dato: '2026-11-02',
      vedtaget,
      foelgerIndstilling: vedtaget,
    },
    ...{ stemmerFor: 4, stemmerImod: 1, formaal: null, begrundelse: 'x' },
  });
  for (const v of kryds({
    fase: ['forberedes', 'indstillet', 'berammet', 'afgjort', 'trukket'] as const,
    regime: regimer,
    afgoerelseKode: ['anbringelse-uden-samtykke', 'undersoegelse-uden-samtykke'],
    vejledt: jaNej,
    vedtaget: jaNej,
    undersoegt: jaNej,
    genbehandles: jaNej,
    grundlagSlut: [null, '2026-11-19'],
  })) {
    const { vejledt, vedtaget, undersoegt, genbehandles, grundlagSlut, ...resten } = v;
    const slut = v.fase === 'afgjort';
    const sag: RejstBuuSag = {
      ...sagen,
      ...{ buuSagId: A, dato: '2026-10-01', begrundelse: 'x', formandsafgoerelseId: null, genbehandlerId: null },
      overtagetGrundlagTil: null,
      ...{ plejeforaeldreIder: [], angaarIder: [], udtalelser: [], samtykker: [], grundlagOphoert: null },
      ...resten,
      vejledte: vejledt ? [{ personId: B, dato: '2026-10-02', maade: 'brev' }] : [],
      indstilling: v.fase === 'forberedes' ? null : indstilling,
      moede: v.fase === 'berammet' || slut ? '2026-11-02' : null,
      afgjort: slut ? afgjort(vedtaget) : null,
      genbehandling:
        slut && vedtaget && genbehandles
          ? { dato: '2026-11-02', genbehandling: '1aar', genbehandlesSenest: null, grundlag: 'udvalg' }
          : null,
      undersoegelseGennemfoert: slut && undersoegt ? '2026-11-20' : null,
      trukket: v.fase === 'trukket' ? '2026-10-05' : null,
    };
    yield {
      skridt: buuSagsskridt(sag, { grundlagSlut }),
      hvile: buuSagshvile(sag, { grundlagSlut }),
      afgoerende: {
        kode: 'buu-moede',
        art: 'skal',
        tilladt: sag.moede === null && tilladt(buuSagDecider, sag, { type: 'BeramMoede', moede: IDAG }),
      },
    };
  }
}

function* formandsafgoerelser(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['truffet', 'ivaerksat', 'godkendt', 'erstattet', 'ophaevet', 'bortfaldet'] as const,
    regime: regimer,
    meddelt: [null, '2026-11-20T12:00:00+01:00'],
    ivaerksatDag: ['2026-10-01', '2026-11-10', '2026-11-20'],
    brug: [null, { siden: '2026-11-21', hvorfor: 'hjemgivet' }] as const,
  })) {
    const { meddelt, ivaerksatDag, brug, ...resten } = v;
    const igang = v.fase !== 'truffet';
    const plus = (dage: number) => new Date(Date.parse(ivaerksatDag) + dage * 86_400_000).toISOString().slice(0, 10);
    const f: TruffetForeloebigt = {
      ...sagen,
      ...{
        formandsafgoerelseId: A,
        truffet: `${ivaerksatDag}T08:00:00+01:00`,
        truffetAf: 'fmd01',
        underretningId: null,
      },
      ...{ formaal: 'x', begrundelse: 'x' },
      ...resten,
      ivaerksat: igang ? `${ivaerksatDag}T09:00:00+01:00` : null,
      godkendesSenest: igang ? plus(6) : null,
      gyldigTil: igang ? plus(30) : null,
      parter: igang ? [{ personId: B, rolle: 'foraelder', meddelt }] : [],
      godkendt: v.fase === 'godkendt' ? plus(3) : null,
      slut: ['erstattet', 'ophaevet', 'bortfaldet'].includes(v.fase) ? plus(5) : null,
      erstattetAf: v.fase === 'erstattet' ? B : null,
    };
    yield {
      skridt: formandsskridt(f, IDAG, brug),
      hvile: formandshvile(f),
      afgoerende: {
        kode: 'formandsbeslutning-ivaerksaettelse',
        art: 'skal',
        tilladt: tilladt(formandsafgoerelseDecider, f, {
          ...{
            type: 'IvaerksaetForeloebig',
            regime: v.regime,
            ivaerksat: `${IDAG}T09:00:00+01:00`,
            godkendesSenest: IDAG,
          },
          ...{ gyldigTil: IDAG, parter: [] },
        }),
      },
    };
  }
}

function* klager(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['modtaget', 'fastholdt', 'delvist', 'oversendt', 'hjemvist', 'aendret', 'afsluttet'] as const,
    regime: regimer,
    organ: ['KB', 'BUU'] as const,
    forSent: jaNej,
    opsaettendeVirkning: jaNej,
  })) {
    const k: ModtagetKlage = {
      ...sagen,
      ...{
        klageId: A,
        afgoerelseId: B,
        meddelelseId: null,
        klagerId: C,
        klagerErPart: true,
        modtaget: '2026-11-01',
        klagefrist: '2026-11-20',
      },
      ...{ indhold: 'x', genvurdering: null, gennemfoert: null },
      ...v,
      oversendt:
        v.fase === 'modtaget' || v.fase === 'fastholdt' || v.fase === 'delvist'
          ? null
          : { sendt: '2026-11-05', modtagetAst: '2026-11-06', udtalelse: null },
      anke:
        v.fase === 'hjemvist' || v.fase === 'aendret' ? { dato: '2026-11-15', udfald: v.fase, begrundelse: 'x' } : null,
      afsluttet: v.fase === 'afsluttet' ? { dato: '2026-11-16', aarsag: 'x' } : null,
    };
    yield {
      skridt: klageskridt(k),
      hvile: klagehvile(k),
      afgoerende: {
        kode: 'klage-anke',
        art: 'kan',
        tilladt: tilladt(klageDecider, k, {
          ...{ type: 'RegistrerAnkeafgoerelse', dato: IDAG, udfald: 'stadfaestet', begrundelse: 'x' },
        }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const tvang: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [buuSagDecider.kind]: buuSager,
  [formandsafgoerelseDecider.kind]: formandsafgoerelser,
  [klageDecider.kind]: klager,
};
