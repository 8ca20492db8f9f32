// `npm run bench -- [names] [--json FILE]`: measures what the goals are about, from a fresh clone as
// well. Plain JavaScript, because nothing may be installed yet.
import { buildWhenNeeded } from './launch/build.mjs'
import { checkNode } from './launch/checks.mjs'
import { installWhenNeeded } from './launch/install.mjs'
import { PROJECT, stopChildOnSignal } from './launch/run.mjs'
import { sentence } from './launch/sentence.mjs'

try {
  checkNode()
  process.chdir(PROJECT)
  const handOver = stopChildOnSignal()
  await installWhenNeeded({ dev: true })
  const { register } = await import('tsx/esm/api')
  register()
  const { asked } = await import('./bench/asked.ts')
  const { names, json } = asked(process.argv.slice(2))
  const { needBuild, run } = await import('./bench/run.ts')
  if (needBuild(names)) await buildWhenNeeded()
  handOver()
  await run(names, json)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${sentence(error)}\n`)
  if (process.env.CONCORD_DEBUG) console.error(error)
  process.exit(1)
}
