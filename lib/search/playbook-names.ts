import type { SearchContext } from '@/lib/domain/search-view'
import { facetTag } from './asset-document'
import { indexNames, type NameIndex, type TagNames } from './engine/names'
import { kindNames } from './kind-names'

/** Everything a query may call by name: kinds of assets, and the playbook's products, industries and personas with their synonyms. */
export function namesOf(playbook: SearchContext['playbook']): NameIndex {
  const kinds: TagNames[] = Object.entries(kindNames).map(([kind, names]) => ({ tag: facetTag('kinds', kind), names }))
  const spoken = (id: string) => id.replaceAll('-', ' ')
  const own: TagNames[] = [
    ...(playbook?.products ?? []).map((term) => ({ tag: facetTag('products', term.id), names: [spoken(term.id), term.label ?? '', ...term.synonyms] })),
    ...(playbook?.industries ?? []).map((term) => ({ tag: facetTag('industries', term.id), names: [spoken(term.id), term.label ?? '', ...term.synonyms] })),
    ...(playbook?.personas ?? []).map((persona) => ({ tag: facetTag('personas', persona.id), names: [spoken(persona.id), persona.label ?? '', ...persona.patterns] })),
  ]
  return indexNames([...kinds, ...own])
}

/** Names of the playbook last asked for: it changes with the team's mind, not with the keystroke. */
export function createNames(): (playbook: SearchContext['playbook']) => NameIndex {
  let known: { version: string; names: NameIndex } | undefined
  return (playbook) => {
    const version = JSON.stringify([playbook?.products, playbook?.industries, playbook?.personas])
    if (known?.version !== version) known = { version, names: namesOf(playbook) }
    return known.names
  }
}
