import { Player } from '@/db/demo/play'
import { type Deed, storyOf } from '@/db/demo/story'
import { SITE, TERN } from '@/db/demo/tern'
import type { WorkspaceScope } from '@/server/access/scope'

const DAY = 86_400_000
const MINUTE = 60_000
/** Deeds of the story that are sent together, and committed together. */
const MOST_AT_ONCE = 400

/**
 * Plays the story of a project of so many tasks through `execute`: three months for every two
 * thousand tasks, two years at most; most of them done.
 * @param told hears, after each step, the share that is done from 0 to 1 and the deeds so far
 */
export async function playLarge(
  people: WorkspaceScope[],
  key: string,
  tasks: number,
  told: (share: number, deeds: number) => void,
): Promise<{ commands: number; ms: number }> {
  const now = Date.now()
  const days = Math.min(730, Math.max(90, Math.round((tasks / 2_000) * 90)))
  const names = [...TERN, ...SITE]
  const all = Array.from({ length: tasks }, (_, i) => {
    const task = names[i % names.length] as (typeof names)[number]
    const round = Math.floor(i / names.length)
    return round === 0 ? task : { ...task, title: `${task.title}, part ${round + 1}` }
  })
  const story = storyOf(all, people.length, now - 30 * MINUTE, days, 0.75, 23)
  const player = new Player(people, all, key)
  const began = performance.now()
  await player.begin('Large project', 'scrum', now - (days + 1) * DAY)
  let done = 0
  for (const deeds of together(story)) {
    await Promise.all(deeds.map((deed) => player.play(deed)))
    done += deeds.length
    told(done / story.length, done)
  }
  return { commands: done, ms: performance.now() - began }
}

/** Cuts a story where a task comes up again: what is sent together must not build on itself. */
function* together(story: Deed[]): Iterable<Deed[]> {
  let deeds: Deed[] = []
  let tasks = new Set<number>()
  for (const deed of story) {
    if (tasks.has(deed.task) || deeds.length === MOST_AT_ONCE) {
      yield deeds
      deeds = []
      tasks = new Set()
    }
    deeds.push(deed)
    tasks.add(deed.task)
  }
  if (deeds.length > 0) yield deeds
}
