'use client'

import { useMemo, useRef } from 'react'
import { usePeople, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import type { Id } from '@/domain/words'
import { useWorkspace } from '../_frame/workspace'
import type { Names } from './names'
import type { Read } from './pages'

/** The names for what has been read of a history, with all that the project's screen knows. */
export function useNames({ events, people, tasks, conflicts, commands, ...read }: Read): Names {
  const store = useStore()
  const { slug, time: work } = useWorkspace()
  const { key, statuses, sprints: open, components, fixVersions } = useProject()
  const everybody = usePeople()
  const sprints = useKept(read.sprints, open)
  const entries = useKept(read.entries, components, fixVersions)
  return useMemo(() => {
    const named = new Map(tasks.map(({ id, number, title }) => [id, { number, title }]))
    // Those that the screen holds are newer than what was read with a page.
    for (const { taskId } of events) {
      const card = taskId ? store.screen.cards.get(taskId) : undefined
      if (card) named.set(card.id, { number: card.number, title: card.title })
    }
    return {
      slug,
      projectKey: key,
      statuses,
      work,
      tasks: named,
      entries,
      sprints,
      people: new Map([...people, ...everybody].map((person) => [person.id, person])),
      conflicts: new Map(conflicts.map((conflict) => [conflict.id, conflict])),
      commands: new Map(commands.map((command) => [command.id, command])),
    }
  }, [
    entries,
    store,
    slug,
    work,
    key,
    statuses,
    everybody,
    events,
    people,
    tasks,
    sprints,
    conflicts,
    commands,
  ])
}

type Named = { readonly id: Id; readonly name: string }

/** Names, later ones winning; what has gone from the lists since keeps the one that it had. */
function useKept(read: Named[], own: readonly Named[], more?: readonly Named[]) {
  const kept = useRef<ReadonlyMap<Id, string>>(new Map())
  return useMemo(() => {
    const now = [...read, ...own, ...(more ?? [])].map(({ id, name }) => [id, name] as const)
    kept.current = new Map([...kept.current, ...now])
    return kept.current
  }, [read, own, more])
}
