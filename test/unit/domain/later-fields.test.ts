import { describe, expect, it } from 'vitest'
import { laterFields, laterFieldsOf, withLaterFields } from '@/lib/domain/later-fields'

describe('F48 fields of a newer release', () => {
  const wire = {
    id: 'g', title: 'Guide', mood: 'calm', source: { system: 'hub', mirror: { of: 'x' } },
    reasons: [{ id: 'a', label: 'A', weight: 1 }, { id: 'b', label: 'B' }, { id: 'c', label: 'C', weight: 3 }],
    terms: [{ word: 'one', note: 'first' }, { word: 'two', note: 'second' }],
  }
  const known = {
    id: 'g', title: 'Guide', source: { system: 'hub' },
    reasons: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }, { id: 'c', label: 'C' }], terms: [{ word: 'one' }, { word: 'two' }],
  }
  const later = laterFieldsOf(wire, known)

  it('come back as they were where nothing was changed', () => {
    expect(withLaterFields(known, later)).toEqual(wire)
  })

  it('survive being stored', () => {
    expect(laterFields.parse(JSON.parse(JSON.stringify(later)))).toEqual(later)
  })

  it('go with what they stand beside, wherever it went', () => {
    const edited = {
      ...known, title: 'Ours', expires: 5, reasons: [{ id: 'c', label: 'Sea' }, { id: 'new', label: 'N' }, { id: 'a', label: 'A' }], terms: [{ word: 'two' }, { word: 'three' }],
    }
    expect(withLaterFields(edited, later)).toEqual({
      ...wire, title: 'Ours', expires: 5,
      reasons: [{ id: 'c', label: 'Sea', weight: 3 }, { id: 'new', label: 'N' }, { id: 'a', label: 'A', weight: 1 }],
      // Without an id an entry is known by what it says.
      terms: [{ word: 'two', note: 'second' }, { word: 'three' }],
    })
  })

  it('give way to what was written here, and bring back nothing that was taken away on purpose', () => {
    const some = laterFieldsOf({ id: 'g', mood: 'calm', inner: { n: 1, more: 2 } }, { id: 'g', inner: { n: 1 } })
    expect(withLaterFields({ id: 'g', mood: 'ours' }, some)).toEqual({ id: 'g', mood: 'ours' })
  })

  it('are none where all is known', () => {
    expect(laterFieldsOf(known, known)).toBeUndefined()
    expect(withLaterFields(known, undefined)).toBe(known)
  })
})
