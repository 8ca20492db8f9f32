/** Where in the side bar the running sprints of the open project stand. */
export const RUNNING = 'running-sprints'
