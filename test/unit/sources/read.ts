import { createAssetSources } from '@/lib/sources/sources'
import type { FreshReading } from '@/lib/domain/source-ports'
import type { SourceKind } from '@/lib/domain/source'
import { createSandbox } from '../../sandbox/sandbox'

export const site = 'https://blog.quayside.example'

/** Every reader against the sandbox's web site, with what it asked for. */
export function reading({ allowed = async () => true }: { allowed?: (origin: string) => Promise<boolean> } = {}) {
  const sandbox = createSandbox()
  let now = Date.UTC(2026, 10, 23)
  const sources = createAssetSources({ fetch: sandbox.fetch, now: () => now, allowed, granted: allowed }, [])
  return {
    sandbox, sources,
    later: (ms: number) => void (now += ms),
    asked: () => sandbox.log.entries.map(({ path, search, status }) => `${status} ${path}${search}`),
    async fresh(kind: SourceKind, address: string, memory?: unknown): Promise<FreshReading> {
      const read = await sources.read(kind, { address, memory })
      if (read.notModified) throw new Error('not modified')
      return read
    },
    /** Answers one address with a text of the test's own. */
    serve(path: string, body: string, type = 'application/xml', more: { status?: number; headers?: Record<string, string> } = {}) {
      sandbox.faults.add({ host: 'blog.quayside.example', path, effect: { kind: 'respond', status: more.status ?? 200, body, headers: { 'content-type': type, ...more.headers } } })
      return `${site}${path}`
    },
  }
}
