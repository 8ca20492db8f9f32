import { sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { unnest, unnestValues } from '@/db/inputRows'
import { compileStatement, PipelinedTransaction } from '@/db/pipelinedTransaction'
import { fieldList } from '@/db/readRows'
import { workspace } from '@/db/schema/people'
import { makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'

const { owner } = await testDatabase()
const { id, slug, name, hoursPerDay, createdAt } = workspace
const FIELDS = { id, slug, name, hoursPerDay, createdAt }
const INPUT = { id, slug, name }
const INSERT = compileStatement(sql`
  insert into ${workspace} (${sql.identifier(id.name)}, ${sql.identifier(slug.name)}, ${sql.identifier(name.name)})
  select * from ${unnest('rows', INPUT, sql.identifier('given'))}`)

const newWorkspace = (slug: string) => ({ id: newId(), slug, name: 'Of "quotes", \\ and {braces}' })
const storedSlugs = async () =>
  (await owner<{ slug: string }[]>`select slug from workspace`).map((row) => row.slug)

describe('a pipelined transaction', () => {
  it('a transaction commits its statements in the order in which they were sent, without waiting', async () => {
    const made = newWorkspace('sent')
    const rows = await PipelinedTransaction.run(async (tx) => {
      const [, read] = await Promise.all([
        tx.send(INSERT, unnestValues('rows', INPUT, [made])),
        tx.select(
          FIELDS,
          sql`select ${fieldList(FIELDS)} from ${workspace} where ${slug} = 'sent'`,
        ),
        tx.commit(),
      ])
      return read
    })
    expect(rows).toEqual([
      { ...made, hoursPerDay: 8, createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
    ])
    expect(await storedSlugs()).toContain('sent')
  })

  it('a transaction commits by itself when its callback has not', async () => {
    await PipelinedTransaction.run((tx) =>
      tx.send(INSERT, unnestValues('rows', INPUT, [newWorkspace('unsaid')])),
    )
    expect(await storedSlugs()).toContain('unsaid')
  })

  it('a transaction writes nothing when a statement fails, even when the commit was sent already', async () => {
    const { workspaceId } = await makeWorkspace()
    const failed = PipelinedTransaction.run((tx) =>
      Promise.all([
        tx.send(INSERT, unnestValues('rows', INPUT, [newWorkspace('lost')])),
        tx.send(
          INSERT,
          unnestValues('rows', INPUT, [{ ...newWorkspace('again'), id: workspaceId }]),
        ),
        tx.commit(),
      ]),
    )
    await expect(failed).rejects.toMatchObject({ code: '23505' })
    expect(await storedSlugs()).not.toContain('lost')
  })

  it('a transaction writes nothing when its callback throws', async () => {
    const failed = PipelinedTransaction.run(async (tx) => {
      await tx.send(INSERT, unnestValues('rows', INPUT, [newWorkspace('thrown')]))
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await storedSlugs()).not.toContain('thrown')
  })

  it('a transaction releases its connection when it fails', async () => {
    const failing = () => PipelinedTransaction.run((tx) => tx.send(sql`select 1 / 0`))
    await Promise.allSettled(Array.from({ length: 30 }, failing))
    const answers = await PipelinedTransaction.run((tx) =>
      tx.select({ one: sql<number>`1` }, sql`select 1`),
    )
    expect(answers).toEqual([{ one: 1 }])
  })
})
