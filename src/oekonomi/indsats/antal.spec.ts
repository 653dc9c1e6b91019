import { hundrededele } from './antal.js';

// 2.55 × 100 is 254.99999999999997 in floating point, and is meant as 255.
test.each([
  [0.01, 1],
  [2.55, 255],
  [200, 20_000],
])('%s enheder er %s hundrededele', (antal, hele) => {
  expect(hundrededele(antal)).toBe(hele);
});

test.each([0, -1, 0.001, 2.555, 200.01])('%s er ikke mellem 0,01 og 200 med højst to decimaler', (antal) => {
  expect(() => hundrededele(antal)).toThrow(
    expect.objectContaining({ kode: 'antal-ugyldigt', mere: { felt: 'antal' } }),
  );
});
