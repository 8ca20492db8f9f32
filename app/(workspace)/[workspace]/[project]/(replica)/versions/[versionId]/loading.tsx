import { ListSkeleton } from '@/app/_features/shell/ScreenSkeleton'

/** The placeholder of a version while it loads. */
export default function VersionLoading() {
  return <ListSkeleton label="The version is loading" />
}
