/** The value of a cookie in a request, if sent. */
export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/)
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** The session cookie as Salesforce sets it: out of reach of page scripts, on this host only. */
export function sessionCookie(token: string): string {
  return `sid=${token}; Path=/; Secure; HttpOnly; SameSite=None`
}
