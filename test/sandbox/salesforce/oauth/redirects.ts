import { matchesHost } from '../../patterns.ts'

/** Redirects an extension can register: the browsers' own identity hosts, and loopback. */
const registeredHosts = ['*.chromiumapp.org', '*.extensions.allizom.org', '127.0.0.1', 'localhost']

/** Whether an app of the sandbox registered this redirect address. */
export function isRegisteredRedirect(redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const { hostname, protocol } = new URL(redirectUri)
  const isLoopback = hostname === '127.0.0.1' || hostname === 'localhost'
  return (protocol === 'https:' || (isLoopback && protocol === 'http:')) && registeredHosts.some((host) => matchesHost(hostname, host))
}
