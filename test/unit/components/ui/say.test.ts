import { describe, expect, it } from 'vitest'
import { sayPieces, type Dates } from '@/components/ui/say'
import { say, sayCount, type Sentence } from '@/lib/domain/sentence'

const day = 86_400_000
const now = new Date(2026, 2, 10, 12).getTime()

/** Texts of others in angle quotes. */
const told = (sentence: Sentence, dates?: Dates) => sayPieces(sentence, now, dates).map((piece) => (typeof piece === 'string' ? piece : `«${piece.foreign}»`)).join('')

describe('a sentence', () => {
  it.each([
    ['a text of others isolated', say('ui.written', 'Meier | $1 & Söhne'), '«Meier | $1 & Söhne»'],
    ['a number in the reader\'s form', say('ui.written', 12345), '12,345'],
    ['a span', say('ui.written', { days: 12 }), '12 days'],
    ['a long span in months', say('ui.written', { days: 91 }), '3 months'],
    ['another entry of the catalogue', say('ui.written', { say: 'stage.mql' }), 'Marketing qualified'],
    ['one', sayCount('panel.story.times', 1), 'once'],
    ['many', sayCount('panel.story.times', 4), '4 times'],
    ['an id written with hyphens', say('suggest.never-verified'), 'Not verified by anybody yet'],
  ])('writes %s', (_, sentence, text) => {
    expect(told(sentence)).toBe(text)
  })

  it.each([
    ['a day', 2, ['Mar', '8']],
    ['a day of another year, with the year', 200, ['Aug', '22', '2025']],
  ])('writes %s', (_, daysAgo, parts) => {
    expect(told(say('ui.written', { date: now - daysAgo * day })).match(/\w+/g)).toEqual(expect.arrayContaining(parts))
  })

  it('says how long ago where asked to', () => {
    expect(told(say('ui.written', { date: now - 2 * day }), 'ago')).toBe('2 days ago')
  })

  it('S31 keeps a plural whole when a text of others holds what separates its forms', () => {
    const pieces = sayPieces({ id: 'panel.search.found', values: ['a | b | c | d'], count: 2 }, now)
    expect(pieces).toEqual([{ foreign: 'a | b | c | d' }, ' assets found'])
  })
})
