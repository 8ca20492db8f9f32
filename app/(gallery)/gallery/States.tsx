'use client'

import { Inbox } from 'lucide-react'
import { Button } from '@/app/_ui/Button'
import { DataTable } from '@/app/_ui/DataTable'
import { EmptyState } from '@/app/_ui/EmptyState'
import { ErrorState } from '@/app/_ui/ErrorState'
import { ProgressBar } from '@/app/_ui/ProgressBar'
import { Loading, Skeleton } from '@/app/_ui/Skeleton'
import { GallerySection } from './GallerySection'

const rows = [
  { name: 'To do', tasks: 24, limit: 'none' },
  { name: 'In progress', tasks: 6, limit: '8' },
  { name: 'Done', tasks: 1212, limit: 'none' },
]

/** Empty, failed and loading states, progress, and a table. */
export function States() {
  return (
    <GallerySection title="States">
      <div className="grid gap-4 md:grid-cols-2">
        <div className="rounded-card border border-line">
          <EmptyState icon={<Inbox />} action={<Button>Create a task</Button>}>
            No task is assigned to you.
          </EmptyState>
        </div>
        <div className="rounded-card border border-line">
          <ErrorState
            title="The board could not be loaded"
            description="Nothing is lost: your last move is kept and will be sent when the server answers."
            retry={() => {}}
            reference="7f3a"
          />
        </div>
        <ProgressBar label="Importing" value={412} max={1499} valueText="412 of 1,499 tasks" />
        <ProgressBar label="Reading the file" />
        <Loading label="Loading the board">
          <Skeleton className="mb-2 h-16" />
          <Skeleton className="h-16 w-2/3" />
        </Loading>
        <DataTable
          caption="Columns"
          rows={rows}
          rowKey={(row) => row.name}
          columns={[
            { id: 'name', header: 'Column', cell: (row) => row.name },
            {
              id: 'tasks',
              header: 'Tasks',
              isNumeric: true,
              cell: (row) => row.tasks.toLocaleString('en'),
            },
            { id: 'limit', header: 'Limit', isNumeric: true, cell: (row) => row.limit },
          ]}
        />
      </div>
    </GallerySection>
  )
}
