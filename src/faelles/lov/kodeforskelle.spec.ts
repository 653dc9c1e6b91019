import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kodeforskelle, ophoerteKoder } from './kodeforskelle.js';
import { indlaesLovpakke, type Lovpakke, lovpakkemappe } from './lovpakke.js';

type Post = Record<string, unknown>;
const lov = indlaesLovpakke();

function medListe(liste: string, aendr: (koder: Post[]) => readonly Post[]): Lovpakke {
  const mappe = mkdtempSync(join(tmpdir(), 'lovpakke-'));
  try {
    cpSync(lovpakkemappe(), mappe, { recursive: true });
    const sti = join(mappe, 'kodelister', `${liste}.json`);
    const data = JSON.parse(readFileSync(sti, 'utf8')) as { koder: Post[] };
    writeFileSync(sti, JSON.stringify({ ...data, koder: aendr(data.koder) }));
    return indlaesLovpakke(mappe);
  } finally {
    rmSync(mappe, { recursive: true });
  }
}

const slut = (kode: string, maalgruppe?: string) => (koder: Post[]) =>
  koder.map((post) =>
    post['kode'] === kode && (maalgruppe === undefined || post['maalgruppe'] === maalgruppe) && !('gyldigTil' in post)
      ? { ...post, gyldigTil: '2026-12-31' }
      : post,
  );

describe('Kodelisterne i to pakker', () => {
  it('er ens, når pakkerne er ens', () => {
    expect([kodeforskelle(lov, lov), ophoerteKoder(lov, lov)]).toEqual([[], []]);
  });

  it('en kode, der får en sidste dag, er ændret og ophører', () => {
    const ny = medListe('afgoerelser', slut('undersoegelse-uden-samtykke'));
    expect(kodeforskelle(lov, ny)).toEqual([
      expect.objectContaining({
        liste: 'afgoerelser',
        kode: 'undersoegelse-uden-samtykke',
        art: 'aendret',
        felter: [{ felt: 'gyldigTil', foer: undefined, efter: '2026-12-31' }],
      }),
    ]);
    expect(ophoerteKoder(lov, ny)).toEqual([
      { liste: 'afgoerelser', kode: 'undersoegelse-uden-samtykke', maalgruppe: undefined, fra: '2027-01-01' },
    ]);
    // The other way round the code begins to last: changed, and nothing ends.
    expect([kodeforskelle(ny, lov).length, ophoerteKoder(ny, lov)]).toEqual([1, []]);
  });

  it('samme indsats for barnet og for familien er to koder', () => {
    const ny = medListe('indsatskatalog', slut('kontaktperson', 'familie'));
    expect(ophoerteKoder(lov, ny)).toEqual([
      { liste: 'indsatskatalog', kode: 'kontaktperson', maalgruppe: 'familie', fra: '2027-01-01' },
    ]);
  });

  it('en kode, der afløses dagen efter af en ny udgave, ophører ikke', () => {
    const ny = medListe('afgoerelser', (koder) => {
      const gammel = koder.find((k) => k['kode'] === 'undersoegelse-uden-samtykke' && !('gyldigTil' in k));
      return [...slut('undersoegelse-uden-samtykke')(koder), { ...gammel, gyldigFra: '2027-01-01', navn: 'Nyt navn' }];
    });
    expect(kodeforskelle(lov, ny).map(({ gyldigFra, art }) => [gyldigFra, art])).toEqual(
      expect.arrayContaining([['2027-01-01', 'ny']]),
    );
    expect(ophoerteKoder(lov, ny)).toEqual([]);
  });

  it('et hul i en kode er det også, selv om den kommer igen', () => {
    const ny = medListe('afgoerelser', (koder) =>
      koder.map((k) =>
        k['kode'] === 'undersoegelse-uden-samtykke' && 'gyldigTil' in k ? { ...k, gyldigTil: '2023-06-30' } : k,
      ),
    );
    expect(ophoerteKoder(lov, ny)).toMatchObject([{ kode: 'undersoegelse-uden-samtykke', fra: '2023-07-01' }]);
  });

  it('en kode, der er taget ud, findes ikke i den nye pakke', () => {
    const ny = medListe('aarsager', (koder) => koder.filter((k) => k['kode'] !== 'UDSLAG3'));
    expect(kodeforskelle(lov, ny).every(({ art, kode }) => art === 'fjernet' && kode === 'UDSLAG3')).toBe(true);
    expect(ophoerteKoder(lov, ny)).toMatchObject([{ liste: 'aarsager', kode: 'UDSLAG3', fra: '2017-01-01' }]);
  });
});
