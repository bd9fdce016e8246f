import * as z from 'zod/mini'
import type { HubConfig } from './deps'

const web = z.url({ protocol: /^https?$/ })
const variables = z.object({
  PORT: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
  HOST: z.optional(z.string()),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(?:ql)?:\/\//))),
  LEADSIDE_DATA: z.optional(z.string()),
  LEADSIDE_URL: z.optional(web),
  LEADSIDE_LINKS_URL: z.optional(web),
  LEADSIDE_PROXY: z.optional(z.enum(['0', '1'])),
})

export interface StartConfig {
  port: number
  host: string
  databaseUrl: string | undefined
  /** Folder of the embedded database. */
  data: string
  proxied: boolean
  /** Addresses; absent until the port is known. */
  url: string | undefined
  linksUrl: string | undefined
}

/** @throws Error that names the variable */
export function parseConfig(env: Record<string, string | undefined>): StartConfig {
  const parsed = z.safeParse(variables, Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) throw new Error(`Not usable: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}. docs/hub.md lists what the hub reads.`)
  const set = parsed.data
  return {
    port: Number(set.PORT ?? 4280), host: set.HOST ?? '127.0.0.1', databaseUrl: set.DATABASE_URL, data: set.LEADSIDE_DATA ?? './leadside-hub',
    proxied: set.LEADSIDE_PROXY === '1', url: set.LEADSIDE_URL && origin(set.LEADSIDE_URL), linksUrl: set.LEADSIDE_LINKS_URL && origin(set.LEADSIDE_LINKS_URL),
  }
}

export function toHubConfig({ url, linksUrl, proxied }: StartConfig, listening: string): HubConfig {
  return { url: url ?? listening, linksUrl: linksUrl ?? url ?? listening, proxied }
}

function origin(url: string): string {
  return new URL(url).origin
}
