'use client'

import { useMemo } from 'react'
import { usePeople, useProject } from '@/app/_client/react/hooks'
import { useStore } from '@/app/_client/react/ProjectProvider'
import { useWorkspace } from '../_frame/workspace'
import type { Names } from './names'
import type { Read } from './pages'

/** The names for what has been read of a history, with all that the project's screen knows. */
export function useNames({ events, people, tasks, sprints, conflicts, commands }: Read): Names {
  const store = useStore()
  const { slug, time: work } = useWorkspace()
  const { key, statuses, sprints: open, components, fixVersions } = useProject()
  const everybody = usePeople()
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
      entries: new Map([...components, ...fixVersions].map(({ id, name }) => [id, name])),
      sprints: new Map([...sprints, ...open].map(({ id, name }) => [id, name])),
      people: new Map([...people, ...everybody].map((person) => [person.id, person])),
      conflicts: new Map(conflicts.map((conflict) => [conflict.id, conflict])),
      commands: new Map(commands.map((command) => [command.id, command])),
    }
  }, [
    components,
    fixVersions,
    store,
    slug,
    work,
    key,
    statuses,
    open,
    everybody,
    events,
    people,
    tasks,
    sprints,
    conflicts,
    commands,
  ])
}
