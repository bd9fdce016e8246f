import { crmKinds, type SourceKind } from '@/lib/domain/source'

/** The match pattern an address needs; none for what is read with a CRM's sign-in. Ports cannot be named in one. */
export function hostsOf(kind: SourceKind | undefined, address: string): string[] {
  if ((kind && crmKinds[kind]) || !URL.canParse(address)) return []
  const { protocol, hostname } = new URL(address)
  return [`${protocol}//${hostname}/*`]
}

/** A source as a person calls it. */
export function nameOf({ title, address }: { title?: string | undefined; address: string }): string {
  return title || address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}
