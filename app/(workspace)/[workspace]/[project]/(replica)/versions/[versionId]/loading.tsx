import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The shape of a version while it is read. */
export default function VersionLoading() {
  return <ListSkeleton label="The version is loading" />
}
