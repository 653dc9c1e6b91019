import { type DomainEvent } from '../../platform/eventstore/event-declaration.js';
import { given } from '../../platform/testing/given-when-then.js';
import { BFU, forloeb, GYLDIGE_TEMAER, LOVE, UDTALELSE } from './testing/forloeb.js';
import { type UndersoegelseEvent } from './undersoegelse.events.js';
import { undersoegelseDecider } from './undersoegelse.js';
import { undersoegelsesskridt } from './vejledning.js';

const typer = (events: readonly DomainEvent[]): readonly string[] => events.map(({ type }) => type.replace('ics.', ''));

describe.each(LOVE)('Undersøgelsen fra afgørelse til oplysninger ($regime)', (lov) => {
  const f = forloeb(lov);
  const { besluttet, aktoerer, anmodet, rykket, modtaget, samtale, undladt } = f.haendelser;
  const tilstand = (...sket: readonly UndersoegelseEvent[]) => given(undersoegelseDecider, ...sket).state;

  describe('Trin 1: afgørelse', () => {
    test(`Afgørelsen gemmer både opmærksomhedsdato og afgørelsesdato; fristen løber fra den første (${lov.undersoegelse}, stk. 3)`, () => {
      const [e] = given(undersoegelseDecider).then(f.beslut, f.nu());
      expect(e).toMatchObject({
        type: 'ics.BfuBesluttet',
        data: { opmaerksomDato: f.dag(0), afgoerelseDato: f.dag(11), regime: lov.regime },
      });
      // What is only asked for to decide is no fact of the investigation.
      expect(e?.data).not.toHaveProperty('igangvaerende');
    });

    test(`Kommunen kan ikke være blevet opmærksom på behovet efter afgørelsen (${lov.undersoegelse})`, () => {
      const decider = given(undersoegelseDecider);
      expect(decider.refused({ ...f.beslut, opmaerksomDato: f.dag(12) }, f.nu())).toMatchObject({
        kode: 'opmaerksom-efter-afgoerelse',
        mere: { felt: 'opmaerksomDato', paragraf: lov.regime === 'SEL' ? 'SEL § 50' : 'BL § 20, stk. 3' },
      });
      // The same day is the ordinary case.
      expect(typer(decider.then({ ...f.beslut, opmaerksomDato: f.dag(11) }, f.nu()))).toEqual(['BfuBesluttet']);
    });

    test('En afgørelse kan ikke være truffet i morgen', () => {
      expect(given(undersoegelseDecider).refused(f.beslut, f.nu(10))).toMatchObject({
        kode: 'dato-i-fremtiden',
        mere: { felt: 'afgoerelseDato' },
      });
    });

    test(`Der er højst én undersøgelse i gang i en sag (${lov.undersoegelse})`, () => {
      expect(given(undersoegelseDecider).refused({ ...f.beslut, igangvaerende: [BFU] }, f.nu())).toMatchObject({
        kode: 'bfu-i-gang',
        mere: { status: 409 },
      });
      expect(given(undersoegelseDecider, besluttet).refused(f.beslut, f.nu()).kode).toBe('bfu-findes');
    });

    test('Intet kan registreres i en undersøgelse, der ikke er besluttet', () => {
      expect(
        given(undersoegelseDecider).refused({ type: 'AfdaekAktoerer', dato: f.dag(12), aktoerer: ['Skolen'] }, f.nu())
          .kode,
      ).toBe('bfu-findes-ikke');
    });
  });

  describe('Trin 2: aktører og temaer', () => {
    test('De aktører, der skal høres, registreres med antal; hvem de er, er fritekst', () => {
      const [e] = given(undersoegelseDecider, besluttet).then(
        { type: 'AfdaekAktoerer', dato: f.dag(12), aktoerer: ['Skolen', 'Sundhedsplejersken'] },
        f.nu(),
      );
      expect(e).toMatchObject({ data: { antal: 2, aktoerer: 'Skolen; Sundhedsplejersken' } });
    });

    test('Arbejdet kan bygge på noget fra før afgørelsen, men ikke fra før kommunen blev opmærksom', () => {
      const i = given(undersoegelseDecider, besluttet);
      const find = { type: 'AfdaekAktoerer', aktoerer: ['Skolen'] } as const;
      expect(typer(i.then({ ...find, dato: f.dag(0) }, f.nu()))).toEqual(['AktoererAfdaekket']);
      expect(i.refused({ ...find, dato: f.dag(-1) }, f.nu())).toMatchObject({
        kode: 'forkert-raekkefoelge',
        mere: { felt: 'dato' },
      });
    });

    test(`Hvert tema vurderes for sig, relevant eller ej, med begrundelse (${lov.undersoegelse})`, () => {
      const vurderinger = [
        { tema: 'skoleforhold', relevant: true, begrundelse: 'Højt fravær.' },
        { tema: 'sundhedsforhold', relevant: false, begrundelse: 'Sundhedsplejersken ser ingen tegn.' },
      ];
      const events = given(undersoegelseDecider, besluttet).then(
        { type: 'VurderTemaer', dato: f.dag(14), gyldigeTemaer: GYLDIGE_TEMAER, temaer: vurderinger },
        f.nu(),
      );
      expect(events.map(({ data }) => data)).toMatchObject([
        { ...vurderinger[0], temanavn: 'Skole og dagtilbud', dato: f.dag(14) },
        { ...vurderinger[1], temanavn: 'Sundhed' },
      ]);
    });

    test('Et tema, loven ikke kender på afgørelsesdagen, afvises med dem, der kan vælges', () => {
      const afvist = given(undersoegelseDecider, besluttet).refused(
        {
          type: 'VurderTemaer',
          gyldigeTemaer: GYLDIGE_TEMAER,
          temaer: [{ tema: 'oekonomi', relevant: true, begrundelse: '.' }],
        },
        f.nu(),
      );
      expect(afvist).toMatchObject({ kode: 'ukendt-tema', mere: { felt: 'tema' } });
      expect(afvist.forklaring).toContain('skoleforhold');
    });

    test('Et tema kan vurderes om; den seneste vurdering gælder', () => {
      const [foerst] = f.haendelser.temaer;
      if (foerst === undefined) throw new Error('no theme');
      const om = { ...foerst, data: { ...foerst.data, relevant: true } };
      expect(tilstand(besluttet, foerst, om)).toMatchObject({ temaer: { 'udvikling-og-adfaerd': true } });
    });
  });

  describe('Trin 3 og 6: udtalelser', () => {
    const bed = { type: 'AnmodUdtalelse', udtalelseId: UDTALELSE, aktoer: 'Skolen', emne: 'Trivsel' } as const;

    test('Hver udtalelse har sin egen svarfrist, som ligger efter anmodningen', () => {
      const i = given(undersoegelseDecider, besluttet);
      expect(typer(i.then({ ...bed, anmodet: f.dag(15), svarfrist: f.dag(29) }, f.nu()))).toEqual(['UdtalelseAnmodet']);
      expect(i.refused({ ...bed, anmodet: f.dag(15), svarfrist: f.dag(14) }, f.nu()).mere.felt).toBe('svarfrist');
    });

    test('En rykker giver en ny svarfrist og kan ikke ligge før anmodningen', () => {
      const i = given(undersoegelseDecider, besluttet, anmodet);
      const ryk = { type: 'RykUdtalelse', udtalelseId: UDTALELSE, svarfrist: f.dag(37) } as const;
      expect(typer(i.then({ ...ryk, rykket: f.dag(30) }, f.nu()))).toEqual(['UdtalelseRykket']);
      expect(i.refused({ ...ryk, rykket: f.dag(14) }, f.nu()).kode).toBe('forkert-raekkefoelge');
      expect(i.refused({ ...ryk, rykket: f.dag(38) }, f.nu()).kode).toBe('svarfrist-foer-rykker');
      expect(tilstand(besluttet, anmodet, rykket)).toMatchObject({
        udtalelser: { [UDTALELSE]: { svarfrist: f.dag(37), modtaget: false } },
      });
    });

    test('En modtaget udtalelse kan hverken rykkes eller modtages igen', () => {
      const i = given(undersoegelseDecider, besluttet, anmodet, modtaget);
      expect(
        i.refused({ type: 'RykUdtalelse', udtalelseId: UDTALELSE, rykket: f.dag(40), svarfrist: f.dag(50) }, f.nu()),
      ).toMatchObject({ kode: 'udtalelse-modtaget', mere: { status: 409 } });
      expect(
        i.refused({ type: 'ModtagUdtalelse', udtalelseId: UDTALELSE, modtaget: f.dag(40), indhold: '.' }, f.nu()).kode,
      ).toBe('udtalelse-modtaget');
    });

    test('Det, der ikke er bedt om, kan ikke modtages, og intet modtages, før der er bedt om det', () => {
      const modtag = { type: 'ModtagUdtalelse', udtalelseId: UDTALELSE, indhold: 'Trives.' } as const;
      expect(given(undersoegelseDecider, besluttet).refused({ ...modtag, modtaget: f.dag(20) }, f.nu()).kode).toBe(
        'udtalelse-findes-ikke',
      );
      expect(
        given(undersoegelseDecider, besluttet, anmodet).refused({ ...modtag, modtaget: f.dag(14) }, f.nu()).kode,
      ).toBe('forkert-raekkefoelge');
    });

    test('Vejledningen siger, at der skal rykkes, fra dagen efter svarfristen', () => {
      const koder = (dag: number) => undersoegelsesskridt(tilstand(besluttet, anmodet), f.dag(dag)).map((s) => s.kode);
      expect(koder(29)).not.toContain('bfu-ryk-udtalelse');
      expect(koder(30)).toContain('bfu-ryk-udtalelse');
    });
  });

  describe('Trin 4 og 5: samtaler', () => {
    test(`Børnesamtalen gemmer barnets holdning, og om forældrene var med (${lov.boernesamtale})`, () => {
      const [e] = given(undersoegelseDecider, besluttet).then(
        {
          type: 'AfholdBoernesamtale',
          dato: f.dag(40),
          udenForaeldre: true,
          referat: 'Om hverdagen.',
          barnetsHoldning: 'Vil blive hjemme.',
        },
        f.nu(),
      );
      expect(e).toMatchObject({ data: { udenForaeldre: true, barnetsHoldning: 'Vil blive hjemme.' } });
    });

    test(`Undlades samtalen, gemmes hvorfor, og barnets holdning skaffes på anden vis (${lov.boernesamtale})`, () => {
      const [e] = given(undersoegelseDecider, besluttet).then(
        {
          type: 'UndladBoernesamtale',
          dato: f.dag(40),
          begrundelse: 'Barnet er to måneder gammelt.',
          barnetsHoldning: 'Iagttaget sammen med mor.',
        },
        f.nu(),
      );
      expect(e).toMatchObject({
        type: 'ics.BoernesamtaleUndladt',
        data: { begrundelse: 'Barnet er to måneder gammelt.', barnetsHoldning: 'Iagttaget sammen med mor.' },
      });
    });

    test('En samtale, der er holdt, gælder, også når en anden er undladt', () => {
      expect(tilstand(besluttet, undladt, samtale)).toMatchObject({ boernesamtale: 'afholdt', barnetHoert: f.dag(40) });
      expect(tilstand(besluttet, samtale, undladt)).toMatchObject({ boernesamtale: 'afholdt' });
      expect(tilstand(besluttet, undladt)).toMatchObject({ boernesamtale: 'undladt' });
    });

    test('En samtale kan ikke være holdt i morgen', () => {
      expect(
        given(undersoegelseDecider, besluttet).refused(
          { type: 'AfholdForaeldresamtale', dato: f.dag(101), referat: 'Om overskuddet.' },
          f.nu(100),
        ).kode,
      ).toBe('dato-i-fremtiden');
    });
  });

  test('Vejledningen følger trinene: først aktører, temaer og samtaler, forældresamtalen som noget, der kan gøres', () => {
    const skridt = undersoegelsesskridt(tilstand(besluttet), f.dag(12));
    expect(skridt.map(({ kode, art }) => [kode, art])).toEqual([
      ['bfu-aktoerer', 'skal'],
      ['bfu-temaer', 'skal'],
      ['bfu-foraeldresamtale', 'kan'],
      ['bfu-boernesamtale', 'skal'],
      ['bfu-analyse', 'skal'],
      ['bfu-foreloebig-vurdering', 'kan'],
    ]);
    expect(skridt.find(({ kode }) => kode === 'bfu-boernesamtale')?.hjemmel).toBe(lov.boernesamtale);
    // What cannot be done yet is not said: the conclusion comes after the analysis, the family after the conclusion.
    const senere = (sket: readonly UndersoegelseEvent[]) =>
      undersoegelsesskridt(tilstand(...sket), f.dag(70)).map(({ kode }) => kode);
    expect(senere(f.analyseret)).toContain('bfu-konklusion');
    expect(senere(f.analyseret)).not.toContain('bfu-gennemgang');
    expect(senere(f.konkluderet)).toEqual(expect.arrayContaining(['bfu-gennemgang', 'bfu-partshoering']));
    expect(undersoegelsesskridt(tilstand(besluttet, aktoerer), f.dag(13)).map(({ kode }) => kode)).not.toContain(
      'bfu-aktoerer',
    );
  });
});
