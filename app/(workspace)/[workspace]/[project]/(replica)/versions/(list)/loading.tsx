import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The placeholder of the versions while they load. */
export default function VersionsLoading() {
  return <ListSkeleton label="The versions are loading" />
}
