import { expect, test } from 'vitest'
import type { EventData, LoggedEvent } from '@/domain/events'
import { event, inProject } from '@/tests/support/told'

const seed = { name: 'Kept', id: 's', category: 'todo', color: 'teal', wipLimit: null, rank: 'a' }

test.each<[LoggedEvent, string]>([
  [
    event('project.created', { workspaceId: 'w', key: 'ALO', name: 'Aloy', statuses: [] }),
    'created the project Aloy',
  ],
  [event('project.renamed', { from: 'A', to: 'B' }), 'renamed the project from “A” to “B”'],
  [event('status.added', seed as EventData['status.added']), 'added the column Kept'],
  [
    event('status.edited', { statusId: 'done', set: { wipLimit: { from: null, to: 5 } } }),
    'set the limit of Done to 5',
  ],
  [event('status.moved', { statusId: 'done', fromRank: 'a', rank: 'b' }), 'moved the column Done'],
  [
    event('status.removed', { statusId: 'done', to: 'todo' }),
    'removed the column Done; its tasks went to To do',
  ],
  [event('status.restored', { statusId: 'done' }), 'brought back the column Done'],
  [
    event('component.removed', { componentId: 'c', to: null, name: 'API' }),
    'removed the component API',
  ],
  [
    event('component.restored', { componentId: 'c', name: 'API', lead: null }),
    'brought back the component API',
  ],
  [
    event('version.restored', {
      ...{ versionId: 'v', name: '1.0', releaseDate: null, state: 'released' },
    }),
    'brought back the version 1.0',
  ],
  [event('project.sprints', { from: false, to: true }), 'let several sprints run at once'],
])('%o is told as a sentence', (each, sentence) => {
  expect(inProject(each)).toBe(`Ada ${sentence}`)
})
