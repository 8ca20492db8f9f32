/** Id of the sidebar element that receives the active sprints of the open project. */
export const ACTIVE_SPRINTS_SLOT = 'active-sprints'
