import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './runCommand.mjs'
import { runStep } from './runStep.mjs'
import { StartupError } from './startupError.mjs'

const TITLE = 'Patching packages'

/**
 * Applies the patches in `patches/` that an install has not applied, as with `npm ci
 * --ignore-scripts`.
 * @throws StartupError naming the patches that are still not applied
 */
export async function patchWhenNeeded() {
  if (missingPatches('.').length === 0) return
  await runStep(TITLE, () =>
    runCommand(process.execPath, ['node_modules/patch-package/index.js'], { title: TITLE }),
  )
  const missing = missingPatches('.')
  if (missing.length === 0) return
  throw new StartupError(
    `${missing.join(' and ')} could not be applied: remove node_modules and start again.`,
  )
}

/** Returns the files in `patches/` with an added line that the installed package lacks. */
export function missingPatches(project) {
  const folder = join(project, 'patches')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.patch'))
    .filter((name) => !isApplied(readFileSync(join(folder, name), 'utf8'), project))
    .map((name) => join('patches', name))
}

function isApplied(patch, project) {
  return patch.split(/^diff --git .*\n/m).every((part) => {
    const path = /^\+\+\+ b\/(.*)$/m.exec(part)?.[1]
    if (!path) return true
    const file = join(project, path)
    const lines = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])
    return addedLines(part).every((line) => lines.has(line))
  })
}

const addedLines = (part) =>
  part
    .split('\n')
    .filter((line) => line.startsWith('+') && !line.startsWith('+++ '))
    .map((line) => line.slice(1))
