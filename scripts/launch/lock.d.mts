/** Types of lock.mjs, which is plain JavaScript because it runs before anything is installed. */
export function takeFolder(folder: string): { wasStale: boolean; release: () => void }
