import { type About, assign, DAY, HOUR, type Life, move, onTask, type Scene } from './scene'

/** What a point comes to. */
const OF_A_POINT = 6 * HOUR
/** What is always left of the last task that somebody has: its work is not over. */
const LEFT = 3 * HOUR

/**
 * How a team goes through the tasks of the sprint that runs: each has an owner and an estimate of
 * time; on every working day before today each owner logs some hours on one task after the other,
 * and moves what is finished to done.
 */
export function weekOfWork(about: About, those: Life[], start: number): Scene[] {
  const owners = shared(about, those)
  const before = those.flatMap((life): Scene[] => {
    const owner = owners.get(life) ?? 0
    const set = { originalEstimate: workOf(about, life) / 1000 }
    const at = start - HOUR / 3
    const estimated = onTask(about.player, life.task, { type: 'task.edit', set }, at, owner)
    return life.owner === undefined ? [assign(about, life, owner, at), estimated] : [estimated]
  })
  const days = workingDays(start, about.now)
  const work = Array.from({ length: about.people }, (_, who) =>
    daysOf(
      about,
      those.filter((life) => owners.get(life) === who),
      days,
      who,
    ),
  )
  return [...before, ...work.flat()]
}

/** The owner of each; what nobody has goes to whoever has the least to do. */
function shared({ tasks, people }: About, those: Life[]): Map<Life, number> {
  const points = ({ task }: Life) => tasks[task]?.estimate ?? 0
  const load = Array.from({ length: people }, () => 0)
  const owners = new Map<Life, number>()
  const give = (life: Life, who: number) => {
    owners.set(life, who)
    load[who] = (load[who] ?? 0) + points(life)
  }
  for (const life of those) if (life.owner !== undefined) give(life, life.owner)
  for (const life of those) {
    if (!owners.has(life)) give(life, load.indexOf(Math.min(...load)))
  }
  return owners
}

function workOf({ tasks }: About, { task }: Life): number {
  return (tasks[task]?.estimate ?? 0) * OF_A_POINT
}

/** What one person does on these days, by their tasks in order. */
function daysOf(about: About, mine: Life[], days: number[], who: number): Scene[] {
  const scenes: Scene[] = []
  const rest = mine.map((life) => workOf(about, life))
  const begun = new Set<Life>()
  let now = 0
  for (const [i, day] of days.entries()) {
    let hours = (9 + ((i * 5 + who * 3) % 4)) * (HOUR / 2)
    let at = day + 9 * HOUR
    while (hours > 0 && now < mine.length) {
      const life = mine[now] as Life
      const last = now === mine.length - 1
      const spent = Math.min(hours, (rest[now] ?? 0) - (last ? LEFT : 0))
      if (spent <= 0) break
      // Those that the story has begun already stay where they are.
      if (!begun.has(life) && life.owner === undefined) {
        scenes.push(move(about, life, 'in-progress', at + who, who))
      }
      begun.add(life)
      at += spent
      scenes.push(logged(about, life, { began: at - spent, at: at + who, spent }, who))
      hours -= spent
      rest[now] = (rest[now] ?? 0) - spent
      if (rest[now] !== 0) break
      scenes.push(move(about, life, 'done', at + 60_000 + who, who))
      now++
    }
  }
  return scenes
}

type Stretch = { began: number; at: number; spent: number }

function logged({ player }: About, { task }: Life, { began, at, spent }: Stretch, who: number) {
  const log = {
    type: 'worklog.add',
    worklogId: player.idOf(`worklog ${task} ${began}`),
    seconds: spent / 1000,
    startedAt: new Date(began).toISOString(),
    note: '',
    remaining: 'auto',
  }
  return onTask(player, task, log, at, who)
}

/** The beginnings of the working days after the one on which it starts, and before today. */
function workingDays(start: number, now: number): number[] {
  const first = start - (start % DAY) + DAY
  const count = Math.max(0, Math.floor((now - first) / DAY))
  return Array.from({ length: count }, (_, n) => first + n * DAY).filter(
    (day) => new Date(day).getUTCDay() % 6 !== 0,
  )
}
