// `npm run demo:large -- --tasks 100000`: plays a big project's story through `execute`.
import { demoArgs, USAGE } from './demo/args'
import { playLarge } from './demo/large'
import { crew, freeKey } from './demo/place'
import { progress } from './demo/progress'
import { openDatabase } from './importer/database'

const say = (text: string) => process.stderr.write(`${text}\n`)

async function main(argv: string[]): Promise<void> {
  const args = demoArgs(argv)
  const close = await openDatabase(say)
  try {
    const { slug, people } = await crew(args.workspace)
    const key = await freeKey(slug, args.key)
    say(`Making ${key} in ${slug}: ${args.tasks.toLocaleString('en')} tasks.`)
    const told = progress(process.stderr)
    const { commands, ms } = await playLarge(people, key, args.tasks, told.at)
    told.end()
    const rate = Math.round((commands / ms) * 1000).toLocaleString('en')
    say(
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
  say(error instanceof Error ? error.message : String(error))
  if ((error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) say(`\n${USAGE}`)
  process.exitCode = 1
}
