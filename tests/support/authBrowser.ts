import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/authOptions'

export interface AuthResponse {
  status: number
  body: unknown
  location: string | null
}

/**
 * A browser that talks to next-auth with the app's settings and keeps its cookies. Only the network
 * is simulated; everything behind it is real.
 */
export class AuthBrowser {
  readonly cookies = new Map<string, string>()

  constructor(readonly address = '10.0.0.1') {}

  /** Returns the headers of its next request. */
  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({
      host: 'localhost:3000',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': this.address,
      'user-agent': 'TestBrowser/1.0',
      ...(cookie && { cookie }),
    })
  }

  async get(path: string): Promise<AuthResponse> {
    return this.send('GET', path)
  }

  /** Posts a form as next-auth's client does, with the CSRF token and a request for JSON. */
  async post(path: string, form: Record<string, string> = {}): Promise<AuthResponse> {
    const { csrfToken } = (await this.get('csrf')).body as { csrfToken: string }
    return this.send('POST', path, { csrfToken, json: 'true', ...form })
  }

  /** Signs in by password. Returns the error that the sign-in page would show, or null. */
  async signIn(email: string, password: string): Promise<string | null> {
    const { body } = await this.post('callback/credentials', { email, password })
    return new URL((body as { url: string }).url).searchParams.get('error')
  }

  private async send(method: string, path: string, body?: Record<string, string>) {
    const url = new URL(path, 'http://localhost:3000/api/auth/')
    const headers = this.headers
    const req = {
      method,
      body,
      headers: Object.fromEntries(headers),
      cookies: Object.fromEntries(this.cookies),
      query: {
        ...Object.fromEntries(url.searchParams),
        nextauth: url.pathname.replace('/api/auth/', '').split('/'),
      },
    }
    const response = new FakeNodeResponse()
    await NextAuth(
      req as unknown as NextApiRequest,
      response as unknown as NextApiResponse,
      authOptions(headers),
    )
    for (const cookie of response.cookies) this.storeCookie(cookie)
    return { status: response.statusCode, body: response.content, location: response.location }
  }

  private storeCookie(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const gone = attributes.some((each) => each === 'Max-Age=0')
    if (gone) this.cookies.delete(name)
    else this.cookies.set(name, decodeURIComponent(value))
  }
}

/** The part of a Node response that next-auth uses. */
class FakeNodeResponse {
  statusCode = 200
  content: unknown
  private readonly responseHeaders = new Map<string, string | string[]>()

  get cookies(): string[] {
    return [this.responseHeaders.get('set-cookie') ?? []].flat()
  }
  get location(): string | null {
    return [this.responseHeaders.get('location') ?? null].flat()[0] ?? null
  }
  status(code: number) {
    this.statusCode = code
    return this
  }
  getHeader(name: string) {
    return this.responseHeaders.get(name.toLowerCase())
  }
  setHeader(name: string, value: string | string[]) {
    this.responseHeaders.set(name.toLowerCase(), value)
    return this
  }
  json(content: unknown) {
    this.content = content
  }
  send(content: unknown) {
    this.content = content
  }
  end() {}
}
