/** Suffixes tell what a spec needs: `.unit` nothing, `.int` a real store or server, `.e2e` the whole application. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.{unit,int,e2e}.spec.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleNameMapper: { '^@renewals/([^/]+)$': '<rootDir>/libs/$1/src' },
  testTimeout: process.env.LONG ? 900_000 : 30_000,
  maxWorkers: 2,
  // Each spec file loads the whole program anew: a process that ran hundreds of them mostly collects garbage.
  workerIdleMemoryLimit: '1GB',
};
