import { expect, test } from 'vitest'
import type { EventData, StoredEvent } from '@/domain/events'
import { createEvent, projectHistoryText } from '@/tests/support/historyText'

const seed = { name: 'Kept', id: 's', category: 'todo', color: 'teal', wipLimit: null, rank: 'a' }

test.each<[StoredEvent, string]>([
  [
    createEvent('project.created', { workspaceId: 'w', key: 'ALO', name: 'Aloy', statuses: [] }),
    'created the project Aloy',
  ],
  [createEvent('project.renamed', { from: 'A', to: 'B' }), 'renamed the project from “A” to “B”'],
  [createEvent('status.added', seed as EventData['status.added']), 'added the status Kept'],
  [
    createEvent('status.edited', { statusId: 'done', set: { wipLimit: { from: null, to: 5 } } }),
    'set the limit of Done to 5',
  ],
  [
    createEvent('status.moved', { statusId: 'done', fromRank: 'a', rank: 'b' }),
    'moved the status Done',
  ],
  [
    createEvent('status.removed', { statusId: 'done', to: 'todo' }),
    'removed the status Done; its tasks went to To do',
  ],
  [createEvent('status.restored', { statusId: 'done' }), 'restored the status Done'],
  [
    createEvent('component.removed', { componentId: 'c', to: null, name: 'API' }),
    'removed the component API',
  ],
  [
    createEvent('component.restored', { componentId: 'c', name: 'API', lead: null }),
    'restored the component API',
  ],
  [
    createEvent('version.restored', {
      ...{ versionId: 'v', name: '1.0', releaseDate: null, state: 'released' },
    }),
    'restored the version 1.0',
  ],
  [
    createEvent('project.parallelSprintsChanged', { from: false, to: true }),
    'let several sprints run at once',
  ],
])('the history shows an event as the sentence $1', (each, sentence) => {
  expect(projectHistoryText(each)).toBe(`Ada ${sentence}`)
})

test('a field that only a newer version of Concord knows is not told as another field', () => {
  const set = { risk: { from: 'low', to: 'high' } } as EventData['version.edited']['set']
  const event = createEvent('version.edited', { versionId: 'v', set })
  expect(projectHistoryText(event)).toMatch(/^Ada changed /)
})
