'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { formProblems } from '@/app/_client/formProblems'
import { type Outputs, trpc } from '@/app/_client/trpc'
import { Button } from '@/app/_ui/Button'
import { Tabs } from '@/app/_ui/Tabs'
import { ProblemLine } from '../../../../_frame/ProblemLine'
import { counted } from '../../words'
import { DiscardButton } from '../DiscardButton'
import { Choices } from './Choices'
import { Findings } from './Findings'
import { PeopleTable } from './PeopleTable'
import { ProjectsTable } from './ProjectsTable'
import { StatusesTable } from './StatusesTable'
import { useMapping } from './useMapping'
import { PrioritiesTable, TypesTable } from './WordTables'

export type Preview = NonNullable<Outputs['import']['preview']>

/** What is in the file and what becomes of it; everything can be changed before it starts. */
export function Preview({ workspace, preview }: { workspace: string; preview: Preview }) {
  const { summary, findings } = preview
  const router = useRouter()
  const { mapping, change, faults } = useMapping(preview)
  const [starting, setStarting] = useState(false)
  const [problem, setProblem] = useState<string>()
  const again = summary.state !== 'ready'
  const taken = findings.projects.filter((each) => mapping.projects[each.key]?.take)
  const issues = taken.reduce((sum, each) => sum + each.issues, 0)

  const start = async () => {
    setStarting(true)
    setProblem(undefined)
    try {
      await trpc.import.start.mutate({ workspace, id: summary.id, mapping })
      router.refresh()
    } catch (error) {
      const { fields, whole } = formProblems(error, ['projects', 'people'])
      setProblem(whole ?? Object.values(fields)[0])
      setStarting(false)
    }
  }
  if (findings.issues === 0) {
    return (
      <>
        <Findings preview={preview} />
        <div>
          <DiscardButton workspace={workspace} id={summary.id} />
        </div>
      </>
    )
  }
  const tables = { preview, mapping, change }
  const failed = summary.state === 'failed' && !summary.totals
  return (
    <>
      <ProblemLine>
        {failed ? `The import failed: ${summary.error} No issue was brought in.` : undefined}
      </ProblemLine>
      <Findings preview={preview} />
      {/* On a phone the tabs scroll by themselves, not the page with them. */}
      <div className="max-md:[&_[role=tablist]]:overflow-x-auto max-md:[&_[role=tablist]]:overflow-y-hidden">
        <Tabs
          label="Mapping"
          tabs={[
            {
              id: 'projects',
              label: 'Projects',
              count: findings.projects.length,
              content: <ProjectsTable {...tables} />,
            },
            {
              id: 'statuses',
              label: 'Statuses',
              count: findings.statuses.length,
              content: <StatusesTable {...tables} />,
            },
            {
              id: 'types',
              label: 'Types',
              count: findings.types.length,
              content: <TypesTable {...tables} />,
            },
            {
              id: 'priorities',
              label: 'Priorities',
              count: findings.priorities.length,
              content: <PrioritiesTable {...tables} />,
            },
            {
              id: 'people',
              label: 'People',
              count: findings.people.length,
              content: <PeopleTable {...tables} />,
            },
          ]}
        />
      </div>
      <Choices {...tables} />
      <div className="sticky bottom-0 -mx-4 flex flex-col gap-3 border-t border-line bg-canvas px-4 py-3">
        <ProblemLine>{problem ?? faults[0]}</ProblemLine>
        <div className="flex flex-wrap gap-2">
          <Button
            tone="primary"
            pending={starting}
            disabled={faults.length > 0}
            onClick={() => void start()}
          >
            {again ? 'Import again: ' : 'Import '}
            {counted(issues, 'issue')}
          </Button>
          <DiscardButton workspace={workspace} id={summary.id} />
        </div>
      </div>
    </>
  )
}
