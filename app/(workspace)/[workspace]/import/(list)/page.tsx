import { FileUp } from 'lucide-react'
import type { Metadata } from 'next'
import { ApiProvider } from '@/app/_api/ApiProvider'
import { ImportList } from '@/app/_features/import/ImportList'
import { UploadArea } from '@/app/_features/import/UploadArea'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { EmptyState } from '@/app/_ui/EmptyState'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { requireWorkspace } from '@/server/auth/pageAccess'
import { maxImportBytes } from '@/server/queries/imports'
import { prefetchHelpers } from '@/server/trpc/prefetch'

export const metadata: Metadata = { title: 'Import' }

type Props = { params: Promise<{ workspace: string }> }

/** Uploads a file from another tracker and lists earlier imports. */
export default async function ImportPage({ params }: Props) {
  const { workspace } = await params
  const scope = await requireWorkspace(workspace)
  const helpers = await prefetchHelpers()
  const isAdmin = scope.person.role === 'admin'
  if (isAdmin) await helpers.import.list.fetch({ workspace })
  return (
    <>
      <TopBar breadcrumbs={<Breadcrumbs current="Import" />} />
      <Main>
        {isAdmin ? (
          <div className="mx-auto flex max-w-180 flex-col gap-8 px-4 py-4 md:py-6">
            <UploadArea workspace={workspace} maxBytes={maxImportBytes()} />
            <ApiProvider state={helpers.dehydrate()}>
              <ImportList workspace={workspace} />
            </ApiProvider>
          </div>
        ) : (
          <EmptyState icon={<FileUp />}>Only admins of this workspace can import.</EmptyState>
        )}
      </Main>
    </>
  )
}
