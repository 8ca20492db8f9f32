import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeDatabase } from '@/db/client'

export type DemoSignIn = { email: string; password: string }
type SeedModule = { default?: () => Promise<DemoSignIn[]>; seedDemo?: () => Promise<DemoSignIn[]> }

const SEED_MODULE_PATH = fileURLToPath(new URL('../demo/data/seedDemo.ts', import.meta.url))

/** Returns true when the demo data of this data folder was never created completely. */
export function isDemoMissing(data: string): boolean {
  return existsSync(SEED_MODULE_PATH) && !existsSync(join(data, 'demo.json'))
}

/** Creates the demo data in the process's DATABASE_URL and stores its accounts. */
export async function createDemoData(data: string): Promise<void> {
  const seed = (await import(SEED_MODULE_PATH)) as SeedModule
  const signIns = await (seed.seedDemo ?? seed.default)?.()
  await closeDatabase()
  const file = join(data, 'demo.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(signIns ?? [], null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** Returns the accounts of the demo data; none without demo data. */
export function readDemoSignIns(data: string): DemoSignIn[] {
  const file = join(data, 'demo.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoSignIn[]) : []
}
