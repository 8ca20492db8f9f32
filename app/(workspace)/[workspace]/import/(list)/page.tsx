import { FileUp } from 'lucide-react'
import type { Metadata } from 'next'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { workspaceOfPage } from '@/server/access/page'
import { imports, largestImport } from '@/server/queries/imports'
import { ImportList } from '../ImportList'
import { UploadArea } from '../UploadArea'

export const metadata: Metadata = { title: 'Import' }

type Props = { params: Promise<{ workspace: string }> }

/** Where a file from another tracker is dropped, and what was imported before. */
export default async function ImportPage({ params }: Props) {
  const { workspace } = await params
  const scope = await workspaceOfPage(workspace)
  const isAdmin = scope.person.role === 'admin'
  return (
    <>
      <TopBar trail={<Trail here="Import" />} />
      <Main>
        {isAdmin ? (
          <div className="mx-auto flex max-w-180 flex-col gap-8 px-4 py-4 md:py-6">
            <UploadArea workspace={workspace} largest={largestImport()} />
            <ImportList workspace={workspace} imports={await imports(scope)} />
          </div>
        ) : (
          <EmptyState icon={<FileUp />}>Only admins of this workspace can import.</EmptyState>
        )}
      </Main>
    </>
  )
}
