import { describe, expect, it } from 'vitest'
import { authorizeWorkspace } from '@/server/access/authorize'
import { createWorkspace } from '@/server/people/createWorkspace'
import { signUp } from '@/server/people/signUp'
import { slugOf } from '@/server/people/slugOf'
import { makeAccount } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()
const ada = { name: 'Ada', password: 'correct horse battery', workspace: 'Acme Tools' }

describe('signing up', () => {
  it('signing up creates an account, a workspace and its admin', async () => {
    const { account, workspace } = await signUp({ ...ada, email: ' Ada@Example.COM ' })
    expect(account.email).toBe('ada@example.com')
    expect(workspace.slug).toMatch(/^acme-tools/)
    const scope = await authorizeWorkspace(account, workspace.slug)
    expect(scope?.person).toMatchObject({ id: workspace.personId, name: 'Ada', role: 'admin' })
    const [row] = await owner`select password_hash from account where id = ${account.id}`
    expect(row?.password_hash).toMatch(/^\$argon2id\$/)
    const kinds = await owner`
      select kind from account_audit where account_id = ${account.id}
      union all select kind from audit where account_id = ${account.id} order by kind`
    expect(kinds.map((each) => each.kind)).toEqual(['account.created', 'workspace.created'])
  })

  it('workspaces with the same name get different slugs, also concurrently', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        signUp({ ...ada, email: `same${n}@example.com`, workspace: 'Same Name' }),
      ),
    )
    const slugs = made.map(({ workspace }) => workspace.slug)
    expect(slugs.sort()).toEqual(['same-name', 'same-name-2', 'same-name-3', 'same-name-4'])
  })

  it('finding a slug for a common name does not try each number', async () => {
    const founder = await makeAccount()
    const slugs: string[] = []
    for (let n = 0; n < 15; n++) slugs.push((await createWorkspace(founder, 'Common')).slug)
    expect(new Set(slugs).size).toBe(15)
    expect(slugs[11]).toBe('common-12')
    expect(slugs[12]).toMatch(/^common-[0-9a-f]{8}$/)
  })

  it('nothing is created when the e-mail is taken, also concurrently', async () => {
    const attempts = ['Twice@example.com', 'twice@EXAMPLE.com', 'twice@example.com'].map((email) =>
      signUp({ ...ada, email, workspace: 'Twice' }),
    )
    const ended = await Promise.allSettled(attempts)
    expect(ended.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const refused = ended.find((each) => each.status === 'rejected')
    expect(refused?.reason).toMatchObject({ kind: 'conflict', field: 'email' })
    expect(await owner`select 1 from workspace where name = 'Twice'`).toHaveLength(1)
  })

  it.each([
    ['password', { password: 'ninechars' }],
    ['email', { email: 'not an address' }],
    ['name', { name: '  ' }],
    ['name', { name: 'null\u0000character' }],
    ['email', { email: 'null\u0000@example.com' }],
    ['workspace', { workspace: '' }],
  ])(
    'a sign-up with an invalid %s is rejected, and the error names the field',
    async (field, wrong) => {
      const attempt = signUp({ ...ada, email: 'wrong@example.com', ...wrong })
      await expect(attempt).rejects.toMatchObject({ issues: [{ path: [field] }] })
    },
  )
})

describe('slugs of workspaces', () => {
  it.each([
    ['Acme Tools', 'acme-tools'],
    ['  Ünïcode & Söhne  ', 'unicode-sohne'],
    ['sign-in', 'workspace-sign-in'],
    ['日本語', 'workspace'],
    [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
  ])('the slug of “%s” is “%s”', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })
})
