import { expect, test } from 'vitest'
import { connect } from '@/db/client'
import { privatePostgres } from '@/tests/support/privatePostgres'

const server = await privatePostgres()

test('what was committed is there after kill -9, and the pool finds its way back', async () => {
  const pool = connect(server.ownerUrl)
  await pool.sql`create table kept (n int)`
  await pool.sql`insert into kept values (1)`
  await server.kill()
  await server.start()
  await expect.poll(() => pool.sql`select n from kept`.catch(() => [])).toEqual([{ n: 1 }])
  await pool.close()
})

test('it shuts down and starts again in order', async () => {
  await server.stop()
  await server.start()
  const pool = connect(server.appUrl)
  expect(await pool.sql`select current_user as name`).toEqual([{ name: 'concord_app' }])
  await pool.close()
})
