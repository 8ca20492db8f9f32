import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const NAMES = ['databaseOwner', 'databaseApp', 'nextAuth', 'pusher'] as const
export type Secrets = Record<(typeof NAMES)[number], string>

const storedSecrets = z.partialRecord(z.enum(NAMES), z.string().regex(/^[0-9a-f]{64}$/))

/**
 * Returns the secrets of the embedded parts: random on first use, then kept in secrets.json of the
 * data folder, readable only by its owner.
 * @throws Error in one sentence when that file is invalid
 */
export function loadSecrets(data: string): Secrets {
  const file = join(data, 'secrets.json')
  const savedSecrets = existsSync(file) ? readSecrets(file) : {}
  const secrets = Object.fromEntries(
    NAMES.map((name) => [name, savedSecrets[name] ?? randomBytes(32).toString('hex')]),
  ) as Secrets
  if (NAMES.some((name) => savedSecrets[name] === undefined)) {
    // Written to a temporary file and renamed, so that a kill never leaves half a file.
    writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  return secrets
}

function readSecrets(file: string): Partial<Secrets> {
  try {
    return storedSecrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Error(`${file} is not readable as Concord wrote it: put back a copy of it.`)
  }
}
