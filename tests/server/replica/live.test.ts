import { expect, onTestFinished, test, vi } from 'vitest'
import { startRealtimeServer } from '@/server/realtime/server'
import { broadcastTo } from '@/server/subscribers/broadcast'
import { startSubscribers } from '@/server/subscribers/start'
import { testDatabase } from '@/tests/support/database'
import { differences } from '@/tests/support/fresh'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject } from '@/tests/support/project'
import { openWindow, projectScope, pusherLine, realtimePublisher } from '@/tests/support/replica'

const { appUrl } = await testDatabase()
const keys = { appId: 'test', key: 'key', secret: 'secret' }

async function realtime(port = 0) {
  const server = await startRealtimeServer({ host: '127.0.0.1', port, ...keys })
  return { server, address: { port: server.port, ...keys } }
}

test('two windows on one board see each other at once', async () => {
  const { server, address } = await realtime()
  onTestFinished(() => server.close())
  const running = startSubscribers({
    url: appUrl,
    subscribers: [broadcastTo(realtimePublisher(address))],
  })
  onTestFinished(() => running.stop())

  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const { projectId } = await makeProject(ada)
  const scope = await projectScope(ada, projectId)
  const here = await openWindow(ada, projectId, { transport: pusherLine(ada, projectId, address) })
  const there = await openWindow(bob, projectId, { transport: pusherLine(bob, projectId, address) })
  await vi.waitFor(() => {
    expect(here.connection.status).toBe('live')
    expect(there.connection.status).toBe('live')
  })

  const taskId = crypto.randomUUID()
  const sent = here.send({
    type: 'task.create',
    taskId,
    taskType: 'bug',
    title: 'It breaks',
    statusId: 'todo',
    place: { end: 'top' },
  })
  expect(here.screen.windows.get('todo')?.ids).toEqual([taskId])
  expect((await sent.answered)?.outcome).toBe('applied')
  await vi.waitFor(() => expect(there.screen.cards.get(taskId)?.title).toBe('It breaks'))
  there.send({ type: 'task.move', taskId, statusId: 'done', place: { end: 'top' } })
  expect(there.screen.windows.get('done')?.ids).toEqual([taskId])
  await vi.waitFor(() => expect(here.screen.windows.get('done')?.ids).toEqual([taskId]))
  await vi.waitFor(async () => {
    expect(await differences(here, scope)).toEqual([])
    expect(await differences(there, scope)).toEqual([])
  })

  there.presence.hold(taskId, 'dragging')
  await vi.waitFor(() =>
    expect(here.presence.holding(taskId)).toEqual({
      person: { id: bob.personId, name: bob.scope.person.name },
      as: 'dragging',
    }),
  )
})
