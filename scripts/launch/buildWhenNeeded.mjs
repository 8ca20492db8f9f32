import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './runCommand.mjs'
import { runStep } from './runStep.mjs'

const FOLDERS = ['app', 'domain', 'server', 'db', 'patches']
const SOURCES = [...FOLDERS, 'package-lock.json', 'tsconfig.json']
// Settings of other tools, and files that the build itself writes.
const NOT_BUILT = /^((vitest|playwright|drizzle)\.config|next-env\.d)\.ts$/

/** Builds the web app unless the existing build was made from the same sources. */
export async function buildWhenNeeded() {
  const folder = process.env.NEXT_DIST_DIR || '.next'
  const stamp = join(folder, 'concord-sources')
  const sources = hashSources()
  const built = existsSync(join(folder, 'BUILD_ID')) && existsSync(stamp)
  if (built && readFileSync(stamp, 'utf8') === sources) return
  // A build that is interrupted leaves a mixture, which must not count as built from any sources.
  rmSync(stamp, { force: true })
  await runStep('Building the web app', () =>
    runCommand(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      title: 'Building the web app',
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    }),
  )
  writeFileSync(stamp, sources)
}

function hashSources() {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  const beside = readdirSync('.').filter(
    (name) => /\.(ts|mjs)$/.test(name) && !NOT_BUILT.test(name),
  )
  for (const file of [...SOURCES, ...beside].flatMap(listFiles).sort()) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function listFiles(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)))
}
