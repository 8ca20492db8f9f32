/** Types of folderLock.mjs, which is plain JavaScript because it runs before anything is installed. */
export function lockFolder(folder: string): { wasStale: boolean; release: () => void }
