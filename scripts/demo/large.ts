import { Player } from '@/db/demo/play'
import { type Deed, storyOf } from '@/db/demo/story'
import { SITE, TERN } from '@/db/demo/tern'
import type { WorkspaceScope } from '@/server/access/scope'

const DAY = 86_400_000
const MINUTE = 60_000
/** Deeds of the story that are under way together, and committed together. */
const MOST_AT_ONCE = 400

/**
 * Plays the story of a project of so many tasks through `execute`: three months for every two
 * thousand tasks, two years at most; most of them done.
 * @param told hears, now and then, the share that is done from 0 to 1 and the deeds so far
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
  await inOrder(story, async (deed) => {
    await player.play(deed)
    done++
    if (done % 100 === 0) told(done / story.length, done)
  })
  return { commands: done, ms: performance.now() - began }
}

/** Plays many deeds at once, but those of one task one after the other. */
async function inOrder(story: Deed[], play: (deed: Deed) => Promise<void>): Promise<void> {
  const latest = new Map<number, Promise<void>>()
  const underWay = new Set<Promise<void>>()
  for (const deed of story) {
    const before = latest.get(deed.task) ?? Promise.resolve()
    const playing = before.then(() => play(deed))
    latest.set(deed.task, playing)
    underWay.add(playing)
    void playing.finally(() => underWay.delete(playing)).catch(() => {})
    if (underWay.size >= MOST_AT_ONCE) await Promise.race(underWay)
  }
  await Promise.all(underWay)
}
