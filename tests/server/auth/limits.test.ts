import { expect, it } from 'vitest'
import { countTry } from '@/server/auth/limits'
import { passwordSignIn } from '@/server/auth/passwordSignIn'
import { testDatabase } from '@/tests/support/database'

await testDatabase()

const attempt = (address: string, n: number) =>
  passwordSignIn({ email: `nobody${n}@example.com`, password: 'a wrong password' }, address)

it('lets nobody try e-mail after e-mail from one address for ever', async () => {
  for (let n = 0; n < 999; n++) await countTry('signInAddress', '192.0.2.1')
  expect(await attempt('192.0.2.1', 1)).toBeNull()
  await expect(attempt('192.0.2.1', 2)).rejects.toMatchObject({ kind: 'too-many' })
  expect(await attempt('192.0.2.2', 3)).toBeNull()
})
