/** What should hold of a figure. */
export interface Target {
  readonly text: string;
  readonly holds: boolean;
}

/** One line of the table, and of the JSON. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  /** The median of the rounds. */
  readonly value: number;
  readonly rounds?: readonly number[];
  readonly target?: Target;
}

export function atLeast(value: number, least: number): Target {
  return { text: `≥ ${danish(least)}`, holds: value >= least };
}

export function below(value: number, limit: number): Target {
  return { text: `< ${danish(limit)}`, holds: value < limit };
}

/** Three significant digits say more than a noisy machine knows. */
export function danish(value: number): string {
  return value.toLocaleString('da-DK', { maximumSignificantDigits: value >= 100 ? Math.ceil(Math.log10(value)) : 3 });
}

/** A Markdown table, to be read on the screen and pasted into docs/ydelse.md. */
export function table(figures: readonly Figure[]): string {
  const rows = [
    ['Måling', 'Median', 'Enhed', 'Mål'],
    ...figures.map(({ what, unit, value, target }) => [
      what,
      danish(value),
      unit,
      target === undefined ? '' : `${target.text}: ${target.holds ? 'holder' : 'HOLDER IKKE'}`,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = widths.map((width, column) => (column === 1 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...body.map(line)].join('\n');
}
