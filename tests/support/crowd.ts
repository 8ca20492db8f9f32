import fc from 'fast-check'
import { v4 as newWindow } from 'uuid'
import type { Command } from '@/domain/commands'
import { fold, nothing } from '@/domain/fold'
import type { Id } from '@/domain/words'
import { PROJECT } from './crowd/project'
import { hear, SECOND_THOUGHTS } from './crowd/secondThoughts'
import { SPRINTS } from './crowd/sprints'
import { TASKS } from './crowd/tasks'
import { THREADS } from './crowd/threads'
import type { Choice } from './crowd/wish'
import type { TestPerson } from './people'
import { storedLog } from './stored'

/** What a person at a stale screen may want, from what that screen shows. */
const WISHES = { ...TASKS, ...THREADS, ...PROJECT, ...SPRINTS, ...SECOND_THOUGHTS }

/** What a member of the crowd is about to do. */
export interface Intent extends Choice {
  client: number
  kind: keyof typeof WISHES | 'look'
}

/** Somebody at one window, whose view of the project is as old as their last look. */
export class Stale {
  readonly clientId = newWindow()
  private readonly view = nothing()
  constructor(
    readonly person: TestPerson,
    private readonly projectId: Id,
  ) {}

  /** Brings the view up to date by the events missed. */
  async look(): Promise<void> {
    const news = await storedLog(this.projectId, this.view.seq)
    for (const event of news) fold(this.view, event)
    if (news.length > 0) {
      hear(
        this.view,
        news.slice(-30).map((event) => event.commandId),
      )
    }
  }

  /**
   * The command that an intent comes to on this screen; null for a look. Where there is nothing to
   * do it to, a task is created instead.
   */
  wish(intent: Intent): Command | null {
    if (intent.kind === 'look') return null
    const wish = WISHES[intent.kind](this.view, intent, this.person.personId)
    return wish ?? WISHES.create(this.view, intent)
  }
}

const often = (weight: number, ...kinds: Intent['kind'][]) => ({
  weight,
  arbitrary: fc.constantFrom(...kinds),
})

/** Mostly everyday wishes; columns change now and then. */
const kinds = fc.oneof(
  often(4, 'move', 'fill'),
  often(2, 'create', 'fields'),
  often(3, 'plan', 'many', 'undo'),
  often(2, 'nest', 'retype', 'tie', 'tag'),
  often(1, 'sprint', 'start', 'complete', 'reopen', 'unsprint'),
  often(1, 'replan', 'shuffle', 'capacity', 'parallel'),
  often(4, 'title', 'describe', 'unlabel', 'archive', 'restore', 'comment', 'rewrite'),
  often(2, 'spend', 'left', 'respend', 'unspend'),
  often(1, 'uncomment', 'resolve', 'limit'),
  often(1, 'column', 'shift', 'drop', 'workflow', 'category'),
  often(1, 'component', 'version'),
  often(2, 'look'),
)

/** `count` intents of so many clients. */
export function intents(clients: number, count: number): fc.Arbitrary<Intent[]> {
  const intent = fc.record({
    client: fc.nat(clients - 1),
    kind: kinds,
    a: fc.nat(999),
    b: fc.nat(999),
    word: fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'),
  })
  return fc.array(intent, { minLength: count, maxLength: count })
}
