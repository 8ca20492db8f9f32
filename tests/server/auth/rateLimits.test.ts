import { expect, it } from 'vitest'
import { consumeRateLimit } from '@/server/auth/rateLimits'
import { signInWithPassword } from '@/server/auth/signInWithPassword'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()

const attemptSignIn = (address: string, n: number) =>
  signInWithPassword({ email: `nobody${n}@example.com`, password: 'a wrong password' }, address)

it('trying many e-mails from one IP address is limited', async () => {
  for (let n = 0; n < 999; n++) await consumeRateLimit('passwordByIp', '192.0.2.1')
  expect(await attemptSignIn('192.0.2.1', 1)).toBeNull()
  await expect(attemptSignIn('192.0.2.1', 2)).rejects.toMatchObject({ kind: 'rate-limited' })
  expect(await attemptSignIn('192.0.2.2', 3)).toBeNull()
})
