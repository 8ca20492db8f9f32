import { parseArgs } from 'node:util'

export const DEMO_USAGE = `Usage: npm run demo:large -- [options]

  --tasks N          how many tasks (default: 100000)
  --workspace SLUG   the workspace to create the project in (default: the oldest)
  --key KEY          the project's key (default: BIG, or BIG2 and so on)`

/** The parsed command line; null means the default. */
export interface DemoArguments {
  tasks: number
  workspace: string | null
  key: string | null
}

/**
 * Parses the command line.
 * @throws Error in a sentence that names what is unknown or malformed
 */
export function parseDemoArguments(argv: string[]): DemoArguments {
  const { values } = parseArgs({
    args: argv,
    options: {
      tasks: { type: 'string', default: '100000' },
      workspace: { type: 'string' },
      key: { type: 'string' },
    },
  })
  const tasks = Number(values.tasks)
  if (!Number.isInteger(tasks) || tasks < 1 || tasks > 2_000_000) {
    throw new Error(`--tasks must be a number from 1 to 2000000; ${values.tasks} is not.`)
  }
  if (values.key !== undefined && !/^[A-Z][A-Z0-9]{1,9}$/.test(values.key)) {
    throw new Error(`--key must be 2 to 10 capital letters or digits; ${values.key} is not.`)
  }
  return { tasks, workspace: values.workspace ?? null, key: values.key ?? null }
}
