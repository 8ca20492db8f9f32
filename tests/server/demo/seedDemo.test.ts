import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Transition } from '@/domain/workflow/transition'
import { seedDemo } from '@/scripts/demo/data/seedDemo'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const NOW = Date.parse('2026-11-20T15:00:00Z')
const signIns = await seedDemo(NOW)

describe('the demo data', () => {
  it('there is an active project with three months of history and a second one', async () => {
    const { sql } = database()
    const projects = await sql`
      select p.key, p.seq::int, count(*)::int as tasks, min(t.created_at)::text as first
      from project p join task t on t.project_id = p.id group by p.id order by p.key`
    expect(projects.map((each) => each.key)).toEqual(['SITE', 'TERN'])
    const tern = projects[1]
    expect(tern?.tasks).toBeGreaterThan(80)
    expect(tern?.seq).toBeGreaterThan(500)
    expect(NOW - Date.parse(tern?.first)).toBeGreaterThan(85 * 86_400_000)
    const open = await sql`
      select s.id from task t join status s on s.project_id = t.project_id and s.id = t.status_id
      join project p on p.id = t.project_id where p.key = 'TERN' group by s.id`
    expect(open.map((each) => each.id).sort()).toEqual([
      'backlog',
      'done',
      'in-progress',
      'review',
      'todo',
    ])
  })

  it('the demo shows sprints, epics, versions and time tracking', async () => {
    const { sql } = database()
    const sprints = await sql`
      select s.name, s.state, (select count(*)::int from task t where t.sprint_id = s.id) as tasks
      from sprint s order by s.name`
    expect(sprints.map(({ name, state }) => [name, state])).toEqual([
      ['Sprint 12', 'closed'],
      ['Sprint 13', 'active'],
      ['Sprint 14', 'planned'],
    ])
    for (const { tasks } of sprints) expect(tasks).toBeGreaterThan(3)
    const [epics] = await sql`
      select count(distinct parent_id)::int as epics, count(*)::int as tasks from task
      where parent_id is not null`
    expect(epics?.epics).toBe(2)
    expect(epics?.tasks).toBeGreaterThan(10)
    const releases = await sql`
      select v.name, v.state, (select count(*)::int from task t where v.id = any(t.fix_versions)) as tasks
      from project_version v order by v.name`
    expect(releases.map(({ name, state }) => [name, state])).toEqual([
      ['2.3', 'released'],
      ['2.4', 'planned'],
    ])
    for (const { tasks } of releases) expect(tasks).toBeGreaterThan(3)
    const [logged] = await sql`
      select count(*)::int as logs from worklog where started_at > ${new Date(NOW - 7 * 86_400_000).toISOString()}`
    expect(logged?.logs).toBeGreaterThan(3)
  })

  it('the team completed tasks in its sprints', async () => {
    const finished = await database().sql`
      select s.name, count(*)::int as tasks, sum(t.estimate)::int as points
      from task t join sprint s on s.id = t.sprint_id join status st
        on st.project_id = t.project_id and st.id = t.status_id
      where st.category = 'done' group by s.name order by s.name`
    expect(finished.map((each) => each.name)).toEqual(['Sprint 12', 'Sprint 13'])
    for (const { tasks } of finished) expect(tasks).toBeGreaterThan(4)
    const unassigned = await database().sql`
      select t.number from task t join status st
        on st.project_id = t.project_id and st.id = t.status_id
      where st.category = 'done' and t.assignees = '{}'`
    expect([...unassigned]).toEqual([])
  })

  it('people logged plausible times on their own tasks', async () => {
    const days = await database().sql`
      select w.author, w.started_at::date as day, sum(w.seconds)::int as seconds
      from worklog w group by 1, 2`
    expect(days.length).toBeGreaterThan(20)
    for (const { seconds } of days) {
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(8 * 3600)
    }
    const odd = await database().sql`
      select t.number from worklog w join task t on t.id = w.task_id join status st
        on st.project_id = t.project_id and st.id = t.status_id
      where not w.author = any(t.assignees)
        or (st.category = 'done') <> (t.remaining_estimate = 0)`
    expect([...odd]).toEqual([])
  })

  it('the second project has a workflow with rules', async () => {
    const drawn = await database().sql`
      select s.id, s.transitions from status s join project p on p.id = s.project_id
      where p.key = 'SITE' and s.transitions is not null order by s.id`
    expect(drawn.map((each) => each.id)).toEqual(['done', 'in-progress', 'review', 'todo'])
    expect(
      drawn.flatMap((each) =>
        each.transitions.flatMap((transition: Transition) => transition.rules),
      ),
    ).toHaveLength(4)
  })

  it('no command is rejected except moves into full columns', async () => {
    const refused = await database().sql`
      select type, rejection->>'code' as code from command where outcome = 'rejected'`
    expect(refused.filter((each) => each.code !== 'wip-limit')).toEqual([])
  })

  it('a conflict waits for the first demo account', async () => {
    const [open] = await database().sql`
      select a.email, c.body->'fields' as fields from conflict c
      join person p on p.id = c.person_id join account a on a.id = p.account_id
      where c.resolved_at is null`
    expect(open?.email).toBe(signIns[0]?.email)
  })

  it('seeding again changes nothing', async () => {
    const { sql } = database()
    const before = await sql`select id, seq from project order by id`
    await seedDemo(NOW + 3_600_000)
    expect(await sql`select id, seq from project order by id`).toEqual(before)
    for (const { id } of before) {
      expect(toComparable(await replayedProject(id))).toEqual(toComparable(await storedProject(id)))
    }
  })
})
