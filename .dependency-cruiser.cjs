// Who may import whom. `npm test` runs this and fails when it has seen no modules.
const typesAlone = { dependencyTypesNot: ['type-only'] }
const nodeModules = 'node_modules'

/** The folders of server/ but for these. */
const serverExcept = (...folders) => `^server/(?!(${folders.join('|')})(/|\\.ts$))`

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain/ imports itself and a few pure libraries, and nothing else.',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        pathNot: [
          '^domain/',
          `${nodeModules}/(fractional-indexing|node-diff3|temporal-polyfill|uuid)/`,
        ],
      },
    },
    {
      name: 'db-imports-no-other-layer',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|server|scripts)/' },
    },
    {
      name: 'db-imports-only-types-of-domain',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^domain/', ...typesAlone },
    },
    {
      name: 'only-db-imports-the-driver',
      comment:
        'The rest goes through Drizzle, but for the plain SQL that benchmarks compare with, and what the tests do as the owner.',
      severity: 'error',
      from: {
        path: '^(app|domain|server|scripts|tests)/',
        pathNot: ['^scripts/bench/rawSql\\.ts$', '^tests/support/'],
      },
      to: { path: `${nodeModules}/postgres/` },
    },
    {
      name: 'server-imports-domain-and-db',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(app|scripts)/' },
    },
    {
      name: 'queries-never-write',
      comment: 'Neither directly nor through another module.',
      severity: 'error',
      from: { path: '^server/queries/' },
      to: { path: '^server/write/', reachable: true },
    },
    {
      name: 'write-path-stands-alone',
      comment:
        'The write path signals new events, and starts timers; it knows no reader of the log.',
      severity: 'error',
      from: { path: '^server/write/' },
      to: {
        path: serverExcept('write', 'access', 'time', 'observability'),
        pathNot: '^server/projections/newEventsSignal\\.ts$',
      },
    },
    {
      name: 'projections-import-only-domain-and-db',
      severity: 'error',
      from: { path: '^server/projections/' },
      to: { path: serverExcept('projections') },
    },
    {
      name: 'publish-neither-reads-nor-writes',
      comment: 'Publishing follows the log as a subscriber; it knows no write path and no screen.',
      severity: 'error',
      from: { path: '^server/publish/' },
      to: { path: '^server/(write|queries|trpc|import|time|pusher-server|jobs)/' },
    },
    {
      name: 'pusher-server-stands-alone',
      comment: 'The embedded Pusher server can be replaced by any other.',
      severity: 'error',
      from: { path: '^server/pusher-server/' },
      to: { path: '^(app|db|domain|scripts|server/(?!pusher-server/))' },
    },
    {
      name: 'nobody-imports-the-pusher-server',
      severity: 'error',
      from: { path: '^(app|db|domain|server/(?!pusher-server/))' },
      to: { path: '^server/pusher-server/' },
    },
    {
      name: 'ui-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: { path: '^(app/(?!_ui/)|domain|server|db|scripts)' },
    },
    {
      name: 'api-imports-domain-and-types-of-the-router',
      comment: 'The API client can be used without a replica: of that it knows types alone.',
      severity: 'error',
      from: { path: '^app/_api/' },
      to: { path: '^(app/(?!_api/)|server|db|scripts)', ...typesAlone },
    },
    {
      name: 'replica-imports-api-and-domain',
      comment: 'The replica knows no screen.',
      severity: 'error',
      from: { path: '^app/_replica/' },
      to: { path: '^app/(?!_replica/|_api/)' },
    },
    {
      name: 'replica-imports-only-types-of-the-server',
      severity: 'error',
      from: { path: '^app/_replica/' },
      to: { path: '^(server|db|scripts)/', ...typesAlone },
    },
    {
      name: 'features-import-entries-of-features',
      comment: 'The files directly in a feature folder are its entry; its subfolders are private.',
      severity: 'error',
      from: { path: '^app/_features/([^/]+)/' },
      to: { path: '^app/_features/[^/]+/[^/]+/', pathNot: '^app/_features/$1/' },
    },
    {
      name: 'features-import-no-pages',
      severity: 'error',
      from: { path: '^app/_features/' },
      to: { path: '^app/(?!_features/|_replica/|_api/|_ui/)' },
    },
    {
      name: 'features-import-only-types-of-the-server',
      comment: 'But for notFoundGuard, which runs on the server for every page of a project.',
      severity: 'error',
      from: { path: '^app/_features/', pathNot: '^app/_features/shell/notFoundGuard\\.ts$' },
      to: { path: '^(server|db|scripts)/', ...typesAlone },
    },
    {
      name: 'pages-import-entries-of-features',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/_' },
      to: { path: '^app/_features/[^/]+/[^/]+/' },
    },
    {
      name: 'pages-import-queries-and-access',
      comment: 'And trpc/prefetch; of the rest of the server only types.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(_|api/)' },
      to: {
        path: '^(server|db|scripts)/',
        pathNot:
          '^server/(queries/|access/|auth/(pageAccess|signInProviders)\\.ts$|trpc/prefetch\\.ts$|environment\\.ts$)',
        ...typesAlone,
      },
    },
    {
      name: 'routes-are-thin',
      comment: 'app/api calls the server, and nothing else.',
      severity: 'error',
      from: { path: '^app/api/' },
      to: { path: '^(db|scripts|app/(?!api/))' },
    },
    {
      name: 'nobody-imports-the-tests',
      severity: 'error',
      from: { pathNot: ['^tests/', '^(vitest|playwright)\\.config\\.ts$'] },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: typesAlone },
    },
    {
      name: 'no-index',
      comment: 'A file is named after what it holds.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)index\\.(ts|tsx|mjs)$', pathNot: nodeModules },
    },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.css$'] },
    },
  ],
  options: {
    doNotFollow: { path: nodeModules },
    // Made by Next, for whatever folder it built into last.
    exclude: { path: '^next-env' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
}
