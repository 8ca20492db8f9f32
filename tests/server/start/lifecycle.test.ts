import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '@/db/client'
import { freePort } from '@/db/embedded/embeddedPostgres'
import { createDataFolder, launchConcord, processesUsing } from '@/tests/support/launchConcord'

const LONG_TIMEOUT = { timeout: 90_000 }

async function startConcord() {
  const data = createDataFolder()
  const env = { CONCORD_DATA: data, PORT: String(await freePort()) }
  const concord = launchConcord(env)
  await concord.ready()
  return { data, env, concord, address: `http://127.0.0.1:${env.PORT}` }
}

test('Ctrl-C stops everything that was started, and it can start again', LONG_TIMEOUT, async () => {
  const { data, env, concord } = await startConcord()
  concord.process.kill('SIGINT')
  expect(await concord.exitCode).toBe(0)
  expect(processesUsing(data)).toEqual([])
  await launchConcord(env).ready()
})

test('a second run on the same data folder is rejected', LONG_TIMEOUT, async () => {
  const { data, concord } = await startConcord()
  const second = launchConcord({ CONCORD_DATA: data, PORT: String(await freePort()) })
  expect(await second.exitCode).toBe(1)
  expect(second.errors().trim()).toBe(
    `The data folder ${data} is in use by another run of Concord (process ${concord.process.pid}): stop that one or set CONCORD_DATA to another folder.`,
  )
})

test(
  'kill -9 loses no committed data, and the next start needs no manual repair',
  LONG_TIMEOUT,
  async () => {
    const { data, env, concord } = await startConcord()
    const owner = connect(ownerUrlOf(data))
    await owner.sql`create table kept as select 1 as n`
    concord.process.kill('SIGKILL')
    await concord.exitCode
    await owner.close()
    await launchConcord(env).ready()
    const again = connect(ownerUrlOf(data))
    expect(await again.sql`select n from kept`).toEqual([{ n: 1 }])
    await again.close()
  },
)

test(
  'killing all processes at once, including the database, loses no committed data',
  LONG_TIMEOUT,
  async () => {
    const { data, env } = await startConcord()
    for (const pid of processesUsing(data)) process.kill(pid, 'SIGKILL')
    await launchConcord(env).ready()
  },
)

test('the web server and the database restart when they are killed', LONG_TIMEOUT, async () => {
  const { data, address } = await startConcord()
  const before = await webServerPid(address)
  process.kill(Number(before), 'SIGKILL')
  await expect.poll(() => webServerPid(address)).not.toBe(before)

  const pool = connect(ownerUrlOf(data))
  await pool.sql`select 1`
  const postmaster = readPostmasterPid(data)[0]
  process.kill(Number(postmaster), 'SIGKILL')
  const isNew = () =>
    readPostmasterPid(data)[0] !== postmaster && readPostmasterPid(data)[7]?.trim() === 'ready'
  await expect.poll(isNew).toBe(true)
  const answer = () => pool.sql`select 1 as n`.catch(() => [])
  await expect.poll(answer).toEqual([{ n: 1 }])
  await pool.close()
})

test('stopping while the database restarts leaves no process behind', LONG_TIMEOUT, async () => {
  const { data, concord } = await startConcord()
  process.kill(Number(readPostmasterPid(data)[0]), 'SIGKILL')
  concord.process.kill('SIGTERM')
  expect(await concord.exitCode).toBe(0)
  await expect.poll(() => processesUsing(data)).toEqual([])
})

test('secrets are random and readable only by their owner', LONG_TIMEOUT, async () => {
  const { data } = await startConcord()
  const file = join(data, 'secrets.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const values = Object.values(JSON.parse(readFileSync(file, 'utf8')))
  expect(new Set(values).size).toBe(4)
})

async function webServerPid(address: string): Promise<string | undefined> {
  const answer = await fetch(address).catch(() => undefined)
  return answer?.text().catch(() => undefined)
}

function readPostmasterPid(data: string): string[] {
  const file = join(data, 'postgres/postmaster.pid')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
}

function ownerUrlOf(data: string): string {
  const { databaseOwner } = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'))
  return `postgres://concord:${databaseOwner}@127.0.0.1:${readPostmasterPid(data)[3]}/concord`
}
