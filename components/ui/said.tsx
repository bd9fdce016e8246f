import { Fragment } from 'react'
import type { Sentence } from '@/lib/domain/sentence'
import { Foreign } from './foreign'
import { useNow } from './now'
import { sayPieces, type Dates } from './say'

/** A sentence of the domain, other people's words isolated and inert. */
export function Said({ sentence, dates }: { sentence: Sentence; dates?: Dates }) {
  const pieces = sayPieces(sentence, useNow(), dates)
  return pieces.map((piece, index) => (
    <Fragment key={index}>{typeof piece === 'string' ? piece : <Foreign text={piece.foreign} max={120} />}</Fragment>
  ))
}
