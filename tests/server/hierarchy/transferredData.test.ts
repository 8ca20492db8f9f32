import { v7 as newId } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Id } from '@/domain/kernel/primitives'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import type { ProjectScope } from '@/server/access/scope'
import { rebuild } from '@/server/projections/rebuild'
import { timeEntries } from '@/server/projections/timeEntries'
import { loadRunningTimer } from '@/server/queries/runningTimer'
import { loadTimesheet } from '@/server/queries/timesheet'
import { loadTimeTotals } from '@/server/queries/timeTotals'
import { startTimer } from '@/server/time/timer'
import { execute } from '@/server/write/execute'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { projectionRows, startProjection } from '@/tests/support/runningProjection'
import { storedProject } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { expectConsistent, transferEnvelope } from '@/tests/support/transfers'

const { owner } = await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann, 'member')
const timeProjection = startProjection(timeEntries)
afterAll(() => timeProjection.stop())

const HOUR = 3_600

async function scopeOf({ projectId }: TestClient): Promise<ProjectScope> {
  const { project } = await storedProject(projectId)
  return (await authorizeProjectInWorkspace(ann.scope, project?.key ?? '')) as ProjectScope
}

async function addComponentOrVersion(
  mine: TestClient,
  list: 'component' | 'version',
  title: string,
): Promise<Id> {
  const id = newId()
  await (list === 'component'
    ? mine.send({ type: 'component.add', baseVersion: 99, componentId: id, name: title })
    : mine.send({ type: 'version.add', baseVersion: 99, versionId: id, name: title }))
  return id
}

function logTime(
  mine: TestClient,
  taskId: Id,
  hours: number,
  startedAt = '2026-03-04T09:00:00.000Z',
) {
  const worklogId = newId()
  const fields = { worklogId, seconds: hours * HOUR, startedAt, note: `${hours} h` }
  const base = { taskId, baseVersion: 99, remaining: 'auto' } as const
  return mine.send({ type: 'worklog.add', ...base, ...fields })
}

/** A task with a subtask: estimated, with worklogs of two people, in a sprint, with labels. */
async function createTaskWithData() {
  const [from, to] = [await makeProject(ann), await makeProject(ann)]
  const benClient = new TestClient(ben, from.projectId)
  const [api, web] = [
    await addComponentOrVersion(from, 'component', 'API'),
    await addComponentOrVersion(from, 'component', 'Web'),
  ]
  const [one, two] = [
    await addComponentOrVersion(from, 'version', '1.0'),
    await addComponentOrVersion(from, 'version', '2.0'),
  ]
  const [targetComponent, targetVersion] = [
    await addComponentOrVersion(to, 'component', ' api'),
    await addComponentOrVersion(to, 'version', '1.0'),
  ]
  const epic = await from.createTask({ taskType: 'epic', title: 'Above' })
  const taskId = await from.createTask({ title: 'Moving', parentId: epic })
  const subtaskFields = {
    taskType: 'subtask',
    title: 'Below',
    description: 'Deep',
    parentId: taskId,
  } as const
  const sub = await from.createTask(subtaskFields)
  const base = { type: 'task.edit', taskId, baseVersion: 99 } as const
  await from.send({ ...base, set: { originalEstimate: 8 * HOUR, remainingEstimate: 8 * HOUR } })
  await from.send({ ...base, add: { components: [api, web], fixVersions: [one, two] } })
  const sprintId = newId()
  await from.send({ type: 'sprint.create', baseVersion: 99, sprintId, name: 'Spring' })
  const tasks = [{ taskId, baseVersion: 99 }]
  await from.send({ type: 'task.plan', tasks, sprintId, position: {} })
  await logTime(from, taskId, 2)
  await logTime(benClient, taskId, 1, '2026-03-05T09:00:00.000Z')
  await logTime(benClient, sub, 3)
  const deletedWorklog = await logTime(from, taskId, 4)
  const [event] = deletedWorklog.events
  const worklogId = event?.type === 'worklog.added' ? event.data.worklogId : ''
  await from.send({ type: 'worklog.delete', taskId, baseVersion: 99, worklogId })
  return {
    from,
    to,
    epic,
    task: taskId,
    sub,
    sprintId,
    there: targetComponent,
    first: targetVersion,
  }
}

describe('a task that moves to another project', () => {
  it('worklogs, estimates, and components and versions of the same names move along', async () => {
    const { from, to, task, there, first } = await createTaskWithData()
    const answer = await execute(ben.scope, transferEnvelope(from.projectId, task, to.projectId))
    expect(answer.outcome).toBe('applied')
    const droppedFields = {
      sprint: 'Spring',
      components: ['Web'],
      fixVersions: ['2.0'],
      parent: true,
    }
    expect(answer.events.find((each) => each.taskId === task)).toMatchObject({
      type: 'task.archived',
      data: { movedTo: { projectId: to.projectId, droppedFields } },
    })
    const [, now] = await expectConsistent(from.projectId, to.projectId)
    const [root, below] = [...(now?.tasks.values() ?? [])]
    expect(root).toMatchObject({
      title: 'Moving',
      components: [there],
      fixVersions: [first],
      originalEstimate: 8 * HOUR,
      remainingEstimate: 5 * HOUR,
      timeSpent: 3 * HOUR,
      sprintId: null,
      parentId: null,
    })
    expect(below).toMatchObject({ description: 'Deep', timeSpent: 3 * HOUR, parentId: root?.id })
    const spent = [...(now?.worklogs.values() ?? [])]
      .map(({ author, seconds, startedAt, note }) => [author, seconds / HOUR, startedAt, note])
      .sort((a, b) => Number(a[1]) - Number(b[1]))
    expect(spent).toEqual([
      [ben.personId, 1, '2026-03-05T09:00:00.000Z', '1 h'],
      [ann.personId, 2, '2026-03-04T09:00:00.000Z', '2 h'],
      [ben.personId, 3, '2026-03-04T09:00:00.000Z', '3 h'],
    ])
    // Undoing it in the new project restores the remaining estimate that the worklog deducted in
    // the old one.
    const own = [...(now?.worklogs.values() ?? [])].find((each) => each.author === ann.personId)
    const back = { taskId: root?.id ?? '', baseVersion: 99, worklogId: own?.id ?? '' }
    await to.send({ type: 'worklog.delete', ...back })
    const [after] = await expectConsistent(to.projectId)
    expect(after?.tasks.get(root?.id ?? '')).toMatchObject({ remainingEstimate: 7 * HOUR })
  })

  it('moved time counts once in timesheets and totals, live and after a rebuild', async () => {
    const { from, to, epic, task, sprintId } = await createTaskWithData()
    const sheet = async () => {
      await timeProjection.waitUntilCaughtUp(from.projectId)
      await timeProjection.waitUntilCaughtUp(to.projectId)
      const both = [from.projectId, to.projectId]
      const { entries } = await loadTimesheet(ann.scope, 'everybody', '2026-03-01', '2026-03-31')
      return entries
        .filter((each) => both.includes(each.projectId))
        .map(({ personId, startedAt, seconds }) => [personId, startedAt, seconds])
        .sort()
    }
    const [here, there] = [await scopeOf(from), await scopeOf(to)]
    const before = await sheet()
    expect(before).toHaveLength(3)
    expect((await loadTimeTotals(here, { taskId: epic })).all.spent).toBe(6 * HOUR)
    await execute(ann.scope, transferEnvelope(from.projectId, task, to.projectId))
    expect(await sheet()).toEqual(before)
    const [root] = [...(await storedProject(to.projectId)).tasks.values()]
    expect((await loadTimeTotals(here, { taskId: epic })).all.spent).toBe(0)
    expect((await loadTimeTotals(here, { sprintId })).all).toMatchObject({ spent: 0, tasks: 0 })
    expect((await loadTimeTotals(there, { taskId: root?.id ?? '' })).all.spent).toBe(6 * HOUR)
    for (const { projectId } of [from, to]) {
      const kept = await projectionRows(['time_entry'], projectId)
      await rebuild(database(), timeEntries, projectId, { batchSize: 3 })
      expect(await projectionRows(['time_entry'], projectId)).toEqual(kept)
    }
    expect(timeProjection.errors).toEqual([])
  })

  it('a running timer keeps running after the move', async () => {
    const [from, to] = [await makeProject(ann), await makeProject(ann)]
    const task = await from.createTask({ title: 'Watched' })
    await startTimer(await scopeOf(from), task, null)
    const before = await loadRunningTimer(ann.scope)
    await execute(ben.scope, transferEnvelope(from.projectId, task, to.projectId))
    const now = await loadRunningTimer(ann.scope)
    expect(now).toMatchObject({ projectId: to.projectId, title: 'Watched', version: 1 })
    expect(now?.startedAt).toBe(before?.startedAt)
  })

  it('a task moves completely or not at all', async () => {
    const [from, to] = [await makeProject(ann), await makeProject(ann)]
    const task = await from.createTask({ title: 'Half way' })
    const before = await expectConsistent(from.projectId, to.projectId)
    const envelope = transferEnvelope(from.projectId, task, to.projectId)
    await owner.unsafe(`
      create function full_disk() returns trigger language plpgsql as
        $$ begin raise exception 'no room'; end $$;
      create trigger full_disk before insert on task for each row
        when (new.project_id = '${to.projectId}') execute function full_disk()`)
    await expect(execute(ann.scope, envelope)).rejects.toThrow('no room')
    expect(await expectConsistent(from.projectId, to.projectId)).toEqual(before)
    await owner.unsafe('drop trigger full_disk on task; drop function full_disk')
    const twice = await Promise.all([execute(ann.scope, envelope), execute(ann.scope, envelope)])
    expect(twice.map((each) => each.outcome)).toEqual(['applied', 'applied'])
    const [, now] = await expectConsistent(from.projectId, to.projectId)
    expect(now?.tasks.size).toBe(1)
  })
})
