import { describe, expect, it } from 'vitest'
import { layoutDiagram, NODE } from '@/app/_features/workflow/diagram/diagramLayout'
import { summarizeChanges } from '@/app/_features/workflow/editor/summarizeChanges'
import {
  findTransition,
  isDraftChanged,
  toWorkflowDraft,
  type WorkflowDraft,
  withAnyStatusAllowed,
  withStatusAdded,
  withStatusMoved,
  withStatusRemoved,
  withTransition,
  withTransitionRules,
} from '@/app/_features/workflow/editor/workflowDraft'
import { toFormValues, toRules } from '@/app/_features/workflow/rules/ruleFormValues'
import { fetchedVersion } from '@/app/_replica/store/commandDraft'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Project } from '@/domain/project/project'
import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import type { TransitionRule } from '@/domain/workflow/transition'

const statuses = TEMPLATE_WORKFLOWS.scrum.statuses.map((status, n) => ({
  ...status,
  rank: `a${n}`,
  taskCount: n,
  transitions: null,
  transitionsChangedAt: null,
  removedAt: null,
}))
const project = { version: 8, statuses } as unknown as Project
const draft = toWorkflowDraft(project, fetchedVersion(7))
const statusById = (all: WorkflowDraft, id: string) =>
  all.statuses.find((each) => each.id === id) as WorkflowStatus
const newStatus: WorkflowStatus = {
  id: 'qa',
  name: 'QA',
  category: 'in_progress',
  color: 'red',
  wipLimit: null,
  transitions: null,
}

describe('editing a workflow draft', () => {
  it('a draft starts as the project, at the confirmed version', () => {
    expect(draft.baseVersion).toBe(7)
    expect(isDraftChanged(draft, project)).toBe(false)
    expect(summarizeChanges(draft, project)).toEqual([])
  })

  it('removing one transition of a status that allows all keeps the others', () => {
    const next = withTransition(draft, 'todo', 'done', false)
    expect(statusById(next, 'todo').transitions?.map((transition) => transition.to)).toEqual([
      'in-progress',
      'review',
    ])
    expect(findTransition(statusById(next, 'todo'), 'done')).toBeNull()
    expect(summarizeChanges(next, project)).toEqual([
      'Allows transitions from To do to In progress or In review.',
    ])
    expect(isDraftChanged(withAnyStatusAllowed(next, 'todo', true), project)).toBe(false)
  })

  it('the rules of a transition are kept while others are added and removed', () => {
    const rules: TransitionRule[] = [{ kind: 'validator', fields: ['estimate'] }]
    const ruled = withTransitionRules(
      withTransition(draft, 'todo', 'done', false),
      'todo',
      'review',
      rules,
    )
    const next = withTransition(
      withTransition(ruled, 'todo', 'done', true),
      'todo',
      'in-progress',
      false,
    )
    expect(findTransition(statusById(next, 'todo'), 'review')?.rules).toEqual(rules)
  })

  it('a new status goes to the end of its category', () => {
    const next = withStatusAdded(draft, newStatus)
    expect(next.statuses.map(({ id }) => id)).toEqual([
      'todo',
      'in-progress',
      'review',
      'qa',
      'done',
    ])
    expect(summarizeChanges(next, project)).toEqual(['Adds QA.'])
  })

  it('tasks of a removed status are reassigned, also when their target is removed as well', () => {
    const transitions = withTransition(draft, 'todo', 'done', false)
    const once = withStatusRemoved(withStatusAdded(transitions, newStatus), 'review', 'qa', false)
    expect(statusById(once, 'todo').transitions?.map((transition) => transition.to)).toEqual([
      'in-progress',
    ])
    expect(once.reassignments).toEqual({ review: 'qa' })
    const twice = withStatusRemoved(once, 'qa', 'done', true)
    expect(twice.reassignments).toEqual({ review: 'done' })
    expect(summarizeChanges(twice, project)[0]).toBe('Removes In review; its 2 tasks go to Done.')
  })

  it('a status moves by one position and not beyond the ends', () => {
    const next = withStatusMoved(draft, 'review', -1)
    expect(next.statuses.map(({ id }) => id)).toEqual(['todo', 'review', 'in-progress', 'done'])
    expect(withStatusMoved(draft, 'todo', -1)).toBe(draft)
    expect(withStatusMoved(draft, 'done', 1)).toBe(draft)
  })
})

describe('the form values of transition rules', () => {
  it('rules survive the conversion to form values and back', () => {
    const rules: TransitionRule[] = [
      { kind: 'validator', fields: ['estimate', 'labels'] },
      { kind: 'condition', roles: ['admin'], assignee: true },
      { kind: 'postFunction', field: 'assignees', to: 'none' },
      { kind: 'postFunction', field: 'priority', to: 0 },
      { kind: 'postFunction', field: 'resolution', to: null },
      { kind: 'postFunction', field: 'remainingEstimate', to: 0 },
    ]
    expect(toRules(toFormValues(rules))).toEqual(rules)
    expect(toRules(toFormValues([]))).toEqual([])
  })
})

describe('the workflow diagram', () => {
  const every = draft.statuses.map(({ id }) => id)
  const full = draft.statuses.map((status) => ({
    ...status,
    transitions: every.filter((id) => id !== status.id).map((to) => ({ to, rules: [] })),
  }))
  const picture = layoutDiagram(full)

  it('every status and every arrow is inside the diagram', () => {
    expect(picture.nodePositions.size).toBe(4)
    expect(picture.arrows).toHaveLength(12)
    const points = [
      ...picture.arrows.map((arrow) => arrow.handlePosition),
      ...[...picture.nodePositions.values()].flatMap(({ x, y }) => [
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

  it('no handle overlaps a status or another handle', () => {
    const handles = picture.arrows.map((arrow) => arrow.handlePosition)
    for (const [n, { x, y }] of handles.entries()) {
      for (const at of picture.nodePositions.values()) {
        const inside = x > at.x && x < at.x + NODE.width && y > at.y && y < at.y + NODE.height
        expect(inside).toBe(false)
      }
      for (const other of handles.slice(n + 1)) {
        expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(8)
      }
    }
  })
})
