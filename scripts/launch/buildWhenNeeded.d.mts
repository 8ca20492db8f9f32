/** Types of buildWhenNeeded.mjs, which is plain JavaScript because it runs before anything else. */
export function buildWhenNeeded(): Promise<void>
