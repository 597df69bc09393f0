/** The walls of docs/architecture.md: what may import what. */
const rooms = [
  'licensing',
  'event-store',
  'commands',
  'projections',
  'automations',
  'mail',
  'documents',
  'audit',
  'platform',
  'engine',
  'words',
];

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'libs/licensing imports nothing but itself and luxon.',
      severity: 'error',
      from: { path: '^libs/licensing/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/licensing/', '^node_modules/(@types/)?luxon'] },
    },
    ...rooms.map((room) => ({
      name: `${room}-by-its-door`,
      comment: `Other rooms use libs/${room} through its index only.`,
      severity: 'error',
      from: { pathNot: [`^libs/${room}/`, '^test/contract/'] },
      to: { path: `^libs/${room}/src/.+`, pathNot: `^libs/${room}/src/index\\.ts$` },
    })),
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|test)/', pathNot: '^test/(support|doubles)/' },
    },
    {
      name: 'production-knows-no-test',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'one-store-one-folder',
      comment: 'The event store client is known to its own folder only.',
      severity: 'error',
      from: { pathNot: ['^libs/event-store/src/eventstoredb/', '^test/doubles/'] },
      to: { path: '^node_modules/@eventstore/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
