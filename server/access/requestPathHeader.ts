/** The request's header in which a page finds its own path and query. */
export const REQUEST_PATH_HEADER = 'x-concord-request-path'
