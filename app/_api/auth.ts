/** Signs in. Returns the reason of a failure in one sentence, or null on success. */
export async function signInWithPassword(email: string, password: string): Promise<string | null> {
  const url = await postAuthForm('callback/credentials', { email, password })
  const error = url.searchParams.get('error')
  return error === 'CredentialsSignin' ? 'The e-mail or the password is wrong.' : error
}

/** Redirects to a provider (`github`, `oidc`), which sends the browser back to `next`. */
export async function signInWithProvider(provider: string, next: string): Promise<void> {
  const url = await postAuthForm(`signin/${provider}`, { callbackUrl: next })
  window.location.assign(url)
}

/** Ends this browser's session and goes to `next`. */
export async function signOut(next = '/sign-in'): Promise<void> {
  await postAuthForm('signout', {})
  window.location.assign(next)
}

// next-auth responds to every form with the next URL, which contains the error, if any, in its
// query.
async function postAuthForm(action: string, form: Record<string, string>): Promise<URL> {
  const { csrfToken } = await (await fetch('/api/auth/csrf')).json()
  const response = await fetch(`/api/auth/${action}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken, json: 'true', ...form }),
  })
  if (response.status >= 500)
    throw new Error('The server cannot be reached. Try again in a moment.')
  const { url } = (await response.json()) as { url: string }
  return new URL(url, window.location.origin)
}
