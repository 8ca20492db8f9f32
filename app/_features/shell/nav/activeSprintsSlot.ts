/** Where in the side bar the running sprints of the open project stand. */
export const ACTIVE_SPRINTS_SLOT = 'active-sprints'
