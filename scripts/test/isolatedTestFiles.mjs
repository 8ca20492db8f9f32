import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Code that replaces modules or changes the environment of its process. */
const CHANGES_PROCESS =
  /\bvi\.(mock|resetModules|stubEnv)\(|(assign\(|delete )process\.env|process\.env(\.\w+|\[.+\]) = /

/** Support files that set the environment anew for each file, or restore it. */
const RESTORING_SUPPORT = ['testDatabase', 'importFiles']

/**
 * Returns the paths of a folder's test files that need a process of their own, because they or a
 * support file that they import replace modules or change the environment. All other files share
 * their modules, which saves a quarter of the time.
 * @param {string} folder
 */
export function isolatedTestFiles(folder) {
  const changingSupport = sourceFiles('tests/support')
    .filter((path) => CHANGES_PROCESS.test(readFileSync(path, 'utf8')))
    .map((path) => basename(path, '.ts'))
    .filter((name) => !RESTORING_SUPPORT.includes(name))
  return sourceFiles(folder).filter((path) => {
    if (!path.endsWith('.test.ts')) return false
    const text = readFileSync(path, 'utf8')
    return (
      CHANGES_PROCESS.test(text) ||
      changingSupport.some((name) => text.includes(`/support/${name}'`))
    )
  })
}

/** @param {string} folder */
function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
}
