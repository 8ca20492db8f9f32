import { describe, expect, it } from 'vitest'
import {
  type Drawn,
  drawnOf,
  isChanged,
  wayOf,
  withAdded,
  withAny,
  withMoved,
  without,
  withRules,
  withWay,
} from '@/app/(workspace)/[workspace]/[project]/settings/workflow/draft'
import { NODE, pictureOf } from '@/app/(workspace)/[workspace]/[project]/settings/workflow/geometry'
import {
  partsOf,
  rulesOf,
} from '@/app/(workspace)/[workspace]/[project]/settings/workflow/rule-parts'
import { summary } from '@/app/(workspace)/[workspace]/[project]/settings/workflow/summary'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project } from '@/domain/project/project'
import { WORKFLOWS } from '@/domain/project/templates'
import type { Rule } from '@/domain/project/transition'

const statuses = WORKFLOWS.scrum.statuses.map((status, n) => ({
  ...status,
  rank: `a${n}`,
  taskCount: n,
  transitions: null,
  transitionsSince: null,
  removedAt: null,
}))
const project = { version: 7, statuses } as unknown as Project
const drawn = drawnOf(project)
const one = (all: Drawn, id: string) =>
  all.statuses.find((each) => each.id === id) as WorkflowStatus
const fresh: WorkflowStatus = {
  id: 'qa',
  name: 'QA',
  category: 'in_progress',
  color: 'red',
  wipLimit: null,
  transitions: null,
}

describe('drawing a workflow', () => {
  it('begins as the project is, at its version', () => {
    expect(drawn.baseVersion).toBe(7)
    expect(isChanged(drawn, project)).toBe(false)
    expect(summary(drawn, project)).toEqual([])
  })

  it('closes one way of a status that leads anywhere and leaves the others open', () => {
    const next = withWay(drawn, 'todo', 'done', false)
    expect(one(next, 'todo').transitions?.map((way) => way.to)).toEqual(['in-progress', 'review'])
    expect(wayOf(one(next, 'todo'), 'done')).toBeNull()
    expect(summary(next, project)).toEqual(['Lets To do lead to In progress or In review.'])
    expect(isChanged(withAny(next, 'todo', true), project)).toBe(false)
  })

  it('keeps the rules of a way while others open and close', () => {
    const rules: Rule[] = [{ kind: 'require', fields: ['estimate'] }]
    const ruled = withRules(withWay(drawn, 'todo', 'done', false), 'todo', 'review', rules)
    const next = withWay(withWay(ruled, 'todo', 'done', true), 'todo', 'in-progress', false)
    expect(wayOf(one(next, 'todo'), 'review')?.rules).toEqual(rules)
  })

  it('puts a new status at the end of its category', () => {
    const next = withAdded(drawn, fresh)
    expect(next.statuses.map(({ id }) => id)).toEqual([
      'todo',
      'in-progress',
      'review',
      'qa',
      'done',
    ])
    expect(summary(next, project)).toEqual(['Adds QA.'])
  })

  it('sends on the tasks of a removed status, also when its target goes as well', () => {
    const ways = withWay(drawn, 'todo', 'done', false)
    const once = without(withAdded(ways, fresh), 'review', 'qa', false)
    expect(one(once, 'todo').transitions?.map((way) => way.to)).toEqual(['in-progress'])
    expect(once.orphans).toEqual({ review: 'qa' })
    const twice = without(once, 'qa', 'done', true)
    expect(twice.orphans).toEqual({ review: 'done' })
    expect(summary(twice, project)[0]).toBe('Removes In review; its 2 tasks go to Done.')
  })

  it('moves a status by one place, and not beyond the ends', () => {
    const next = withMoved(drawn, 'review', -1)
    expect(next.statuses.map(({ id }) => id)).toEqual(['todo', 'review', 'in-progress', 'done'])
    expect(withMoved(drawn, 'todo', -1)).toBe(drawn)
    expect(withMoved(drawn, 'done', 1)).toBe(drawn)
  })
})

describe('the rules of a way in a form', () => {
  it('come out as they went in', () => {
    const rules: Rule[] = [
      { kind: 'require', fields: ['estimate', 'labels'] },
      { kind: 'only', roles: ['admin'], assignee: true },
      { kind: 'set', field: 'assignees', to: 'none' },
      { kind: 'set', field: 'priority', to: 0 },
      { kind: 'set', field: 'resolution', to: null },
      { kind: 'set', field: 'remainingEstimate', to: 0 },
    ]
    expect(rulesOf(partsOf(rules))).toEqual(rules)
    expect(rulesOf(partsOf([]))).toEqual([])
  })
})

describe('the picture of a workflow', () => {
  const every = drawn.statuses.map(({ id }) => id)
  const full = drawn.statuses.map((status) => ({
    ...status,
    transitions: every.filter((id) => id !== status.id).map((to) => ({ to, rules: [] })),
  }))
  const picture = pictureOf(full)

  it('has every state and every arrow inside it', () => {
    expect(picture.states.size).toBe(4)
    expect(picture.arrows).toHaveLength(12)
    const points = [
      ...picture.arrows.map((arrow) => arrow.handle),
      ...[...picture.states.values()].flatMap(({ x, y }) => [
        { x, y },
        { x: x + NODE.width, y: y + NODE.height },
      ]),
    ]
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(picture.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(picture.height)
    }
  })

  it('puts no handle onto a state, and none onto another', () => {
    const handles = picture.arrows.map((arrow) => arrow.handle)
    for (const [n, { x, y }] of handles.entries()) {
      for (const at of picture.states.values()) {
        const inside = x > at.x && x < at.x + NODE.width && y > at.y && y < at.y + NODE.height
        expect(inside).toBe(false)
      }
      for (const other of handles.slice(n + 1)) {
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(8)
      }
    }
  })
})
