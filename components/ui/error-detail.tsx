import type { ErrorInfo, ErrorKind } from '@/lib/domain/errors'
import { i18n } from '#i18n'
import { Disclosure } from './disclosure'
import { Foreign } from './foreign'

/** Kinds whose detail names somebody or something the reader knows: a site, an organisation, a person, an asset. */
const named: ReadonlySet<ErrorKind> = new Set(['no-permission', 'host-blocked', 'policy', 'wrong-user', 'wrong-org', 'conflict'])

/** What the sentence about a failure leaves out. A name stands there; a service's code, which only an admin reads, is one click away unless `shown`. */
export function ErrorDetail({ error: { kind, detail }, shown = false }: { error: ErrorInfo; shown?: boolean | undefined }) {
  if (!detail) return null
  const text = <p className="text-small text-soft select-text"><Foreign text={detail} max={300} /></p>
  return shown || named.has(kind) ? text : <Disclosure title={i18n.t('ui.details')}>{text}</Disclosure>
}
