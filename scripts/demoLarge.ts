// `npm run demo:large -- --tasks 100000`: creates a large project with its history through `execute`.

import { openDatabase } from './cli/openDatabase'
import { showProgress } from './cli/showProgress'
import { DEMO_USAGE, parseDemoArguments } from './demo/demoArguments'
import { seedLargeProject } from './demo/seedLargeProject'
import { findFreeKey, loadEditors } from './demo/targetWorkspace'

const printLine = (text: string) => process.stderr.write(`${text}\n`)

async function main(argv: string[]): Promise<void> {
  const args = parseDemoArguments(argv)
  const close = await openDatabase(printLine)
  try {
    const { slug, people } = await loadEditors(args.workspace)
    const key = await findFreeKey(slug, args.key)
    printLine(`Making ${key} in ${slug}: ${args.tasks.toLocaleString('en')} tasks.`)
    const progressLine = showProgress(process.stderr)
    const { commands, ms } = await seedLargeProject(people, key, args.tasks, progressLine.at)
    progressLine.end()
    const rate = Math.round((commands / ms) * 1000).toLocaleString('en')
    printLine(
      `${commands.toLocaleString('en')} commands in ${Math.round(ms / 1000)} s, ${rate} a second.`,
    )
    process.stdout.write(`/${slug}/${key}/board\n`)
  } finally {
    await close()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  printLine(error instanceof Error ? error.message : String(error))
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) printLine(`\n${DEMO_USAGE}`)
  process.exitCode = 1
}
