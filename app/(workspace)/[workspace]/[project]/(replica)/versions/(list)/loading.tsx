import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The shape of the versions while they are read. */
export default function VersionsLoading() {
  return <ListSkeleton label="The versions are loading" />
}
