import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeDatabase } from '@/db/client'

export type SignIn = { email: string; password: string }
type Seed = { default?: () => Promise<SignIn[]>; seedDemo?: () => Promise<SignIn[]> }

const SEED = fileURLToPath(new URL('../../db/demo/seed.ts', import.meta.url))

/** True when the demo data of this data folder was never made, or not to the end. */
export function demoIsMissing(data: string): boolean {
  return existsSync(SEED) && !existsSync(join(data, 'demo.json'))
}

/** Makes the demo data on the process's DATABASE_URL and remembers its sign-ins. */
export async function makeDemo(data: string): Promise<void> {
  const seed = (await import(SEED)) as Seed
  const signIns = await (seed.seedDemo ?? seed.default)?.()
  await closeDatabase()
  const file = join(data, 'demo.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(signIns ?? [], null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The sign-ins of the demo data; none when there is no demo data. */
export function demoSignIns(data: string): SignIn[] {
  const file = join(data, 'demo.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : []
}
