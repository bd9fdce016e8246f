import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeFieldNames, mergeTemplate } from '@/lib/domain/merge-template'
import { makeAsset, makePerson, rep } from './make'

const source = { person: makePerson({ company: 'Smith & <Sons>' }), asset: makeAsset(), link: 'https://www.example.com/guide?a=1&b=2', rep }

it('fills every field', () => {
  const text = mergeTemplate('Hi {firstName}, {assetTitle} for {company}: {link} {repName}', source)
  expect(text).toEqual({ text: 'Hi Mara, The guide for Smith & <Sons>: https://www.example.com/guide?a=1&b=2 Jo Sand', missing: [], refused: [] })
  expect(mergeFieldNames).toContain('firstName')
})

it.each([
  ['an unknown field', 'Hi {nickname}', ['nickname']],
  ['a field without a value', 'Dear {title}', ['title']],
  ['a field of blanks', 'Dear {lastName}', ['lastName']],
  ['a name of the language', '{constructor} {__proto__} {toString}', ['constructor', '__proto__', 'toString']],
])('leaves %s visible and names it', (_, template, missing) => {
  const merged = mergeTemplate(template, { ...source, person: makePerson({ lastName: '  ' }) })
  expect(merged.text).toBe(template)
  expect(merged.missing).toEqual(missing.filter((field) => /^[A-Za-z]/.test(field)))
})

it('does not search values for fields', () => {
  expect(mergeTemplate('Hi {firstName}', { ...source, person: makePerson({ firstName: '{link}' }) }).text).toBe('Hi {link}')
})

describe('S39', () => {
  it('S39 escapes values for HTML', () => {
    expect(mergeTemplate('<p>{company} {link}</p>', source, 'html').text).toBe('<p>Smith &amp; &lt;Sons&gt; https://www.example.com/guide?a=1&amp;b=2</p>')
  })

  it.each(['Brightwater\r\nBcc: all@example.com', 'a\nb', 'a\rb', 'a\u2028b', 'a\u0000b'])('S39 refuses %j in a subject', (company) => {
    const merged = mergeTemplate('For {company}', { ...source, person: makePerson({ company }) }, 'header')
    expect(merged).toEqual({ text: 'For {company}', missing: ['company'], refused: ['company'] })
  })

  it('S39 makes one line of a subject written in several', () => {
    expect(mergeTemplate('For\r\n{company}\n', source, 'header').text).toBe('For Smith & <Sons>')
  })

  it('S39 never lets a value break a subject or an element', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => {
      const person = makePerson({ firstName: value, company: value })
      expect(mergeTemplate('{firstName} {company}', { ...source, person }, 'header').text).not.toMatch(/(?!\t)\p{Cc}|[\u2028\u2029]/u)
      expect(mergeTemplate('{firstName}', { ...source, person }, 'html').text).not.toMatch(/[<>"]/)
    }))
  })
})
