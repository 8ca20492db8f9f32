// Who may import whom. `npm test` runs this and fails when it has seen no modules.
const typesAlone = { dependencyTypesNot: ['type-only'] }
const nodeModules = 'node_modules'

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment: 'domain/ knows itself, fractional-indexing and node-diff3, and nothing else.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', `${nodeModules}/(fractional-indexing|node-diff3)/`] },
    },
    {
      name: 'db-knows-types-of-domain',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/demo/' },
      to: { path: '^(app|server|scripts)/' },
    },
    {
      name: 'db-knows-only-types-of-domain',
      severity: 'error',
      from: { path: '^db/', pathNot: '^db/demo/' },
      to: { path: '^domain/', ...typesAlone },
    },
    {
      name: 'server-knows-domain-and-db',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(app|scripts)/' },
    },
    {
      name: 'queries-never-write',
      severity: 'error',
      from: { path: '^server/queries/' },
      to: { path: '^server/execute/', reachable: true },
    },
    {
      name: 'ui-knows-nothing-of-ours',
      severity: 'error',
      from: { path: '^app/_ui/' },
      to: { path: '^(app/(?!_ui/)|domain|server|db|scripts)' },
    },
    {
      name: 'client-knows-the-types-of-the-router',
      severity: 'error',
      from: { path: '^app/_client/' },
      to: { path: '^(server|db|scripts)/', ...typesAlone },
    },
    {
      name: 'pages-ask-queries-and-access',
      comment: 'Also the session and the ways to sign in; all else only as types.',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/(_ui|_client|api)/' },
      to: {
        path: '^(server|db|scripts)/',
        pathNot: '^server/(queries|access|auth|people/demoAccounts|environment)',
        ...typesAlone,
      },
    },
    {
      name: 'doors-are-thin',
      comment: 'app/api opens doors into server/, and nothing else.',
      severity: 'error',
      from: { path: '^app/api/' },
      to: { path: '^(db|scripts|app/(?!api/))' },
    },
    {
      name: 'nobody-knows-the-tests',
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
