import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeDatabase } from '@/db/client'

export type DemoSignIn = { email: string; password: string }
type SeedModule = { default?: () => Promise<DemoSignIn[]>; seedDemo?: () => Promise<DemoSignIn[]> }

const SEED_MODULE_PATH = fileURLToPath(new URL('../demo/data/seedDemo.ts', import.meta.url))

/** True when the demo data of this data folder was never made, or not to the end. */
export function isDemoMissing(data: string): boolean {
  return existsSync(SEED_MODULE_PATH) && !existsSync(join(data, 'demo.json'))
}

/** Makes the demo data on the process's DATABASE_URL and remembers its sign-ins. */
export async function createDemoData(data: string): Promise<void> {
  const seed = (await import(SEED_MODULE_PATH)) as SeedModule
  const signIns = await (seed.seedDemo ?? seed.default)?.()
  await closeDatabase()
  const file = join(data, 'demo.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(signIns ?? [], null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The sign-ins of the demo data; none when there is no demo data. */
export function readDemoSignIns(data: string): DemoSignIn[] {
  const file = join(data, 'demo.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoSignIn[]) : []
}
