import { router, signedIn } from './base'

/** The person's own account. */
export const accountRouter = router({
  /** Who is signed in. */
  me: signedIn.query(({ ctx }) => {
    const { id, email, name } = ctx.account
    return { id, email, name }
  }),
})
