import { event } from '../../platform/eventstore/event-declaration.js';
import { context, given } from '../../platform/testing/given-when-then.js';
import * as I from './indhentning.events.js';
import { undersoegelseDecider } from './undersoegelse.js';
import * as E from './undersoegelse.events.js';

const tilhoer = {
  bfuId: '00000000-0000-7000-8000-000000000003',
  barnId: '00000000-0000-7000-8000-000000000001',
  sagId: '00000000-0000-7000-8000-000000000002',
};
const nu = context('2018-12-03T10:00:00+01:00');
const besluttet = event(E.BfuBesluttet, {
  ...tilhoer,
  regime: 'SEL',
  opmaerksomDato: '2018-11-05',
  afgoerelseDato: '2018-11-12',
  begrundelse: 'Fravær.',
});
const samtale = event(I.ForaeldresamtaleAfholdt, { ...tilhoer, dato: '2018-11-07', referat: 'Enige.' });
const afsluttet = event(E.BfuGodkendt, { ...tilhoer, godkendtDato: '2018-12-01', godkendtAf: 'tl01' });
const ret = {
  type: 'RetOpmaerksomhed',
  opmaerksomDato: '2018-10-29',
  begrundelse: 'Brevet kom den 29. oktober.',
} as const;

describe('Opmærksomhedsdatoen rettes (SEL § 50 / BL § 20, stk. 3)', () => {
  it.each([
    ['mens undersøgelsen er i gang', [besluttet, samtale]],
    ['også når den er afsluttet: om den var rettidig, er en kendsgerning', [besluttet, samtale, afsluttet]],
  ])('%s', (_hvornaar, haendt) => {
    expect(given(undersoegelseDecider, ...haendt).then(ret, nu)).toEqual([
      event(E.BfuRettet, {
        ...tilhoer,
        regime: 'SEL',
        afgoerelseDato: '2018-11-12',
        opmaerksomDato: '2018-10-29',
        rettet: nu.nu,
        foer: { opmaerksomDato: '2018-11-05' },
        begrundelse: 'Brevet kom den 29. oktober.',
      }),
    ]);
  });

  it.each([
    ['ikke til efter afgørelsen', { opmaerksomDato: '2018-11-13' }, 'opmaerksom-efter-afgoerelse', 'SEL § 50'],
    [
      'ikke til efter det, undersøgelsen hviler på',
      { opmaerksomDato: '2018-11-08' },
      'forkert-raekkefoelge',
      'SEL § 50',
    ],
    ['ikke ud i fremtiden', { opmaerksomDato: '2018-12-04' }, 'dato-i-fremtiden', undefined],
    ['ikke til det, der står i forvejen', { opmaerksomDato: '2018-11-05' }, 'ingen-rettelse', undefined],
    ['ikke uden begrundelse', { begrundelse: ' ' }, 'begrundelse-mangler', 'databeskyttelsesforordningen art. 16'],
  ])('%s', (_regel, aendring, kode, paragraf) => {
    const afvist = given(undersoegelseDecider, besluttet, samtale).refused({ ...ret, ...aendring }, nu);
    expect([afvist.kode, afvist.mere.paragraf]).toEqual([kode, paragraf]);
  });
});
