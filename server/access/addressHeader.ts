/** The request's header in which a page finds its own path and query. */
export const ADDRESS_HEADER = 'x-concord-address'
