import { aktindsigtDecider, type AnmodetAktindsigt } from '../../src/sagsstyring/aktindsigt/aktindsigt.js';
import { aktindsigtshvile, aktindsigtsskridt } from '../../src/sagsstyring/aktindsigt/vejledning.js';
import {
  ansoegningDecider,
  ansoegningshvile,
  ansoegningsskridt,
  type ModtagetAnsoegning,
} from '../../src/sagsstyring/ansoegning/ansoegning.js';
import {
  anbringelsesanmodningDecider,
  anmodningshvile,
  anmodningsskridt,
  type ModtagetAnmodning,
} from '../../src/sagsstyring/anbringelsesanmodning/anbringelsesanmodning.js';
import {
  mellemkommunalDecider,
  mellemkommunaleSkridt,
  mellemkommunalhvile,
  type SendtUnderretning,
} from '../../src/sagsstyring/mellemkommunal/mellemkommunal.js';
import { A, B, C, IDAG, jaNej, kryds, regimer, tilladt, type Stilling } from './stilling.js';

const ids = { sagId: B, barnId: C };

function* mellemkommunale(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['sendt', 'bekraeftet'] as const,
    regime: regimer,
    flytter: ['2026-11-01', '2026-12-01'],
  })) {
    const m: SendtUnderretning = {
      ...ids,
      ...{ mellemkommunalId: A, tilKommune: '851', sendt: '2026-11-20', maade: 'sikker mail' },
      ...{ opsummering: 'x', materiale: 'x', modtaget: v.fase === 'sendt' ? null : '2026-11-21' },
      ...v,
    };
    yield {
      skridt: mellemkommunaleSkridt(m),
      hvile: mellemkommunalhvile(m),
      afgoerende: {
        kode: 'mellemkommunal-bekraeftelse',
        art: 'kan',
        tilladt: tilladt(mellemkommunalDecider, m, { type: 'BekraeftMellemkommunal', modtaget: IDAG }),
      },
    };
  }
}

function* anbringelsesanmodninger(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['modtaget', 'vurderet', 'afgjort'] as const,
    bfuNoedvendig: jaNej,
    udfald: ['anbringelse', 'stoettende-indsats', 'ingen'] as const,
  })) {
    const a: ModtagetAnmodning = {
      ...ids,
      ...{ anmodningId: A, fase: v.fase, modtaget: '2026-11-01', form: 'mundtlig', indhold: 'x' },
      vurdering:
        v.fase === 'modtaget'
          ? null
          : {
              ...{ dato: '2026-11-10', bfuNoedvendig: v.bfuNoedvendig, betingelserOpfyldt: false, begrundelse: 'x' },
              ...{ boernesamtaleDato: '2026-11-08', boernesamtaleUndladt: null },
            },
      afgoerelse:
        v.fase === 'afgjort' ? { dato: '2026-11-20', udfald: v.udfald, afgoerelseId: A, begrundelse: 'x' } : null,
    };
    yield {
      skridt: anmodningsskridt(a),
      hvile: anmodningshvile(a),
      afgoerende: {
        kode: 'barnets-anbringelsesanmodning-afgoerelse',
        art: 'skal',
        tilladt: tilladt(anbringelsesanmodningDecider, a, {
          ...{ type: 'AfgoerAnmodning', dato: IDAG, udfald: v.udfald, afgoerelseId: A, begrundelse: 'x' },
        }),
      },
    };
  }
}

function* aktindsigter(): Generator<Stilling> {
  const klager: readonly AnmodetAktindsigt['klage'][] = [
    null,
    { modtaget: '2026-11-18', videresendt: null },
    { modtaget: '2026-11-18', videresendt: '2026-11-20' },
  ];
  for (const v of kryds({
    fase: ['anmodet', 'afgjort'] as const,
    art: ['part', 'offentlighed', 'gdpr'] as const,
    udskudt: jaNej,
    klage: klager,
  })) {
    const { udskudt, fase, art, klage } = v;
    const a: AnmodetAktindsigt = {
      ...ids,
      ...{ aktindsigtId: A, fase, art, klage, anmoderId: A, kendtPerson: true, anmoderNavn: null, oensker: 'x' },
      ...{ modtaget: '2026-11-02', svarSenest: '2026-11-11' },
      fristbreve: art !== 'gdpr' && udskudt ? [{ sendt: '2026-11-10', forventet: '2026-12-01', begrundelse: 'x' }] : [],
      forlaenget: art === 'gdpr' && udskudt ? { sendt: '2026-11-10', begrundelse: 'x' } : null,
      afgoerelse:
        fase === 'afgjort'
          ? { dato: '2026-11-20', udfald: 'fuld', maskeret: false, begrundelse: null, udleveret: 'x' }
          : null,
    };
    yield {
      skridt: aktindsigtsskridt(a),
      hvile: aktindsigtshvile(a),
      afgoerende: {
        kode: art === 'gdpr' ? 'gdpr-indsigt' : 'aktindsigt',
        art: 'skal',
        tilladt: tilladt(aktindsigtDecider, a, {
          ...{ type: 'AfgoerAktindsigt', dato: IDAG, udfald: 'fuld', klagevejledning: false, maskeret: false },
          ...{ beskyttedeAndre: 0, risikovurderingMangler: false },
        }),
      },
    };
  }
}

function* ansoegninger(): Generator<Stilling> {
  for (const v of kryds({
    fase: ['modtaget', 'screenet', 'afgjort'] as const,
    regime: regimer,
    besked: jaNej,
    trukket: jaNej,
  })) {
    const { fase, regime, besked, trukket } = v;
    const a: ModtagetAnsoegning = {
      ...ids,
      ...{
        ansoegningId: A,
        fase,
        regime,
        ansoegerId: C,
        modtaget: '2026-10-01',
        svarSenest: '2026-11-26',
        oensker: 'x',
      },
      screening: fase === 'screenet' ? { dato: '2026-10-08', spor: 'bfu', begrundelse: 'x' } : null,
      beskeder: besked ? [{ sendt: '2026-11-20', forventet: '2026-12-20', begrundelse: 'x' }] : [],
      afgoerelse:
        fase === 'afgjort'
          ? { dato: '2026-11-20', udfald: trukket ? 'trukket' : 'afslag', afgoerelseId: trukket ? null : A }
          : null,
    };
    yield {
      skridt: ansoegningsskridt(a),
      hvile: ansoegningshvile(a),
      afgoerende: {
        kode: 'ansoegning-afgoerelse',
        art: 'skal',
        tilladt: tilladt(ansoegningDecider, a, {
          ...{ type: 'AfgoerAnsoegning', dato: IDAG, udfald: 'afslag', afgoerelseId: A },
        }),
      },
    };
  }
}

/** The walk of each aggregate here, by its kind. */
export const afklaring: Readonly<Record<string, () => Iterable<Stilling>>> = {
  [mellemkommunalDecider.kind]: mellemkommunale,
  [anbringelsesanmodningDecider.kind]: anbringelsesanmodninger,
  [aktindsigtDecider.kind]: aktindsigter,
  [ansoegningDecider.kind]: ansoegninger,
};
