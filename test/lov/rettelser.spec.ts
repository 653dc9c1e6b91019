import { boundedContexts } from '../../src/contexts.js';
import { indlaesLovpakke } from '../../src/faelles/lov/lovpakke.js';
import { DATORETTELSER, RETTELSER } from '../../src/sagsstyring/frister/rettelser.js';

const lov = indlaesLovpakke();
const haendelser = new Map(boundedContexts(lov).flatMap(({ events }) => events.map((e) => [e.type, e] as const)));
const felter = (type: string): readonly string[] => Object.keys(haendelser.get(type)?.schema.properties ?? {});
const foerfelter = (type: string): readonly string[] => {
  const foer = haendelser.get(type)?.schema.properties['foer'] as { properties?: object } | undefined;
  return Object.keys(foer?.properties ?? {});
};

// An afdaekning has no deadline of its own, so nothing follows from its correction.
const UDEN_FRIST = ['ics.AfdaekningRettet'];

describe('Enhver rettelse af en dato flytter de frister, datoen startede eller opfyldte', () => {
  it('hver hændelse, der siger, hvad der stod før, står på listen over rettelser', () => {
    const rettelser = [...haendelser.keys()].filter((type) => felter(type).includes('foer'));
    expect(rettelser.toSorted()).toEqual([...Object.keys(RETTELSER), ...DATORETTELSER, ...UDEN_FRIST].toSorted());
  });

  it.each(Object.entries(RETTELSER))('%s siger felter, som den rettede hændelse har', (rettelse, rettede) => {
    const kendte = new Set(rettede.flatMap(felter));
    expect(foerfelter(rettelse).filter((felt) => !kendte.has(felt))).toEqual([]);
    expect(foerfelter(rettelse).filter((felt) => !felter(rettelse).includes(felt))).toEqual([]);
  });

  it.each(Object.entries(RETTELSER))('%s siger den nøgle, som fristerne er på', (rettelse, rettede) => {
    const kilder = lov.alleRegler.flatMap((regel) => [
      ...(regel.udloeser === null ? [] : [regel.udloeser]),
      ...regel.opfyldtAf,
    ]);
    const noegler = kilder
      .filter(({ haendelse, dato }) => rettede.includes(haendelse) && foerfelter(rettelse).includes(dato))
      .map(({ noegle }) => noegle);
    expect(noegler.length).toBeGreaterThan(0);
    expect(noegler.filter((noegle) => !felter(rettelse).includes(noegle))).toEqual([]);
  });
});
