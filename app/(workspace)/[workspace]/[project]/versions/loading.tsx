import { ListSkeleton } from '../../../_frame/ScreenSkeleton'

/** The shape of the versions, and of one of them, while they are read. */
export default function VersionsLoading() {
  return <ListSkeleton label="The versions are loading" />
}
