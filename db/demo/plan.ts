import type { Player } from './play'
import { type About, DAY, dayOf, HOUR, type Life, onProject, onTask, type Scene } from './scene'
import { sprints } from './sprints'
import type { Deed } from './story'
import type { DemoTask } from './task'

/**
 * What a team does beside the story of its tasks: two epics, a version that went out and one that
 * is meant to, a sprint that ended with something left over, one that runs and one that is being
 * filled, and the time that was logged.
 * @param people how many there are
 * @param now milliseconds since 1970; the sprint that runs ends some days after it
 */
export function planOf(
  player: Player,
  tasks: DemoTask[],
  deeds: Deed[],
  people: number,
  now: number,
): Scene[] {
  const doneAt = (task: number) =>
    deeds.findLast((deed) => deed.task === task && deed.do === 'move' && deed.to === 'done')?.at ??
    Number.POSITIVE_INFINITY
  const bornAt = (task: number) =>
    deeds.find((deed) => deed.task === task && deed.do === 'create')?.at ?? Number.POSITIVE_INFINITY
  const ownerOf = (task: number) =>
    deeds.flatMap((deed) => (deed.task === task && deed.do === 'assign' ? [deed.whom] : [])).at(-1)
  const lives = tasks.map((_, task) => {
    return { task, born: bornAt(task), done: doneAt(task), owner: ownerOf(task) }
  })
  const about = { player, tasks, lives, people, now }
  return [...epics(about), ...versions(about), ...sprints(about)]
}

function epics({ player, tasks, lives, now }: About): Scene[] {
  const all = [
    { title: 'Notes that never get lost', label: 'sync' },
    { title: 'Maps without a network', label: 'maps' },
  ]
  const at = now - 20 * DAY
  return all.flatMap(({ title, label }, i) => {
    const taskId = player.idOf(`epic ${label}`)
    const make: Scene = {
      at: at + i * HOUR,
      play: () =>
        player.send(
          0,
          {
            type: 'task.create',
            ...{ taskId, title, taskType: 'epic', statusId: 'todo', labels: [label] },
            place: { end: 'bottom' },
          },
          at + i * HOUR,
        ),
    }
    const below = lives.filter(({ task, born }) => tasks[task]?.label === label && born < at)
    const nest = below.map(({ task }, n) =>
      onTask(player, task, { type: 'task.nest', parentId: taskId }, at + (i + 1) * HOUR + n),
    )
    return [make, ...nest]
  })
}

function versions({ player, lives, now }: About): Scene[] {
  const [out, next] = [
    { name: '2.3', day: now - 21 * DAY, id: player.idOf('version 2.3') },
    { name: '2.4', day: now + 9 * DAY, id: player.idOf('version 2.4') },
  ]
  const add = ({ name, day, id }: typeof out, at: number) =>
    onProject(player, { type: 'version.add', versionId: id, name, releaseDate: dayOf(day) }, at)
  const put = ({ id }: typeof out, those: Life[], at: number) =>
    those.map(({ task }, n) =>
      onTask(player, task, { type: 'task.edit', add: { fixVersions: [id] } }, at + n),
    )
  const went = lives.filter(({ done }) => done > out.day - 40 * DAY && done < out.day - DAY)
  const meant = lives.filter(({ born, done }) => born < now - 14 * DAY && done > now - 14 * DAY)
  const release = {
    type: 'version.release',
    versionId: out.id,
    releaseDate: dayOf(out.day),
    moveTo: null,
  }
  return [
    add(out, out.day - 40 * DAY),
    ...put(out, went, out.day - DAY),
    onProject(player, release, out.day),
    add(next, out.day + DAY),
    ...put(next, meant.slice(0, 14), now - 13 * DAY),
  ]
}
