/** What a path of the app shows. */
export type View =
  | { kind: 'record'; portal: number; type: string; id: string; tab: string; legacy: boolean; mail?: ComposedMail | undefined }
  | { kind: 'list'; portal: number; type: string; mine: boolean; board: boolean; query: string }
  | { kind: 'prospecting'; portal: number; leadId?: string | undefined }
  | { kind: 'other'; portal: number; title: string }

export interface ComposedMail {
  subject: string
  body: string
}

const legacyTypes: Readonly<Record<string, string>> = { contact: '0-1', company: '0-2', deal: '0-3' }

/** Reads an address of HubSpot's app; undefined where it names no account. */
export function readAddress(url: URL): View | undefined {
  const [area = '', portalText = '', ...rest] = url.pathname.split('/').filter((part) => part !== '')
  if (!/^\d+$/.test(portalText)) return undefined
  const portal = Number(portalText)
  if (area === 'prospecting' || area === 'sales-workspace')
    return { kind: 'prospecting', portal, leadId: url.searchParams.get('leadId') ?? undefined }
  if (area !== 'contacts') return { kind: 'other', portal, title: area }
  const [word = '', second = '', third = '', fourth = '', fifth = ''] = rest
  if (word === 'record' && /^\d+$/.test(third))
    return { kind: 'record', portal, type: second, id: third, tab: fourth === 'view' ? fifth : fourth, legacy: false }
  const legacyType = legacyTypes[word]
  if (legacyType !== undefined && /^\d+$/.test(second)) {
    return { kind: 'record', portal, type: legacyType, id: second, tab: third, legacy: true, mail: composedMail(url) }
  }
  if (word === 'objects')
    return { kind: 'list', portal, type: second, mine: fourth === 'my', board: fifth === 'board', query: url.searchParams.get('query') ?? '' }
  if (word === 'contacts') return { kind: 'list', portal, type: '0-1', mine: false, board: false, query: url.searchParams.get('query') ?? '' }
  return { kind: 'other', portal, title: word === '' ? 'Home' : word }
}

/** The mail a deep link asks the composer to open with. HubSpot publishes it for the `/contact/` form of the address only. */
function composedMail({ searchParams }: URL): ComposedMail | undefined {
  if (searchParams.get('interaction') !== 'email') return undefined
  return { subject: searchParams.get('initialEmailSubject') ?? '', body: searchParams.get('initialEmailBody') ?? '' }
}
