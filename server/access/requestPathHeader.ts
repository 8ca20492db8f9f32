/** The request header that gives a page its own path and query. */
export const REQUEST_PATH_HEADER = 'x-concord-request-path'
