import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '@/db/client'
import { privatePostgres } from '@/tests/support/privatePostgres'

const server = await privatePostgres()

/**
 * Returns the URL of a proxy that breaks the first connection on which the driver queries the
 * types.
 */
async function urlOfFailingProxy(): Promise<URL> {
  const url = new URL(server.appUrl)
  const target = { host: url.hostname, port: Number(url.port) }
  const sockets = new Set<Socket>()
  let isBroken = false
  const proxy = createServer((clientSocket) => {
    const databaseSocket = dial(target)
    sockets.add(clientSocket).add(databaseSocket)
    for (const each of [clientSocket, databaseSocket]) each.on('error', () => {})
    clientSocket.on('close', () => databaseSocket.destroy())
    databaseSocket.on('close', () => clientSocket.destroy())
    databaseSocket.pipe(clientSocket)
    clientSocket.on('data', (data) => {
      const shouldBreak = !isBroken && data.includes('pg_catalog.pg_type')
      isBroken ||= shouldBreak
      if (shouldBreak) clientSocket.destroy()
      else databaseSocket.write(data)
    })
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    for (const line of sockets) line.destroy()
    proxy.close()
  })
  return Object.assign(url, {
    hostname: '127.0.0.1',
    port: String((proxy.address() as AddressInfo).port),
  })
}

test.for(['reserved', 'shared'])(
  'a %s connection that breaks during its setup is opened again',
  async (kind) => {
    const { sql, close } = connect((await urlOfFailingProxy()).href)
    if (kind === 'shared') expect(await sql`select 1 as n`).toEqual([{ n: 1 }])
    else {
      const line = await sql.reserve()
      expect(await line`select 1 as n`).toEqual([{ n: 1 }])
      line.release()
    }
    await close()
  },
)

/** Returns the URL of a server that starts up: it refuses the first connection, then forwards. */
async function urlOfStartingServer(): Promise<URL> {
  const url = new URL(server.appUrl)
  const target = { host: url.hostname, port: Number(url.port) }
  const fields = 'SFATAL\0C57P03\0Mthe database system is starting up\0\0'
  const refusal = Buffer.alloc(5 + fields.length)
  refusal.write('E')
  refusal.writeInt32BE(4 + fields.length, 1)
  refusal.write(fields, 5)
  const sockets = new Set<Socket>()
  let isStarting = true
  const proxy = createServer((clientSocket) => {
    clientSocket.on('error', () => {})
    if (isStarting) {
      isStarting = false
      clientSocket.once('data', () => clientSocket.end(refusal))
      return
    }
    const databaseSocket = dial(target)
    sockets.add(clientSocket).add(databaseSocket)
    databaseSocket.on('error', () => {})
    clientSocket.pipe(databaseSocket).pipe(clientSocket)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    for (const line of sockets) line.destroy()
    proxy.close()
  })
  return Object.assign(url, {
    hostname: '127.0.0.1',
    port: String((proxy.address() as AddressInfo).port),
  })
}

test('a reservation that a starting database refused takes no connection from later ones', async () => {
  const { sql, close } = connect((await urlOfStartingServer()).href, { max: 1 })
  await expect(sql.reserve()).rejects.toThrow('starting up')
  for (const n of [1, 2, 3]) {
    const line = await sql.reserve()
    expect(await line`select ${n}::int as n`).toEqual([{ n }])
    line.release()
  }
  await close()
})
