import fc from 'fast-check';
import { maanederEfter, opholdIGang, tvangIGang, type UdenSamtykke } from './tilstand_tvang.js';
import { foer, foerste, iFremtiden, type Trin, type Udfald, vaelg } from './trin.js';
import { kunBfu, slut } from './trin_bfu.js';
import { nummer, senere } from './trin_underretning.js';
import { SIDSTE_DAG } from './verden.js';

/** The committee has decided that the investigation is carried out without consent (serviceloven § 51, barnets lov § 23). */
const beslut = fc
  .tuple(nummer, nummer, fc.constantFrom('ambulant', 'ophold', 'ophold', 'indlaeggelse'))
  .map(([nr, buuNr, form]): Trin => ({
    navn: `uden samtykke ${form}(#${String(nr)}, udvalg ${String(buuNr)})`,
    anmod: (model) => {
      const bfu = vaelg(model.bfuer, nr);
      const buuSag = vaelg(model.tvang.buuSager, buuNr);
      if (bfu === undefined || buuSag === undefined) return null;
      const tidligere = model.tvang.udenSamtykke.get(bfu);
      const vedtaget = buuSag.kode === 'undersoegelse-uden-samtykke' && buuSag.fase === 'vedtaget';
      const besluttet = buuSag.afgjort ?? 0;
      return {
        som: 'alt',
        sti: `/undersoegelser/${bfu.id}/uden-samtykke`,
        krop: { buuSagId: buuSag.id, form, begrundelse: 'Åbenbar risiko.' },
        forventet: foerste(
          buuSag.indstilling !== null && buuSag.indstilling.bfu !== bfu && '422 anden-undersoegelse',
          !vedtaget && '422 udvalgets-afgoerelse-mangler',
          slut(bfu),
          kunBfu(bfu),
          tvangIGang(tidligere) && '409 undersoegelse-uden-samtykke-i-gang',
          // What has been carried out cannot be carried out again without a new decision.
          tidligere?.buuSag === buuSag && '409 undersoegelse-gennemfoert',
          foer(besluttet, bfu.besluttet),
        ),
        gemt: () => {
          model.tvang.udenSamtykke.set(bfu, {
            ...{ buuSag, besluttet, ambulant: form === 'ambulant', ophold: null, afsluttet: false },
          });
        },
      };
    },
  }));

interface Paa {
  readonly regler: readonly (Udfald | false)[];
  readonly gemt: () => void;
}

function paaTvang(
  navn: string,
  sti: string,
  dage: fc.Arbitrary<number>,
  anmod: (tvang: UdenSamtykke, naar: number, udloebet: boolean) => Paa,
): fc.Arbitrary<Trin> {
  return fc.tuple(nummer, dage).map(([nr, efter]): Trin => ({
    navn: `${navn}(#${String(nr)} +${String(efter)})`,
    anmod: (model, v) => {
      const bfu = vaelg(model.bfuer, nr);
      if (bfu === undefined) return null;
      const tvang = model.tvang.udenSamtykke.get(bfu);
      const fra = tvang === undefined ? bfu.besluttet : (tvang.ophold?.til ?? tvang.ophold?.fra ?? tvang.besluttet);
      const naar = Math.min(SIDSTE_DAG + 1, fra + efter);
      const paa =
        tvang === undefined ? undefined : anmod(tvang, naar, v.dato(naar) > maanederEfter(tvang.besluttet, 2, v));
      return {
        som: 'alt',
        sti: `/undersoegelser/${bfu.id}/uden-samtykke/${sti}`,
        krop: { dato: v.dato(naar), ...(sti === 'afslutning' ? { resultat: 'Barnet har brug for ro.' } : {}) },
        forventet: foerste(
          slut(bfu),
          tvang === undefined && '422 ingen-undersoegelse-uden-samtykke',
          tvang?.afsluttet === true && '409 ingen-undersoegelse-uden-samtykke',
          iFremtiden(naar),
          foer(naar, tvang?.besluttet ?? 0),
          ...(paa?.regler ?? []),
        ),
        gemt: () => {
          paa?.gemt();
        },
      };
    },
  }));
}

/** Two months and the days around it are in it. */
const indenForTo = fc.oneof({ weight: 3, arbitrary: senere }, fc.constantFrom(59, 60, 61, 62, 63, 80));

const begyndOphold = paaTvang('begynd ophold', 'ophold', indenForTo, (tvang, naar, udloebet) => ({
  regler: [
    tvang.ambulant && '422 ophold-ikke-besluttet',
    tvang.ophold !== null && '409 ophold-begyndt',
    udloebet && '422 undersoegelse-udloebet',
    tvang.buuSag.gennemfoert !== null && naar > tvang.buuSag.gennemfoert && '422 undersoegelse-gennemfoert',
  ],
  gemt: () => {
    tvang.ophold = { fra: naar, til: null };
  },
}));

const ophoerOphold = paaTvang('ophør ophold', 'ophold/ophoer', indenForTo, (tvang, naar) => ({
  regler: [!opholdIGang(tvang) && '409 intet-ophold', foer(naar, tvang.ophold?.fra ?? 0)],
  gemt: () => {
    if (tvang.ophold !== null) tvang.ophold.til = naar;
  },
}));

/** The stay lasts no longer than the examination; the committee's case is told, if it has not been. */
const afslut = paaTvang('afslut uden samtykke', 'afslutning', indenForTo, (tvang, naar) => ({
  regler: [opholdIGang(tvang) && '422 ophold-i-gang', foer(naar, tvang.ophold?.fra ?? 0)],
  gemt: () => {
    tvang.afsluttet = true;
    tvang.buuSag.gennemfoert ??= naar;
  },
}));

/** From the shallow to the deep. */
export const tvangstrin = [beslut, afslut, begyndOphold, ophoerOphold];
