import { useEffect, useState, type ComponentType } from 'react'
import { AppError } from '@/lib/domain/errors'

/** A page of its own chunk. */
export interface LazyPage<P extends object> {
  Page: ComponentType<P>
  /** Brings the chunk before the page is drawn. */
  prepare(): void
}

/**
 * A page that is drawn as soon as its chunk is here. React's own `lazy` shows a page that had to wait no sooner than 300 ms after what stands in for it, and lets
 * it read nothing before.
 */
export function lazyPage<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): LazyPage<P> {
  let loaded: ComponentType<P> | undefined
  const bring = async () => (loaded ??= (await load()).default)
  return {
    Page(props) {
      const [Chosen, choose] = useState(() => loaded)
      useEffect(() => {
        if (Chosen) return undefined
        let isGone = false
        bring().then((brought) => { if (!isGone) choose(() => brought) }, (cause: unknown) => {
          // Thrown where it is drawn, as any other failure of a page. A chunk is gone where Leadside was updated under an open desk.
          if (!isGone) choose(() => { throw new AppError('stale-extension', { cause }) })
        })
        return () => { isGone = true }
      }, [Chosen])
      return Chosen ? <Chosen {...props} /> : <div className="flex-1" aria-busy="true" />
    },
    prepare() {
      // What fails here fails again, and is said, where the page is drawn.
      bring().catch(() => undefined)
    },
  }
}
