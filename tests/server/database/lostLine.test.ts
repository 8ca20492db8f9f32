import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '@/db/client'
import { privatePostgres } from '@/tests/support/private-postgres'

const server = await privatePostgres()

/** A way to the database that breaks the first line on which the driver asks for the types. */
async function brittleUrl(): Promise<URL> {
  const url = new URL(server.appUrl)
  const to = { host: url.hostname, port: Number(url.port) }
  const lines = new Set<Socket>()
  let isBroken = false
  const way = createServer((near) => {
    const far = dial(to)
    lines.add(near).add(far)
    for (const each of [near, far]) each.on('error', () => {})
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    far.pipe(near)
    near.on('data', (data) => {
      const breaks = !isBroken && data.includes('pg_catalog.pg_type')
      isBroken ||= breaks
      if (breaks) near.destroy()
      else far.write(data)
    })
  })
  way.listen(0, '127.0.0.1')
  await once(way, 'listening')
  onTestFinished(() => {
    for (const line of lines) line.destroy()
    way.close()
  })
  return Object.assign(url, {
    hostname: '127.0.0.1',
    port: String((way.address() as AddressInfo).port),
  })
}

test.for(['reserved', 'shared'])(
  'a %s line that breaks while it is made ready is made anew',
  async (kind) => {
    const { sql, close } = connect((await brittleUrl()).href)
    if (kind === 'shared') expect(await sql`select 1 as n`).toEqual([{ n: 1 }])
    else {
      const line = await sql.reserve()
      expect(await line`select 1 as n`).toEqual([{ n: 1 }])
      line.release()
    }
    await close()
  },
)
