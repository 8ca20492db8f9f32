/** Types of isolatedTestFiles.mjs, which is plain JavaScript so that every loader of a configuration can read it. */
export function isolatedTestFiles(folder: string): string[]
