import type { Sentence, SentenceValue } from '@/lib/domain/sentence'
import { message } from './message'
import { anyOfText, dayText, hoursText, numberText, spanText, whenText } from './when'

/** A piece of a sentence: our own words, or somebody else's, which are drawn isolated. */
export type Piece = string | { foreign: string }

// Values are put in after the message was looked up, in place of these private-use characters: a CRM's text can then
// hold `$1` or the ` | ` that separates plural forms without being taken for either.
const mark = (index: number) => String.fromCharCode(0xe000 + index)
const marks = /([\ue000-\ue008])/

/** How moments are written: the day ("on 3 Mar"), which fits every sentence, or how long ago. */
export type Dates = 'day' | 'ago'

/** A sentence of the domain in the reader's language, in pieces. `now` in epoch milliseconds. */
export function sayPieces(sentence: Sentence, now: number, dates: Dates = 'day'): Piece[] {
  const text = message(sentence.id, sentence.values.map((_, index) => mark(index)), sentence.count)
  return text.split(marks).filter((piece) => piece !== '').map((piece) => {
    if (!marks.test(piece)) return piece
    const value = sentence.values[piece.charCodeAt(0) - 0xe000]
    return value === undefined ? '' : valuePiece(value, now, dates)
  })
}

function valuePiece(value: SentenceValue, now: number, dates: Dates): Piece {
  if (typeof value === 'string') return { foreign: value }
  if (typeof value === 'number') return numberText(value)
  if ('date' in value) return dates === 'ago' ? whenText(value.date, now) : dayText(value.date, now)
  if ('days' in value) return spanText(value.days)
  if ('hours' in value) return hoursText(value.hours)
  if ('list' in value) return { foreign: anyOfText(value.list.map((one) => (typeof one === 'string' ? one : message(one.say)))) }
  return message(value.say)
}
