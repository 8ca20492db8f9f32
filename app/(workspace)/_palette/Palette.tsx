'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { type CommandGroup, CommandPalette } from '@/app/_ui/CommandPalette'
import { leave } from '@/app/_ui/leave'
import { addresses, projectKeyOf } from '../_frame/addresses'
import { useHere } from '../_frame/here'
import { useWorkspace, type Workspace } from '../_frame/workspace'
import { appearanceCommands, projectCommands, switchCommands, workspaceCommands } from './commands'
import { offeredCommands } from './registry'

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/** Ctrl-K in a workspace: go to, create, switch project, a task by its key, the theme. */
export function Palette({ open, onOpenChange }: Props) {
  const router = useRouter()
  const workspace = useWorkspace()
  const { slug, projectKey } = useHere()
  const [text, setText] = useState('')

  const always = useMemo(() => {
    const go = (address: string) => leave(() => router.push(address))
    return [
      ...(open ? offeredCommands() : []),
      ...(projectKey ? [projectCommands(slug, projectKey, go)] : []),
      switchCommands(workspace, projectKey, go),
      workspaceCommands(workspace, go),
      appearanceCommands,
    ].filter((group) => group.commands.length > 0)
  }, [open, workspace, slug, projectKey, router])

  const task = taskCommand(text, workspace, projectKey, (address) =>
    leave(() => router.push(address)),
  )
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      groups={task ? [task, ...always] : always}
      onSearch={setText}
      placeholder="Go to, create, or a task's key…"
    />
  )
}

/** `alo-118`, or only `118` for a task of this project. */
function taskCommand(
  text: string,
  { slug, projects }: Workspace,
  here: string | undefined,
  go: (address: string) => void,
): CommandGroup | null {
  const [, key = here ?? '', number] = /^\s*(?:([a-z][a-z0-9]*)-)?(\d{1,9})\s*$/i.exec(text) ?? []
  if (!number || !key) return null
  const taskKey = `${key.toUpperCase()}-${Number(number)}`
  if (!projects.some((project) => project.key === projectKeyOf(taskKey))) return null
  const onBoard = projectKeyOf(taskKey) === here && window.location.pathname.endsWith('/board')
  const address = onBoard ? addresses.taskOnBoard(slug, taskKey) : addresses.task(slug, taskKey)
  const open = { id: `task-${text}`, label: `Open ${taskKey}`, keywords: [text] }
  return { title: 'Task', commands: [{ ...open, run: () => go(address) }] }
}
