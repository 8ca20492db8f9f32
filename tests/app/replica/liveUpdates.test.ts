import { expect, onTestFinished, test } from 'vitest'
import { startSubscribers } from '@/server/jobs/startSubscribers'
import { broadcastSubscriber } from '@/server/publish/broadcast'
import { startPusherServer } from '@/server/pusher-server/pusherServer'
import { eventually } from '@/tests/support/eventually'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import {
  createPusherTransport,
  openReplica,
  projectScope,
  realtimePublisher,
} from '@/tests/support/replica'
import { replicaDifferences } from '@/tests/support/replicaDifferences'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl } = await testDatabase()
const PUSHER_APP = { appId: 'test', key: 'key', secret: 'secret' }

async function startRealtime(port = 0) {
  const server = await startPusherServer({ host: '127.0.0.1', port, ...PUSHER_APP })
  return { server, address: { port: server.port, ...PUSHER_APP } }
}

test('two windows on one board show the changes of each other at once', async () => {
  const { server, address } = await startRealtime()
  onTestFinished(() => server.close())
  const running = startSubscribers({
    url: appUrl,
    subscribers: [broadcastSubscriber(realtimePublisher(address))],
  })
  onTestFinished(() => running.stop())

  const ada = await makeWorkspace()
  const bob = await makePerson(ada)
  const { projectId } = await makeProject(ada)
  const scope = await projectScope(ada, projectId)
  const here = await openReplica(ada, projectId, {
    transport: createPusherTransport(ada, projectId, address),
  })
  const there = await openReplica(bob, projectId, {
    transport: createPusherTransport(bob, projectId, address),
  })
  await eventually(() => {
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
    position: { end: 'top' },
  })
  expect(here.optimisticState.columns.get('todo')?.ids).toEqual([taskId])
  expect((await sent.result)?.outcome).toBe('applied')
  await eventually(() => expect(there.optimisticState.cards.get(taskId)?.title).toBe('It breaks'))
  there.send({ type: 'task.move', taskId, statusId: 'done', position: { end: 'top' } })
  expect(there.optimisticState.columns.get('done')?.ids).toEqual([taskId])
  await eventually(() => expect(here.optimisticState.columns.get('done')?.ids).toEqual([taskId]))
  await eventually(async () => {
    expect(await replicaDifferences(here, scope)).toEqual([])
    expect(await replicaDifferences(there, scope)).toEqual([])
  })

  there.presence.announce(taskId, 'dragging')
  await eventually(() =>
    expect(here.presence.cardPresence(taskId)).toEqual({
      person: { id: bob.personId, name: bob.scope.person.name },
      activity: 'dragging',
    }),
  )
})
