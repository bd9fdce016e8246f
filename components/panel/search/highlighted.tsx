import { clip } from '@/components/ui/clip'
import { highlight } from './highlight'

/** Somebody's text with the words that matched marked. */
export function Highlighted({ text, terms, max }: { text: string; terms: readonly string[]; max: number }) {
  return (
    <bdi>
      {highlight(clip(text, max), terms).map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text))}
    </bdi>
  )
}
