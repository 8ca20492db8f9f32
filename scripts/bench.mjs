// `npm run bench -- [names] [--json FILE]`: runs the benchmarks, also from a fresh clone. Plain
// JavaScript, because nothing may be installed yet.
import { buildWhenNeeded } from './launch/buildWhenNeeded.mjs'
import { checkNode } from './launch/checks.mjs'
import { installWhenNeeded } from './launch/installWhenNeeded.mjs'
import { PROJECT, stopChildOnSignal } from './launch/runCommand.mjs'
import { errorMessage } from './launch/startupError.mjs'

try {
  checkNode()
  process.chdir(PROJECT)
  const stopListening = stopChildOnSignal()
  await installWhenNeeded({ dev: true })
  const { register } = await import('tsx/esm/api')
  register()
  const { parseBenchmarkArguments } = await import('./bench/benchmarkArguments.ts')
  const { names, json } = parseBenchmarkArguments(process.argv.slice(2))
  const { needsBuild, runBenchmarks } = await import('./bench/runBenchmarks.ts')
  if (needsBuild(names)) await buildWhenNeeded()
  stopListening()
  await runBenchmarks(names, json)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${errorMessage(error)}\n`)
  if (process.env.CONCORD_DEBUG) console.error(error)
  process.exit(1)
}
