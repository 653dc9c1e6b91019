import { Type, type TSchema } from '@sinclair/typebox';

// Patterns, not TypeBox formats: formats live in a global registry that somebody must remember to fill.
/** UUID in lower case. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/** ISO 8601 with offset: an instant and the wall clock it was read from. */
export const Tidspunkt = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})$',
});
/** Local date in Copenhagen. */
export const Dato = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
export const Fritekst = (maks = 20000) => Type.String({ minLength: 1, maxLength: maks });
export const KortTekst = (maks = 200) => Type.String({ minLength: 1, maxLength: maks });
export const Kode = Type.String({ pattern: '^[A-Za-z0-9._-]{1,60}$' });
/** Three digits, e.g. 840. */
export const Kommunekode = Type.String({ pattern: '^[1-9]\\d{2}$' });
export const Valgfri = <T extends TSchema>(skema: T) => Type.Optional(skema);
