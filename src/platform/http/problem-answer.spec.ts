import { Afvist } from '../../faelles/afvist.js';
import { answerOf } from './problem-answer.js';

test('En regel, der nævner et felt inde i et andet, svarer med en JSON-pointer', () => {
  const afvist = new Afvist('barn-mangler', 'Angiv barnets id, CPR-nummer eller navn.', { felt: 'barn.cpr' });
  expect(answerOf(afvist).problem.fejl).toEqual([
    { felt: 'cpr', sti: '/barn/cpr', kode: 'barn-mangler', besked: 'Angiv barnets id, CPR-nummer eller navn.' },
  ]);
});

test('En, der lægger på midt i indholdet, er ikke en fejl hos os; en forbindelse til databasen, der brydes, er', () => {
  const paaLagt = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const brudt = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  expect(answerOf(paaLagt)).toMatchObject({ status: 400, isFault: false });
  expect(answerOf(brudt)).toMatchObject({ status: 503, isFault: true });
});
