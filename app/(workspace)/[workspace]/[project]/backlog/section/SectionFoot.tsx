'use client'

import { Plus } from 'lucide-react'
import type { Section } from '@/app/_client/react/planHooks'
import { useCompose } from '../../board/column/useCompose'
import { useDeskPart } from '../../board/desk/useDesk'
import { TaskLine } from './TaskLine'
import { useSectionName } from './useSectionName'

/** Under a section's rows: where a task is added. */
export function SectionFoot({ section }: { section: Section }) {
  const composing = useDeskPart((desk) => desk.composing === section.id)
  const compose = useCompose()
  const name = useSectionName(section.id)
  if (composing) return <TaskLine section={section} name={name} />
  return (
    <button
      type="button"
      onClick={() => compose(section.id)}
      className="flex h-row w-full items-center gap-1.5 px-3 text-muted transition-colors hover:bg-hover hover:text-text md:px-4"
    >
      <Plus aria-hidden className="size-4" /> Add task
      <span className="sr-only"> to {name}</span>
    </button>
  )
}
