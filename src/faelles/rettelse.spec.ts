import { Afvist } from './afvist.js';
import { type Datorettelse, foersteAf, kraevRettelse } from './rettelse.js';

const nu = { nu: '2026-11-28T12:00:00+01:00', iDag: '2026-11-28' };
const dag: Datorettelse = { felt: 'dato', gammel: '2026-11-20', ny: '2026-11-18', begrundelse: 'Brevet.' };
const tid: Datorettelse = {
  ...{ felt: 'tidspunkt', gammel: '2026-11-20T10:00:00+01:00', ny: '2026-11-20T09:00:00+01:00' },
  begrundelse: 'Notatet.',
};

function kode(rettelse: Datorettelse): string | undefined {
  try {
    kraevRettelse(rettelse, nu);
    return undefined;
  } catch (nej) {
    if (nej instanceof Afvist) return nej.kode;
    throw nej;
  }
}

describe('En dato rettes (databeskyttelsesforordningen art. 16)', () => {
  it.each([dag, tid])('når den er sket, begrundet og en anden', (rettelse) => {
    expect(kode(rettelse)).toBeUndefined();
  });

  it.each<[string, Datorettelse, string]>([
    ['ikke ud i fremtiden', { ...dag, ny: '2026-11-29' }, 'dato-i-fremtiden'],
    ['ikke til senere i dag', { ...tid, ny: '2026-11-28T12:01:00+01:00' }, 'dato-i-fremtiden'],
    ['ikke uden begrundelse', { ...dag, begrundelse: ' ' }, 'begrundelse-mangler'],
    ['ikke til den samme dag', { ...dag, ny: '2026-11-20' }, 'ingen-rettelse'],
    ['ikke til det samme tidspunkt', { ...tid, ny: '2026-11-20T09:00:00Z' }, 'ingen-rettelse'],
    [
      'ikke før det, den hviler på',
      { ...dag, tidligst: { hvornaar: '2026-11-19', hvorfor: 'Før afgørelsen' } },
      'forkert-raekkefoelge',
    ],
    [
      'ikke efter det, der hviler på den',
      { ...dag, senest: { hvornaar: '2026-11-17', hvorfor: 'Efter besøget' } },
      'forkert-raekkefoelge',
    ],
  ])('%s', (_regel, rettelse, ventet) => {
    expect(kode(rettelse)).toBe(ventet);
  });

  it('den første af det, der er sket, er grænsen', () => {
    expect(foersteAf('x', null, '2026-11-20', undefined, '2026-11-18')).toEqual({
      hvornaar: '2026-11-18',
      hvorfor: 'x',
    });
    expect(foersteAf('x', null, undefined)).toBeUndefined();
  });
});
