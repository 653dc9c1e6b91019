/**
 * Where the random walks begin. The same in every run of the suite, so that what turns red is what was changed; MODELFROE
 * gives another number, or `tilfaeldig` for one that nobody has walked from.
 */
const BEGYNDELSE = 20_261_129;

const valgt = process.env['MODELFROE'];

export const FROE = valgt === undefined ? BEGYNDELSE : valgt === 'tilfaeldig' ? Date.now() % 2 ** 31 : Number(valgt);
