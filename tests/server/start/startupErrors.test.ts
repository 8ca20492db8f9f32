import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '@/db/embedded/embeddedPostgres'
import {
  createDataFolder,
  type LaunchedConcord,
  launchConcord,
} from '@/tests/support/launchConcord'

async function expectStartupError(
  launched: LaunchedConcord,
  ...sentences: RegExp[]
): Promise<void> {
  expect(await launched.exitCode).toBe(1)
  const lines = launched.errors().trim().split('\n')
  expect(lines).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)))
}

test('a port in use is reported', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const launched = launchConcord({ CONCORD_DATA: createDataFolder(), PORT: String(port) })
  await expectStartupError(
    launched,
    new RegExp(`^Port ${port} is in use by another program: .*\\.$`),
  )
  server.close()
})

test('an invalid port is reported', async () => {
  const launched = launchConcord({ CONCORD_DATA: createDataFolder(), PORT: 'http' })
  await expectStartupError(launched, /^PORT is malformed: "http" is not a port number/)
})

test('a data folder whose path is a file is reported', async () => {
  const file = join(createDataFolder(), 'file')
  writeFileSync(file, '')
  const launched = launchConcord({ CONCORD_DATA: file, PORT: String(await freePort()) })
  await expectStartupError(
    launched,
    /^The data folder .*file cannot be made, because a file with that name exists/,
  )
})

test('every missing or malformed variable is reported by name', async () => {
  const launched = launchConcord({
    CONCORD_DATA: createDataFolder(),
    PORT: String(await freePort()),
    DATABASE_URL: 'mysql://nowhere',
    PUSHER_HOST: 'realtime.example.org',
    PUSHER_KEY: 'key',
    OIDC_ISSUER: 'https://id.example.org',
    OIDC_CLIENT_ID: 'concord',
  })
  await expectStartupError(
    launched,
    /^DATABASE_URL is malformed: it must be an address that begins with postgres:/,
    /^PUSHER_APP_ID is missing\.$/,
    /^PUSHER_SECRET is missing\.$/,
    /^NEXTAUTH_SECRET is missing: /,
    /^OIDC_CLIENT_SECRET is missing: OIDC_ISSUER needs it\.$/,
  )
})

test('a database that does not respond is reported', async () => {
  const port = await freePort()
  const launched = launchConcord({
    CONCORD_DATA: createDataFolder(),
    PORT: String(await freePort()),
    DATABASE_URL: `postgres://me:secret@127.0.0.1:${port}/concord`,
    NEXTAUTH_SECRET: 'x'.repeat(32),
  })
  await expectStartupError(launched, /^The database could not be migrated: .*ECONNREFUSED.*\.$/)
  expect(launched.errors()).not.toContain('secret')
})

test('a Node version that is too old is reported', async () => {
  // @ts-expect-error plain JavaScript, because it runs before anything is installed
  const { checkNode } = await import('@/scripts/launch/checks.mjs')
  expect(() => checkNode('20.11.1')).toThrow(
    'Concord needs Node 20.12 or newer, and this is Node 20.11.1.',
  )
  expect(() => checkNode('22.0.0')).not.toThrow()
})
