/** Types of patches.mjs, which is plain JavaScript because it runs before anything else. */
export function missingPatches(project: string): string[]
export function patchWhenNeeded(): Promise<void>
