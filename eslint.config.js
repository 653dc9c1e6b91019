import tseslint from 'typescript-eslint';

/** Time, ids and chance come in from outside, so that rules can be tried at any moment and replayed alike. */
const domain = [
  'sagsstyring',
  'netvaerk',
  'ics',
  'oekonomi',
  'journalark',
  'rapportering',
  'brugerstyring',
  'faelles',
].map((name) => `src/${name}/**/*.ts`);

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'data/**',
      'node_modules/**',
      'test/arkitektur/fixtures/**',
      'bench/ud/**',
      'demo/ud/**',
      '**/*.js',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.d.ts',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      // A Nest module is a class with nothing in it.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // DTO classes are shapes with decorators and no behaviour: a literal of the shape is one, and spreading loses nothing.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Adapters and Nest hooks answer with a promise whether or not they have something to wait for.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: domain,
    ignores: ['**/*.spec.ts'],
    rules: {
      // v5 is a hash of a name and gives the same id each time; the others are chance.
      'no-restricted-imports': [
        'error',
        { name: 'uuid', importNames: ['v1', 'v4', 'v6', 'v7'], message: 'Ids come in from outside.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in from outside.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in from outside.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Chance comes in from outside.',
        },
        { selector: "CallExpression[callee.name='randomUUID']", message: 'Ids come in from outside.' },
      ],
    },
  },
  {
    // Supertest's bodies are untyped: what an answer holds is what the test says it must.
    files: ['**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
    },
  },
);
