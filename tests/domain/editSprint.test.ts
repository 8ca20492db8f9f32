import { describe, expect, it } from 'vitest'
import { createSprintWithTasks, projectWithRunningSprint, sprintById } from './support/sprints'

describe('editing a sprint', () => {
  it('concurrent edits of different fields merge, and of the same field conflict', () => {
    const testProject = projectWithRunningSprint()
    const baseVersion = testProject.project.version
    const edit = (set: object) =>
      ({ type: 'sprint.edit', sprintId: 'two', baseVersion, set }) as const
    testProject.send('ben', edit({ name: 'Deux' }))
    expect(testProject.send('cleo', edit({ goal: 'Ship' })).outcome).toBe('merged')
    const end = testProject.send('cleo', edit({ name: 'Zwei' }))
    expect(end.conflict?.fields).toMatchObject([{ base: 'two', theirs: 'Deux', mine: 'Zwei' }])
    expect(sprintById(testProject, 'two')).toMatchObject({ name: 'Deux', goal: 'Ship' })
  })

  it('the dates of an active sprint cannot be removed', () => {
    const testProject = projectWithRunningSprint()
    const set = { endDate: null }
    const end = testProject.send('ben', { type: 'sprint.edit', sprintId: 'one', set })
    expect(end.rejection).toMatchObject({ code: 'invalid', field: 'endDate' })
  })

  it('a sprint can be moved before another or to the end', () => {
    const testProject = projectWithRunningSprint()
    const order = () => testProject.project.sprints.map((each) => each.id)
    createSprintWithTasks(testProject, 'three', 0)
    testProject.send('ben', { type: 'sprint.move', sprintId: 'three', before: 'one' })
    expect(order()).toEqual(['three', 'one', 'two'])
    testProject.send('ben', { type: 'sprint.move', sprintId: 'one', before: null })
    expect(order()).toEqual(['three', 'two', 'one'])
    const end = testProject.send('ben', { type: 'sprint.move', sprintId: 'one', before: null })
    expect(end.outcome).toBe('unchanged')
  })
})

describe('the capacity of a sprint', () => {
  const of = (personId: string, hoursPerDay: number, daysOff: string[] = []) =>
    ({
      type: 'sprint.setCapacity',
      sprintId: 'two',
      personId,
      capacity: { hoursPerDay, daysOff },
    }) as const

  it('concurrent changes of capacity are merged person by person', () => {
    const testProject = projectWithRunningSprint()
    const baseVersion = testProject.project.version
    testProject.send('ben', {
      ...of('ben', 6, ['2031-02-05', '2031-02-04', '2031-02-05']),
      baseVersion,
    })
    expect(testProject.send('cleo', { ...of('cleo', 4), baseVersion }).outcome).toBe('merged')
    const end = testProject.send('cleo', { ...of('ben', 8), baseVersion })
    expect(end.conflict?.fields).toMatchObject([{ base: null, by: 'ben' }])
    expect(sprintById(testProject, 'two').capacity).toEqual({
      ben: { hoursPerDay: 6, daysOff: ['2031-02-04', '2031-02-05'] },
      cleo: { hoursPerDay: 4, daysOff: [] },
    })
  })

  it('setting the same capacity changes nothing, and capacity can be removed', () => {
    const testProject = projectWithRunningSprint()
    testProject.send('ben', of('ben', 6))
    expect(testProject.send('ben', of('ben', 6)).outcome).toBe('unchanged')
    testProject.send('ben', { ...of('ben', 6), capacity: null })
    expect(sprintById(testProject, 'two').capacity).toEqual({})
    expect(testProject.send('ben', of('zoe', 6)).rejection?.field).toBe('personId')
  })
})
