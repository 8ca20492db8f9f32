'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { projectKeyOf, routes } from '@/app/_features/shell/routes'
import { useCurrentRoute } from '@/app/_features/shell/useCurrentRoute'
import { useWorkspace, type Workspace } from '@/app/_features/shell/useWorkspace'
import { CommandPalette, type PaletteGroup } from '@/app/_ui/CommandPalette'
import { navigateGuarded } from '@/app/_ui/navigationGuard'
import { registeredCommands } from '../registerCommands'
import {
  appearanceCommands,
  projectCommands,
  switchProjectCommands,
  workspaceCommands,
} from './paletteCommands'

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

/**
 * The command palette (Ctrl-K): go to, create, switch project, open a task by key, change the
 * theme.
 */
export function Palette({ open, onOpenChange }: Props) {
  const router = useRouter()
  const workspace = useWorkspace()
  const { slug, projectKey } = useCurrentRoute()
  const [text, setText] = useState('')

  const commandGroups = useMemo(() => {
    const navigate = (url: string) => navigateGuarded(() => router.push(url))
    return [
      ...(open ? registeredCommands() : []),
      ...(projectKey ? [projectCommands(slug, projectKey, navigate)] : []),
      switchProjectCommands(workspace, projectKey, navigate),
      workspaceCommands(workspace, navigate),
      appearanceCommands,
    ].filter((group) => group.commands.length > 0)
  }, [open, workspace, slug, projectKey, router])

  const openTaskGroup = taskCommand(text, workspace, projectKey, (url) =>
    navigateGuarded(() => router.push(url)),
  )
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      groups={openTaskGroup ? [openTaskGroup, ...commandGroups] : commandGroups}
      onSearch={setText}
      placeholder="Search commands, screens or a task key…"
    />
  )
}

/** Matches `alo-118`, or `118` for a task of this project. */
function taskCommand(
  text: string,
  { slug, projects }: Workspace,
  currentKey: string | undefined,
  navigate: (url: string) => void,
): PaletteGroup | null {
  const [, key = currentKey ?? '', number] =
    /^\s*(?:([a-z][a-z0-9]*)-)?(\d{1,9})\s*$/i.exec(text) ?? []
  if (!number || !key) return null
  const taskKey = `${key.toUpperCase()}-${Number(number)}`
  if (!projects.some((project) => project.key === projectKeyOf(taskKey))) return null
  const isOnBoard =
    projectKeyOf(taskKey) === currentKey && window.location.pathname.endsWith('/board')
  const url = isOnBoard ? routes.taskOnBoard(slug, taskKey) : routes.task(slug, taskKey)
  const open = { id: `task-${text}`, label: `Open ${taskKey}`, keywords: [text] }
  return { title: 'Task', commands: [{ ...open, run: () => navigate(url) }] }
}
