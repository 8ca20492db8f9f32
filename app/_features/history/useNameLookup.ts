'use client'

import { useMemo, useRef } from 'react'
import { useWorkspace } from '@/app/_features/shell/useWorkspace'
import { useProjectStore } from '@/app/_replica/react/ProjectProvider'
import { usePeople, useProject } from '@/app/_replica/react/projectHooks'
import type { Id } from '@/domain/kernel/primitives'
import type { LoadedHistory } from './loadedHistory'
import type { NameLookup } from './nameLookup'

/** Returns the names for a loaded history, combined with those of the project's screen. */
export function useNameLookup({
  events,
  people,
  tasks,
  conflicts,
  commands,
  ...read
}: LoadedHistory): NameLookup {
  const store = useProjectStore()
  const { slug, timeSettings: workTime } = useWorkspace()
  const { key, statuses, sprints: currentSprints, components, versions } = useProject()
  const currentPeople = usePeople()
  const sprints = useAccumulatedNames(read.sprints, currentSprints)
  const componentsAndVersions = useAccumulatedNames(
    read.componentsAndVersions,
    components,
    versions,
  )
  return useMemo(() => {
    const tasksById = new Map(tasks.map(({ id, number, title }) => [id, { number, title }]))
    // Names on the screen are newer than those loaded with a page.
    for (const { taskId } of events) {
      const card = taskId ? store.optimisticState.cards.get(taskId) : undefined
      if (card) tasksById.set(card.id, { number: card.number, title: card.title })
    }
    return {
      slug,
      projectKey: key,
      statuses,
      workTime,
      tasks: tasksById,
      componentsAndVersions,
      sprints,
      people: new Map([...people, ...currentPeople].map((person) => [person.id, person])),
      conflicts: new Map(conflicts.map((conflict) => [conflict.id, conflict])),
      commands: new Map(commands.map((command) => [command.id, command])),
    }
  }, [
    componentsAndVersions,
    store,
    slug,
    workTime,
    key,
    statuses,
    currentPeople,
    events,
    people,
    tasks,
    sprints,
    conflicts,
    commands,
  ])
}

type NamedItem = { readonly id: Id; readonly name: string }

/** Merges names; later ones win. Names that are no longer in a list are kept. */
function useAccumulatedNames(
  loaded: NamedItem[],
  current: readonly NamedItem[],
  alsoCurrent?: readonly NamedItem[],
) {
  const names = useRef<ReadonlyMap<Id, string>>(new Map())
  return useMemo(() => {
    const latest = [...loaded, ...current, ...(alsoCurrent ?? [])].map(
      ({ id, name }) => [id, name] as const,
    )
    names.current = new Map([...names.current, ...latest])
    return names.current
  }, [loaded, current, alsoCurrent])
}
