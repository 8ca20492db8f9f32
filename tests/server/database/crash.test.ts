import { expect, test } from 'vitest'
import { connect } from '@/db/client'
import { privatePostgres } from '@/tests/support/privatePostgres'

const server = await privatePostgres()

test('committed data survives kill -9, and the pool reconnects', async () => {
  const pool = connect(server.ownerUrl)
  await pool.sql`create table kept (n int)`
  await pool.sql`insert into kept values (1)`
  await server.kill()
  await server.start()
  await expect.poll(() => pool.sql`select n from kept`.catch(() => [])).toEqual([{ n: 1 }])
  await pool.close()
})

test('the database shuts down cleanly and starts again', async () => {
  await server.stop()
  await server.start()
  const pool = connect(server.appUrl)
  expect(await pool.sql`select current_user as name`).toEqual([{ name: 'concord_app' }])
  await pool.close()
})
