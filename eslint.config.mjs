import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const outsideWorld = 'Only the injected clock and entropy (libs/platform) read the time or draw random values.';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.data*/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    // Nest reads the types of constructor parameters at run time: those imports are no type imports.
    languageOptions: {
      parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true },
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        require: 'readonly',
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.ts'],
    ignores: ['libs/platform/src/clock/**', 'libs/platform/src/entropy/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: outsideWorld },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: outsideWorld },
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: outsideWorld },
        {
          selector: "CallExpression[callee.object.name='DateTime'][callee.property.name='now']",
          message: outsideWorld,
        },
        { selector: 'CallExpression[callee.name=/^(randomUUID|randomBytes)$/]', message: outsideWorld },
      ],
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' /* CommonJS configuration files */ } },
);
