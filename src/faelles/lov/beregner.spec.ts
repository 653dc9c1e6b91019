import { Beregner } from './beregner.js';
import { Beregningsfejl } from './beregningsstart.js';
import { indlaesLovpakke } from './lovpakke.js';

const lov = indlaesLovpakke();
const beregner = new Beregner(lov);

function fejl(linje: Record<string, unknown>): readonly [felt: string, besked: string] {
  try {
    beregner.beregn(linje);
  } catch (f) {
    if (f instanceof Beregningsfejl) return [f.felt, f.message];
    throw f;
  }
  return ['ingen', 'fejl'];
}

describe('En dato af enhver regel med et tal', () => {
  it('hver regel med et tal kan beregnes under hver lov, også de lokale og de ubekræftede', () => {
    const med = lov.alleRegler.filter((r) => r.maengde !== undefined || r.varianter !== undefined);
    expect(med.length).toBeGreaterThan(50);
    for (const regel of med) {
      // A birth date that makes the due date fall in the version's period.
      const start =
        regel.ankeralder === undefined ? regel.gyldigFra : regel.ankeralder === 0 ? '2000-05-23' : '2009-05-23';
      const klokken = regel.ur === 'klokkeslaet' ? `${start}T10:00` : start;
      const svar = beregner.beregn({ regel: regel.id, start: klokken });
      expect([regel.id, svar.aktiv, /^\d{4}-\d{2}-\d{2}/.test(svar.forfald)]).toEqual([regel.id, svar.aktiv, true]);
    }
  });

  it.each([
    ['en lokal regel', 'bfu-lokal-6-uger', '2026-11-23', '2027-01-04', false],
    ['en regel efter hukommelsen', 'domstolsproevelse', '2026-11-23', '2026-12-21', false],
    ['en bekræftet regel', 'gdpr-indsigt', '2026-01-31', '2026-02-28', true],
    [
      'kun en variant: begrundelse for en mundtlig afgørelse',
      'begrundelse-klagevejledning',
      '2026-11-23',
      '2026-12-07',
      // The fourteen days are from memory, so they are off though the duty itself is on.
      false,
    ],
    ['mindst to gange om året', 'tilsynsbesoeg', '2026-11-23', '2027-11-23', true],
    ['den ældre ordning for indberetning', 'indberet-anbringelse', '2015-03-02', '2015-03-30', true],
    ['den nuværende, som ikke er bekræftet', 'indberet-anbringelse', '2026-11-23', '2026-12-21', false],
    ['indtil 23 år, af fødselsdatoen', 'ungestoette-genetablering', '2009-05-23', '2032-05-23', true],
  ])('%s', (_tekst, regel, start, forfald, aktiv) => {
    expect(beregner.beregn({ regel, start })).toMatchObject({ forfald, aktiv });
  });

  it('indtil det fyldte 23. år: datoen er fødselsdagen, som selv er for sen, og sidste dag er dagen før', () => {
    // Born 28 November 2003: 23 on Saturday 28 November 2026, so Friday 27 is the last day, and a working day.
    expect(beregner.beregn({ regel: 'ungestoette-genetablering', start: '2003-11-28' })).toMatchObject({
      forfald: '2026-11-28',
      advis: '2026-11-27',
      forklaring: expect.stringMatching(
        /: inden .*28\. november 2026, som selv er for sent; sidste dag er .*27\. november 2026\.$/,
      ),
    });
  });

  it('startdagen afgør loven; regnes der fra en alder, afgør forfaldsdagen', () => {
    expect(beregner.beregn({ regel: 'bfu-afslutning', start: '2023-12-31' })).toMatchObject({
      regime: 'SEL',
      hjemmel: 'SEL § 50',
    });
    expect(beregner.beregn({ regel: 'bfu-afslutning', start: '2024-01-01' }).regime).toBe('BL');
    // 18 on 30 June 2024 and on 1 July 2024: six months before is either side of the new act.
    expect(beregner.beregn({ regel: 'ungestoette-afgoerelse', start: '2006-06-30' })).toMatchObject({
      forfald: '2023-12-30',
      regime: 'SEL',
    });
    expect(beregner.beregn({ regel: 'ungestoette-afgoerelse', start: '2006-07-01' })).toMatchObject({
      forfald: '2024-01-01',
      regime: 'BL',
    });
  });

  it('en forlængelse er en variant af samme regel', () => {
    expect(
      beregner.beregn({ regel: 'gdpr-indsigt', start: '2026-11-23', parametre: { variant: 'forlaenget' } }).forfald,
    ).toBe('2027-02-23');
    // 40 working days after Monday 23 November: 24 December, 31 December and the holidays are not among them.
    expect(
      beregner.beregn({ regel: 'aktindsigt', start: '2026-11-23', parametre: { variant: 'saerligt-omfattende' } })
        .forfald,
    ).toBe('2027-01-22');
  });

  it('hvor sagen selv beslutter datoen, spørges der om den (BL § 95, stk. 3)', () => {
    expect(
      beregner.beregn({ regel: 'opfoelgning-loebende', start: '2024-05-01', parametre: { dato: '2025-03-03' } })
        .forfald,
    ).toBe('2025-03-03');
    expect(fejl({ regel: 'opfoelgning-loebende', start: '2024-05-01' })[0]).toBe('parametre.dato');
  });
});

describe('Starten', () => {
  const akut = (start: string) => beregner.beregn({ regel: 'underretning-akutvurdering', start });

  it.each([
    ['uden sekunder', '2026-12-24T22:15', '2026-12-25T22:15:00+01:00'],
    ['med sekunder', '2026-12-24T22:15:30', '2026-12-25T22:15:30+01:00'],
    ['med forskydning', '2026-12-24T22:15+01:00', '2026-12-25T22:15:00+01:00'],
    ['i UTC', '2026-12-24T21:15:00Z', '2026-12-25T22:15:00+01:00'],
  ])('et tidspunkt %s', (_tekst, start, forfald) => {
    expect(akut(start).forfald).toBe(forfald);
  });

  it('en time, der kommer to gange, er den første; en, der springes over, tages en time senere; begge dele siges', () => {
    expect(akut('2026-10-25T02:30')).toMatchObject({
      forfald: '2026-10-26T01:30:00+01:00',
      bemaerkning: expect.stringContaining('den første'),
    });
    expect(akut('2026-03-29T02:30')).toMatchObject({
      forfald: '2026-03-30T03:30:00+02:00',
      bemaerkning: expect.stringContaining('fordi uret stilles frem'),
    });
  });

  it('en regel i dage tager datoen i København af et tidspunkt', () => {
    expect(beregner.beregn({ regel: 'bfu-afslutning', start: '2026-11-22T23:30:00Z' }).forfald).toBe('2027-03-23');
    expect(beregner.beregn({ regel: 'bfu-afslutning', start: '2026-11-23T08:00' }).forfald).toBe('2027-03-23');
  });
});

describe('Det, der ikke kan beregnes, siger hvorfor og i hvilket felt', () => {
  it.each([
    ['ingen regel', {}, 'regel', /Skriv reglens id/],
    ['ukendt regel', { regel: 'findes-ikke', start: '2026-11-23' }, 'regel', /ingen regel/],
    ['ingen start', { regel: 'screening' }, 'start', /skal være en dato/],
    ['en dato, der ikke findes', { regel: 'bfu-afslutning', start: '2026-02-30' }, 'start', /findes ikke/],
    [
      'et klokkeslæt, der ikke findes',
      { regel: 'underretning-akutvurdering', start: '2026-02-01T24:10' },
      'start',
      /Klokkeslættet/,
    ],
    [
      'en forskydning, der ikke findes',
      { regel: 'underretning-akutvurdering', start: '2026-02-01T10:10+99:00' },
      'start',
      /findes ikke/,
    ],
    ['timer uden klokkeslæt', { regel: 'underretning-akutvurdering', start: '2026-02-01' }, 'start', /klokkeslæt/],
    ['en dato, loven ikke dækker', { regel: 'barnets-plan', start: '2023-12-31' }, 'start', /2024-01-01 til nu \(BL\)/],
    ['et år uden for kalenderen', { regel: 'bfu-afslutning', start: '9999-01-01' }, 'start', /1900 og 2199/],
    ['en regel uden tal', { regel: 'screening', start: '2026-02-01' }, 'regel', /intet tal \(BL § 18/],
    [
      'en stavefejl i en parameter',
      { regel: 'bfu-afslutning', start: '2026-02-01', parametre: { hverdage: 'man-fre' } },
      'parametre.hverdage',
      /Kendte: hverdag/,
    ],
    [
      'en ukendt profil',
      { regel: 'bfu-afslutning', start: '2026-02-01', parametre: { hverdag: 'alle' } },
      'parametre.hverdag',
      /man-fre/,
    ],
    [
      'en ukendt særdag',
      { regel: 'aktindsigt', start: '2026-02-01', parametre: { ikkeArbejdsdage: ['12-23'] } },
      'parametre.ikkeArbejdsdage',
      /blandt/,
    ],
    [
      'parametre, der ikke er et objekt',
      { regel: 'aktindsigt', start: '2026-02-01', parametre: [] },
      'parametre',
      /objekt/,
    ],
    [
      'fremrykning, hvor loven ikke kender den',
      { regel: 'opfoelgning-foerste', start: '2019-02-01', parametre: { fremrykketTil: '2019-03-01' } },
      'parametre.fremrykketTil',
      /SEL § 70/,
    ],
    [
      'en ukendt variant',
      { regel: 'bfu-afslutning', start: '2026-02-01', parametre: { variant: 'x' } },
      'parametre.variant',
      /har ingen/,
    ],
  ])('%s', (_tekst, linje, felt, besked) => {
    expect(fejl(linje)).toEqual([felt, expect.stringMatching(besked)]);
  });
});
