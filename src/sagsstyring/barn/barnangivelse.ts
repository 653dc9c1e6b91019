import { Afvist } from '../../faelles/afvist.js';
import { hjemmelPaa } from '../../faelles/lov/hjemmel.js';
import { laesCpr } from '../../faelles/cpr.js';
import {
  kraevPerson,
  registrerEllerFindPerson,
  registrerEllerFindUfoedt,
  type FundetPerson,
} from '../../netvaerk/netvaerk.public.js';
import { type CommandSession } from '../../platform/commands/command.js';
import { type BlindIndex } from '../../platform/eventstore/sealing/blind-index.js';

/** How somebody says which child it is about: a known person, a number, a name, or the mother of an unborn child. */
export interface Barnangivelse {
  readonly barnId?: string;
  readonly cpr?: string;
  readonly navn?: string;
  readonly foedselsdato?: string;
  readonly ufoedt?: boolean;
  readonly morsCpr?: string;
  readonly morsNavn?: string;
  readonly termin?: string;
}

export interface FundetBarn extends FundetPerson {
  readonly ufoedt: boolean;
}

/** Refuses what does not say which child it is on the day that it is told, before anything is looked up. */
export function kraevEntydigtBarn(barn: Barnangivelse, dato: string): void {
  if (barn.ufoedt === true) {
    if (barn.cpr !== undefined || barn.foedselsdato !== undefined) {
      throw new Afvist('ufoedt-med-cpr', 'Et ufødt barn har hverken CPR-nummer eller fødselsdato.', {
        felt: 'barn.cpr',
      });
    }
    if (barn.barnId === undefined && barn.morsCpr === undefined && barn.morsNavn === undefined) {
      throw new Afvist('mor-mangler', 'Angiv moderens CPR-nummer eller navn, når barnet ikke er født.', {
        felt: 'barn.morsCpr',
        paragraf: hjemmelPaa(dato, '§ 50', '§§ 24-27'),
      });
    }
    return;
  }
  if (barn.morsCpr !== undefined || barn.morsNavn !== undefined || barn.termin !== undefined) {
    throw new Afvist('foedt-med-termin', 'Moderens oplysninger og termin angives kun for et ufødt barn.', {
      felt: 'barn.ufoedt',
    });
  }
  if (barn.barnId === undefined && barn.cpr === undefined && barn.navn === undefined) {
    throw new Afvist('barn-mangler', 'Angiv barnets id, CPR-nummer eller navn.', { felt: 'barn.cpr' });
  }
}

/** Finds the child or registers it in the same commit. */
export async function findBarn(
  session: CommandSession,
  blindIndex: BlindIndex,
  kommune: number,
  barn: Barnangivelse,
  dato: string,
): Promise<FundetBarn> {
  kraevEntydigtBarn(barn, dato);
  if (barn.barnId !== undefined) {
    const person = await kraevPerson(session, barn.barnId);
    return { personId: barn.barnId, ny: false, ufoedt: person.art === 'ufoedt' };
  }
  if (barn.ufoedt === true) {
    const { morsCpr, morsNavn, termin } = barn;
    const fundet = await registrerEllerFindUfoedt(session, blindIndex, {
      kommune,
      ...(morsCpr === undefined ? {} : { morsCpr }),
      ...(morsNavn === undefined ? {} : { morsNavn }),
      ...(termin === undefined ? {} : { termin }),
    });
    return { ...fundet, ufoedt: true };
  }
  const { cpr, navn } = barn;
  const laest = cpr === undefined ? undefined : laesCpr(cpr);
  const foedselsdato = barn.foedselsdato ?? (laest?.gyldig === true ? laest.foedselsdato : undefined);
  const fundet = await registrerEllerFindPerson(session, blindIndex, {
    kommune,
    art: 'barn',
    ...(cpr === undefined ? {} : { cpr }),
    ...(navn === undefined ? {} : { navn }),
    ...(foedselsdato === undefined ? {} : { foedselsdato }),
  });
  return { ...fundet, ufoedt: false };
}

/** What should be looked at again about the numbers that were typed. */
export function cprAdvarsler(barn: Barnangivelse): readonly string[] {
  return [
    ...new Set(
      [barn.cpr, barn.morsCpr].flatMap((cpr) => {
        const laest = cpr === undefined ? undefined : laesCpr(cpr);
        return laest?.gyldig === true ? laest.advarsler : [];
      }),
    ),
  ];
}
