/** One line of guidance: what may, must or must not be done now on a case, and why. Derived from the same state as the decisions. */
export interface Skridt {
  /** Stable code, e.g. `bfu-boernesamtale`. */
  readonly kode: string;
  readonly art: 'skal' | 'kan' | 'maa-ikke';
  /** Danish, said to the caseworker. */
  readonly tekst: string;
  readonly hvorfor: string;
  readonly hjemmel?: string;
  /** Id of the enkeltsag (notification, investigation, plan, measure) that the step belongs to. */
  readonly enkeltsagId: string;
  /** Deadlines that the step helps to meet; the earliest open one says by when. Left out: the rule named like `kode`, on `enkeltsagId`. */
  readonly frister?: readonly Fristnoegle[];
  /** It is about danger to the child now, so it goes before everything else. */
  readonly fare?: true;
  /** It takes so long that it must begin now, however far ahead its deadline is: the last week would be too late. */
  readonly iGodTid?: true;
  /** It reaches nobody but the child, so nothing about the parents stands in its way. */
  readonly kunTilBarnet?: true;
}

/** A rule of the law packs, and what its deadline is on. */
export interface Fristnoegle {
  readonly regel: string;
  readonly noegle: string;
}

/** Something that the law demands before a step, and that is not there yet. */
export interface Mangel {
  readonly kode: string;
  readonly tekst: string;
  readonly hjemmel: string;
}
