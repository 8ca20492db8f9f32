'use client'

import { Plus } from 'lucide-react'
import { useBoardUiState } from '@/app/_features/board/useBoardUi'
import { useOpenComposer } from '@/app/_features/board/useOpenComposer'
import type { BacklogSection } from '@/app/_replica/react/backlogHooks'
import { NewTaskRow } from './NewTaskRow'
import { useSectionName } from './useSectionName'

/** The row for a new task below a section's rows. */
export function SectionFooter({ section }: { section: BacklogSection }) {
  const isComposing = useBoardUiState((state) => state.composingIn === section.id)
  const openComposer = useOpenComposer()
  const name = useSectionName(section.id)
  if (isComposing) return <NewTaskRow section={section} name={name} />
  return (
    <button
      type="button"
      onClick={() => openComposer(section.id)}
      className="flex h-row w-full items-center gap-1.5 px-3 text-muted transition-colors hover:bg-hover hover:text-text md:px-4"
    >
      <Plus aria-hidden className="size-4" /> Add task
      <span className="sr-only"> to {name}</span>
    </button>
  )
}
